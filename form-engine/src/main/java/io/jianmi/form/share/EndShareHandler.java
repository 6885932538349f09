package io.jianmi.form.share;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.RecordSight;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Carries out {@link EndShare}; one that is over, one of another record and one that is none of his business are all missing. */
@Singleton
final class EndShareHandler implements CommandHandler<EndShare, Share, Share> {

    private static final int TRIES = 2;

    private final RecordSight sight;
    private final ShareStore store;
    private final InstantSource clock;

    EndShareHandler(RecordSight sight, ShareStore store, InstantSource clock) {
        this.sight = sight;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Uni<Share> load(EndShare command, Actor actor) {
        Instant now = clock.instant();
        return sight.of(actor, command.form(), command.record())
                .chain(seen -> store.unended(actor, command.record())
                        .map(shares -> shares.stream()
                                .filter(share -> share.id().equals(command.id()) && share.live(now))
                                .filter(share -> Shares.mayEnd(actor, seen, share))
                                .findFirst()
                                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND))));
    }

    @Override
    public Permit authorize(EndShare command, Share share, Actor actor) {
        return Permit.allow(command.policy());
    }

    @Override
    public Uni<Changes<Share>> decide(EndShare command, Share share, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditDraft entry = AuditDraft.of(command.action(), command.target())
                .with(Map.of("share", share.id().toString(), "member", share.member()));
        return Uni.createFrom().item(Changes.of(List.of(store.end(actor, share, now)), entry, List.of(), () -> share));
    }

    @Override
    public int tries() {
        return TRIES;
    }
}
