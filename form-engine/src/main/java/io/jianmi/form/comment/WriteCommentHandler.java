package io.jianmi.form.comment;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.file.Files;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RecordProblem;
import io.jianmi.form.record.RecordSight;
import io.jianmi.form.record.RecordSight.Seen;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out {@link WriteComment}: who may know of a record may speak about it. */
@Singleton
final class WriteCommentHandler implements CommandHandler<WriteComment, Comment, Seen> {

    private static final byte[] NOTHING = {};

    private final RecordSight sight;
    private final CommentStore store;
    private final CommentSealer sealer;
    private final CommentFiles files;
    private final TaskPlaces places;
    private final OrgDirectory directory;
    private final Ids ids;
    private final InstantSource clock;

    WriteCommentHandler(
            RecordSight sight,
            CommentStore store,
            CommentSealer sealer,
            CommentFiles files,
            TaskPlaces places,
            OrgDirectory directory,
            Ids ids,
            InstantSource clock) {
        this.sight = sight;
        this.store = store;
        this.sealer = sealer;
        this.files = files;
        this.places = places;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Seen> load(WriteComment command, Actor actor) {
        return sight.of(actor, command.form(), command.record());
    }

    @Override
    public Permit authorize(WriteComment command, Seen seen, Actor actor) {
        Optional<ProblemException> refusal =
                seen.trashed() ? Optional.of(ProblemException.of(CommentProblem.RECORD_TRASHED)) : Optional.empty();
        return new Permit(refusal, command.policy());
    }

    @Override
    public Uni<Changes<Comment>> decide(WriteComment command, Seen seen, Actor actor) {
        Said said = Said.read(command.body(), directory.of(actor.tenant()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Comment head = new Comment(
                ids.next(),
                command.form().key(),
                command.record(),
                seen.subject(),
                actor.id().value(),
                1,
                1,
                now,
                null,
                null,
                null,
                NOTHING);
        return files.taken(actor, said.enclosed().files())
                .chain(uploads -> place(command, actor)
                        .map(said::at)
                        .chain(placed -> sealer.ring(actor.tenant(), seen.subject())
                                .map(ring -> changes(command, actor, head, placed, uploads, ring))));
    }

    /** Where he stands who says it on a task of his; any other task is simply unknown. */
    private Uni<Optional<String>> place(WriteComment command, Actor actor) {
        if (command.task().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return places.node(actor, command.record(), command.task().get()).invoke(node -> {
            if (node.isEmpty()) {
                throw ProblemException.of(
                        RecordProblem.VALIDATION, List.of(Finding.error("comment.task-unknown", "/task")));
            }
        });
    }

    private Changes<Comment> changes(
            WriteComment command, Actor actor, Comment head, Said said, List<Files.Upload> uploads, KeyRing ring) {
        Comment comment = head.sealed(sealer.seal(actor.tenant(), head, 1, said, ring));
        List<Write> writes = new ArrayList<>(List.of(store.insert(actor, comment)));
        writes.addAll(files.attach(uploads, comment.form(), comment.record(), comment.subject(), comment.id(), ring));
        return Changes.of(
                        writes,
                        entry(command.action(), command.target(), comment, said),
                        Notifications.messages(List.of(said.news(comment, actor.id(), ids.next(), Set.of()))),
                        () -> comment)
                .making(comment.id());
    }

    /** What was said is committed to, and kept under the person's key beside the entry. */
    static AuditDraft entry(String action, String target, Comment comment, Said said) {
        return AuditDraft.of(action, target)
                .with(Map.of("comment", comment.id().toString(), "version", comment.version()))
                .with(said.json(), Optional.of(comment.subject()));
    }
}
