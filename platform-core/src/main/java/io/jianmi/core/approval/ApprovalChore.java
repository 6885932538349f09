package io.jianmi.core.approval;

import io.jianmi.core.housekeeping.AgeChore;
import io.jianmi.core.housekeeping.Outdated;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets approvals after a year; the audit log tells of them for ever. */
@Singleton
public final class ApprovalChore extends AgeChore {

    private static final Duration KEPT = Duration.ofDays(366);
    private static final int SOME = 1_000;

    public ApprovalChore(InstantSource clock) {
        super("approvals", new Outdated("approval", "asked_at"), KEPT, SOME, clock);
    }
}
