package io.jianmi.form.comment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.RecordSight;
import io.jianmi.form.record.RecordSight.Seen;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What one can do with the comments of a record. */
@Singleton
final class Comments {

    private final CommandPipeline pipeline;
    private final WriteCommentHandler writing;
    private final ChangeCommentHandler changing;
    private final Idempotency idempotency;
    private final RecordSight sight;
    private final CommentStore store;
    private final CommentSealer sealer;
    private final CommentFiles files;
    private final TaskPlaces places;
    private final CommentRights rights;
    private final OrgDirectory directory;
    private final ReadLog reads;

    Comments(
            CommandPipeline pipeline,
            WriteCommentHandler writing,
            ChangeCommentHandler changing,
            Idempotency idempotency,
            RecordSight sight,
            CommentStore store,
            CommentSealer sealer,
            CommentFiles files,
            TaskPlaces places,
            CommentRights rights,
            OrgDirectory directory,
            ReadLog reads) {
        this.pipeline = pipeline;
        this.writing = writing;
        this.changing = changing;
        this.idempotency = idempotency;
        this.sight = sight;
        this.store = store;
        this.sealer = sealer;
        this.files = files;
        this.places = places;
        this.rights = rights;
        this.directory = directory;
        this.reads = reads;
    }

    /** Whether there is such a record for him, before anything else is said about his request. */
    Uni<Void> known(Actor actor, CompiledForm form, UUID record, String action) {
        return sight.reading(actor, form, record, action).replaceWithVoid();
    }

    /** A page, newest first: {@code {"items", "next"}}. What was read leaves an entry, as a list of personal values does. */
    Uni<ObjectNode> page(
            Actor actor, CompiledForm form, UUID record, Optional<UUID> after, int limit, String language) {
        return sight.reading(actor, form, record, "comment.list")
                .chain(seen -> store.page(actor, record, after, limit + 1)
                        .chain(kept -> beside(actor, seen, seen.subject(), language)
                                .map(beside -> page(actor, seen, kept, beside, limit))));
    }

    /**
     * What comments are shown with.
     *
     * @param files what is told of each
     * @param nodes titles
     */
    private record Beside(KeyRing ring, Map<UUID, ObjectNode> files, Map<String, String> nodes) {}

    private Uni<Beside> beside(Actor actor, Seen seen, UUID subject, String language) {
        return sealer.ring(actor.tenant(), subject)
                .chain(ring -> files.shown(actor.tenant(), seen.id(), ring)
                        .chain(shown -> places.titles(actor, seen.form().key(), language)
                                .map(nodes -> new Beside(ring, shown, nodes))));
    }

    private ObjectNode page(Actor actor, Seen seen, List<CommentStore.Kept> kept, Beside beside, int limit) {
        ObjectNode answer = Json.NODES.objectNode();
        ArrayNode items = answer.putArray("items");
        List<CommentStore.Kept> page = kept.size() > limit ? kept.subList(0, limit) : kept;
        List<String> told = new ArrayList<>();
        for (CommentStore.Kept one : page) {
            ObjectNode item = one.intact() ? shown(actor, seen, one.comment(), beside) : broken(one.comment());
            items.add(item);
            if (item.path("text").isTextual()) {
                told.add(one.comment().id().toString());
            }
        }
        answer.put(
                "next", kept.size() > limit ? page.get(limit - 1).comment().id().toString() : null);
        if (!told.isEmpty()) {
            reads.note(actor, entry(seen, told));
        }
        return answer;
    }

    private static AuditDraft entry(Seen seen, List<String> told) {
        Map<String, Object> context =
                Map.of("level", Sensitivity.PERSONAL.key(), "count", told.size(), "comments", String.join(",", told));
        return AuditDraft.of("comment.list", seen.object())
                .with(context)
                .under(seen.form().policy());
    }

    /** The same request again is answered with what it made. */
    Uni<ObjectNode> write(Actor actor, WriteComment command, String language) {
        return idempotency
                .once(
                        actor,
                        command.request(),
                        made -> store.find(actor, command.record(), made.get(0)),
                        () -> pipeline.run(writing, command, actor))
                .chain(comment -> answer(actor, command.form(), comment, language));
    }

    Uni<ObjectNode> change(Actor actor, ChangeComment command, String language) {
        return pipeline.run(changing, command, actor)
                .chain(comment -> answer(actor, command.form(), comment, language));
    }

    /** As it stands now, under the sight of now. */
    private Uni<ObjectNode> answer(Actor actor, CompiledForm form, Comment comment, String language) {
        return sight.of(actor, form, comment.record())
                .chain(seen -> beside(actor, seen, comment.subject(), language)
                        .map(beside -> shown(actor, seen, comment, beside)));
    }

    private ObjectNode shown(Actor actor, Seen seen, Comment comment, Beside beside) {
        Org org = directory.of(actor.tenant());
        ObjectNode out = Json.NODES.objectNode().put("id", comment.id().toString());
        Said said = null;
        if (!comment.deleted()) {
            try {
                said = sealer.open(actor.tenant(), comment, beside.ring());
            } catch (IntegrityException changed) {
                return broken(comment);
            }
        }
        out.set("author", member(org, comment.author()));
        said(out, Optional.ofNullable(said), beside, org);
        out.put("createdAt", comment.createdAt().toString());
        out.put(
                "editedAt",
                comment.editedAt() == null ? null : comment.editedAt().toString());
        out.put("version", comment.version());
        out.put("deleted", comment.deleted());
        ArrayNode may = out.putArray("may");
        rights.of(actor, seen, comment).forEach(kind -> may.add(kind.name().toLowerCase(Locale.ROOT)));
        return out;
    }

    /** Of a deleted one nothing is told but that it was there. */
    private static void said(ObjectNode out, Optional<Said> said, Beside beside, Org org) {
        Enclosed enclosed = said.map(Said::enclosed).orElse(Enclosed.NOTHING);
        out.put("text", said.map(Said::text).orElse(null));
        ArrayNode named = out.putArray("mentions");
        enclosed.mentions().forEach(id -> named.add(member(org, id)));
        ArrayNode files = out.putArray("files");
        enclosed.files()
                .forEach(id -> Optional.ofNullable(beside.files().get(id)).ifPresent(files::add));
        said.flatMap(Said::node)
                .ifPresent(key ->
                        out.put("node", key).put("nodeTitle", beside.nodes().getOrDefault(key, "")));
    }

    private static ObjectNode broken(Comment comment) {
        return Json.NODES
                .objectNode()
                .put("id", comment.id().toString())
                .put("problem", CommentProblem.INTEGRITY.code());
    }

    private static ObjectNode member(Org org, String id) {
        return Json.NODES.objectNode().put("id", id).put("name", org.nameOf(id));
    }
}
