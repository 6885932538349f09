package io.jianmi.form.share;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.notification.Announcement;
import io.jianmi.core.notification.NotificationKind;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.record.RecordProblem;
import io.jianmi.form.record.RecordShares;
import io.jianmi.form.record.RecordSight;
import io.jianmi.form.record.RecordSight.Seen;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out {@link ShareRecord}. */
@Singleton
final class ShareRecordHandler implements CommandHandler<ShareRecord, ShareRecord.Done, ShareRecordHandler.Loaded> {

    /** Whoever needs more has a permission group in mind. */
    static final int MOST = 50;

    private static final int TRIES = 3;

    private final RecordSight sight;
    private final ShareStore store;
    private final RecordShares receivers;
    private final OrgDirectory directory;
    private final Ids ids;
    private final InstantSource clock;

    ShareRecordHandler(
            RecordSight sight,
            ShareStore store,
            RecordShares receivers,
            OrgDirectory directory,
            Ids ids,
            InstantSource clock) {
        this.sight = sight;
        this.store = store;
        this.receivers = receivers;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param unended shares of the record that nobody has ended */
    record Loaded(Seen seen, List<Share> unended) {}

    @Override
    public Uni<Loaded> load(ShareRecord command, Actor actor) {
        return sight.of(actor, command.form(), command.record())
                .chain(seen -> store.unended(actor, command.record()).map(shares -> new Loaded(seen, shares)));
    }

    @Override
    public Permit authorize(ShareRecord command, Loaded loaded, Actor actor) {
        return new Permit(refusal(loaded.seen()), command.policy());
    }

    private static Optional<ProblemException> refusal(Seen seen) {
        if (!seen.shares()) {
            return Optional.of(RecordProblem.refused(RecordAction.SHARE));
        }
        if (seen.trashed()) {
            return Optional.of(ProblemException.of(ShareProblem.RECORD_TRASHED));
        }
        return seen.draft() ? Optional.of(ProblemException.of(ShareProblem.DRAFT)) : Optional.empty();
    }

    @Override
    public Uni<Changes<ShareRecord.Done>> decide(ShareRecord command, Loaded loaded, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ShareTerms terms = ShareTerms.read(command.body(), command.form(), actor, directory.of(actor.tenant()), now);
        Optional<Share> before = loaded.unended().stream()
                .filter(share -> share.member().equals(terms.member()))
                .findFirst();
        Optional<Share> live = before.filter(share -> share.live(now));
        if (live.isEmpty()
                && loaded.unended().stream().filter(share -> share.live(now)).count() >= MOST) {
            throw ProblemException.of(ShareProblem.LIMIT, Map.of("most", MOST));
        }
        Instant until = terms.end(now, live);
        String me = actor.id().value();
        Share next = before.map(
                        share -> share.renewed(me, live.map(Share::createdAt).orElse(now), until))
                .orElseGet(() ->
                        new Share(ids.next(), command.form().key(), command.record(), terms.member(), me, now, until));
        Write write = before.isPresent() ? store.renew(actor, next) : store.insert(actor, next);
        Announcement news = Announcement.of(
                        NotificationKind.RECORD_SHARED, ids.next(), actor.id(), next.form(), next.record())
                .to(live.isPresent() ? List.of() : List.of(new MemberId(next.member())));
        List<OutboxMessage> messages = Notifications.messages(List.of(news));
        Changes<ShareRecord.Done> changes = Changes.of(List.of(write), entry(command, next), messages, () -> {
            receivers.changed(actor.tenant(), next.form());
            return new ShareRecord.Done(next, live.isEmpty());
        });
        return Uni.createFrom().item(live.isEmpty() ? changes.making(next.id()) : changes);
    }

    private static AuditDraft entry(ShareRecord command, Share share) {
        return AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "share", share.id().toString(),
                        "member", share.member(),
                        "until", share.until().toString()));
    }

    /** Of two who share it with the same member at once the second changes what the first has made. */
    @Override
    public int tries() {
        return TRIES;
    }
}
