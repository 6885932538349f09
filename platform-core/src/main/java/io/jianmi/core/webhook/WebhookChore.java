package io.jianmi.core.webhook;

import io.jianmi.core.housekeeping.BinChore;
import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Outdated;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Forgets deliveries as long after they were queued as the bin keeps records. */
@Singleton
public final class WebhookChore extends BinChore {

    WebhookChore(BinTime bin, InstantSource clock) {
        super("webhook-deliveries", new Outdated("webhook_delivery", "created_at"), bin, clock);
    }
}
