package io.jianmi.form.record;

import io.jianmi.core.housekeeping.BinChore;
import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Outdated;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Forgets what people did to many records at once when it can no longer be taken back. */
@Singleton
public final class BatchChore extends BinChore {

    public BatchChore(BinTime bin, InstantSource clock) {
        super("record-batches", new Outdated("record_batch", "at"), bin, clock);
    }
}
