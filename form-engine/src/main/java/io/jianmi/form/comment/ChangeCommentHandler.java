package io.jianmi.form.comment;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
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
import java.util.Set;

/** Carries out {@link ChangeComment}. */
@Singleton
final class ChangeCommentHandler implements CommandHandler<ChangeComment, Comment, ChangeCommentHandler.Loaded> {

    private final RecordSight sight;
    private final CommentStore store;
    private final CommentSealer sealer;
    private final CommentRights rights;
    private final OrgDirectory directory;
    private final Ids ids;
    private final InstantSource clock;

    ChangeCommentHandler(
            RecordSight sight,
            CommentStore store,
            CommentSealer sealer,
            CommentRights rights,
            OrgDirectory directory,
            Ids ids,
            InstantSource clock) {
        this.sight = sight;
        this.store = store;
        this.sealer = sealer;
        this.rights = rights;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /** A comment and its record, as the actor may know of it. */
    record Loaded(Seen seen, Comment comment) {}

    @Override
    public Uni<Loaded> load(ChangeComment command, Actor actor) {
        return sight.of(actor, command.form(), command.record())
                .chain(seen ->
                        store.find(actor, command.record(), command.id()).map(comment -> new Loaded(seen, comment)));
    }

    @Override
    public Permit authorize(ChangeComment command, Loaded loaded, Actor actor) {
        return new Permit(
                rights.refusal(actor, loaded.seen(), loaded.comment(), command.kind())
                        .or(() -> stale(command, loaded.comment())),
                command.policy());
    }

    private static Optional<ProblemException> stale(ChangeComment command, Comment comment) {
        boolean current = command.version().isEmpty() || command.version().getAsInt() == comment.version();
        return current ? Optional.empty() : Optional.of(ProblemException.of(CommentProblem.STALE_VERSION));
    }

    @Override
    public Uni<Changes<Comment>> decide(ChangeComment command, Loaded loaded, Actor actor) {
        Comment comment = loaded.comment();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (command.kind()) {
            case EDIT -> edited(command, comment, actor, now);
            case DELETE -> told(command, comment.deleted(actor.id().value(), now), actor);
            case RESTORE -> told(command, comment.restored(), actor);
        };
    }

    private Uni<Changes<Comment>> edited(ChangeComment command, Comment comment, Actor actor, Instant now) {
        Said said = Said.read(command.body(), directory.of(actor.tenant()));
        return sealer.ring(actor.tenant(), comment.subject()).map(ring -> {
            byte[] sealed = sealer.seal(actor.tenant(), comment, comment.version() + 1, said, ring);
            Comment next = comment.saying(sealed, now);
            return changes(
                    next,
                    WriteCommentHandler.entry(command.action(), command.target(), next, said),
                    Notifications.messages(
                            List.of(said.news(next, actor.id(), ids.next(), mentioned(comment, actor, ring)))),
                    actor);
        });
    }

    /** Whom the version before mentions: they were told then. */
    private Set<String> mentioned(Comment comment, Actor actor, KeyRing ring) {
        try {
            return Set.copyOf(sealer.open(actor.tenant(), comment, ring).mentions());
        } catch (IntegrityException changed) {
            return Set.of();
        }
    }

    private Uni<Changes<Comment>> told(ChangeComment command, Comment next, Actor actor) {
        AuditDraft entry = AuditDraft.of(command.action(), command.target())
                .with(Map.of("comment", next.id().toString(), "version", next.version()));
        return Uni.createFrom().item(changes(next, entry, List.of(), actor));
    }

    private Changes<Comment> changes(Comment next, AuditDraft entry, List<OutboxMessage> messages, Actor actor) {
        return Changes.of(List.of(store.update(actor, next)), entry, messages, () -> next);
    }
}
