package io.jianmi.core.housekeeping;

import java.time.InstantSource;

/** Forgets rows of one table when what they tell of can no longer be brought back. */
public abstract class BinChore extends AgeChore {

    private static final int SOME = 500;

    /** @param name see {@link Chore#name} */
    protected BinChore(String name, Outdated rows, BinTime bin, InstantSource clock) {
        super(name, rows, SOME, () -> bin.began(clock.instant()));
    }
}
