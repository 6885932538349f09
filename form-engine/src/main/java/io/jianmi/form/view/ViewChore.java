package io.jianmi.form.view;

import io.jianmi.core.housekeeping.BinChore;
import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Outdated;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Forgets deleted views when they can no longer be brought back. */
@Singleton
public final class ViewChore extends BinChore {

    public ViewChore(BinTime bin, InstantSource clock) {
        super("record-views", new Outdated("record_view", "deleted_at"), bin, clock);
    }
}
