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
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RecordSight;
import io.jianmi.form.record.RecordSight.Seen;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Carries out {@link ChangeComment}. */
@Singleton
final class ChangeCommentHandler implements CommandHandler<ChangeComment, Comment, ChangeCommentHandler.Loaded> {

    private final RecordSight sight;
    private final CommentStore store;
    private final CommentSealer sealer;
    private final CommentFiles files;
    private final CommentRights rights;
    private final OrgDirectory directory;
    private final Ids ids;
    private final InstantSource clock;

    ChangeCommentHandler(
            RecordSight sight,
            CommentStore store,
            CommentSealer sealer,
            CommentFiles files,
            CommentRights rights,
            OrgDirectory directory,
            Ids ids,
            InstantSource clock) {
        this.sight = sight;
        this.store = store;
        this.sealer = sealer;
        this.files = files;
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
            case DELETE -> told(command, comment.deleted(actor.id().value(), now), comment, actor, files::detach);
            case RESTORE -> told(command, comment.restored(), comment, actor, files::bringBack);
        };
    }

    /** What is not spoken of stays: where it was said, and the files where none are named. */
    private Uni<Changes<Comment>> edited(ChangeComment command, Comment comment, Actor actor, Instant now) {
        Said read = Said.read(command.body(), directory.of(actor.tenant()));
        return sealer.ring(actor.tenant(), comment.subject()).chain(ring -> {
            Said before = before(comment, actor, ring);
            List<UUID> held = before.enclosed().files();
            Said said = (command.body().has("files") ? read : read.with(held)).at(before.node());
            List<UUID> fresh = new ArrayList<>(said.enclosed().files());
            fresh.removeAll(held);
            List<UUID> letGo = new ArrayList<>(held);
            letGo.removeAll(said.enclosed().files());
            return files.taken(actor, fresh).map(uploads -> {
                byte[] sealed = sealer.seal(actor.tenant(), comment, comment.version() + 1, said, ring);
                Comment next = comment.saying(sealed, now);
                List<Write> writes = new ArrayList<>(
                        files.attach(uploads, next.form(), next.record(), next.subject(), next.id(), ring));
                if (!letGo.isEmpty()) {
                    writes.add(files.detach(actor.tenant(), next.record(), letGo));
                }
                Set<String> told = Set.copyOf(before.enclosed().mentions());
                return changes(
                        next,
                        writes,
                        WriteCommentHandler.entry(command.action(), command.target(), next, said),
                        Notifications.messages(List.of(said.news(next, actor.id(), ids.next(), told))),
                        actor);
            });
        });
    }

    /** The version before; nothing where that was changed outside the product. */
    private Said before(Comment comment, Actor actor, KeyRing ring) {
        try {
            return sealer.open(actor.tenant(), comment, ring);
        } catch (IntegrityException changed) {
            return new Said("", Enclosed.NOTHING, Optional.empty());
        }
    }

    private interface Moving {
        Write of(TenantKey tenant, UUID record, Collection<UUID> files);
    }

    /** Its files go and come with it. */
    private Uni<Changes<Comment>> told(
            ChangeComment command, Comment next, Comment comment, Actor actor, Moving moving) {
        AuditDraft entry = AuditDraft.of(command.action(), command.target())
                .with(Map.of("comment", next.id().toString(), "version", next.version()));
        return sealer.ring(actor.tenant(), comment.subject()).map(ring -> {
            List<UUID> held = before(comment, actor, ring).enclosed().files();
            List<Write> writes =
                    held.isEmpty() ? List.of() : List.of(moving.of(actor.tenant(), comment.record(), held));
            return changes(next, writes, entry, List.of(), actor);
        });
    }

    private Changes<Comment> changes(
            Comment next, List<Write> files, AuditDraft entry, List<OutboxMessage> messages, Actor actor) {
        List<Write> writes = new ArrayList<>(List.of(store.update(actor, next)));
        writes.addAll(files);
        return Changes.of(writes, entry, messages, () -> next);
    }
}
