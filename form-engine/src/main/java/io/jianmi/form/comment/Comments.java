package io.jianmi.form.comment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.Idempotency;
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
        this.rights = rights;
        this.directory = directory;
        this.reads = reads;
    }

    /** Whether there is such a record for him, before anything else is said about his request. */
    Uni<Void> known(Actor actor, CompiledForm form, UUID record, String action) {
        return sight.reading(actor, form, record, action).replaceWithVoid();
    }

    /** A page, newest first: {@code {"items", "next"}}. What was read leaves an entry, as a list of personal values does. */
    Uni<ObjectNode> page(Actor actor, CompiledForm form, UUID record, Optional<UUID> after, int limit) {
        return sight.reading(actor, form, record, "comment.list")
                .chain(seen -> store.page(actor, record, after, limit + 1)
                        .chain(kept -> sealer.ring(actor.tenant(), seen.subject())
                                .map(ring -> page(actor, seen, kept, ring, limit))));
    }

    private ObjectNode page(Actor actor, Seen seen, List<CommentStore.Kept> kept, KeyRing ring, int limit) {
        ObjectNode answer = Json.NODES.objectNode();
        ArrayNode items = answer.putArray("items");
        List<CommentStore.Kept> page = kept.size() > limit ? kept.subList(0, limit) : kept;
        List<String> told = new ArrayList<>();
        for (CommentStore.Kept one : page) {
            ObjectNode item = one.intact() ? shown(actor, seen, one.comment(), ring) : broken(one.comment());
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

    /** @param request the caller's key; the same request again is answered with what it made */
    Uni<ObjectNode> write(
            Actor actor, CompiledForm form, UUID record, JsonNode body, Optional<Idempotency.Request> request) {
        return idempotency
                .earlier(actor, request)
                .chain(earlier -> earlier.isPresent()
                        ? one(actor, form, record, earlier.get().get(0))
                        : pipeline.run(writing, new WriteComment(form, record, body, request), actor)
                                .chain(comment -> answer(actor, form, comment)));
    }

    Uni<ObjectNode> change(Actor actor, ChangeComment command) {
        return pipeline.run(changing, command, actor).chain(comment -> answer(actor, command.form(), comment));
    }

    private Uni<ObjectNode> one(Actor actor, CompiledForm form, UUID record, UUID id) {
        return store.find(actor, record, id).chain(comment -> answer(actor, form, comment));
    }

    /** As it stands now, under the sight of now. */
    private Uni<ObjectNode> answer(Actor actor, CompiledForm form, Comment comment) {
        return sight.of(actor, form, comment.record())
                .chain(seen ->
                        sealer.ring(actor.tenant(), comment.subject()).map(ring -> shown(actor, seen, comment, ring)));
    }

    private ObjectNode shown(Actor actor, Seen seen, Comment comment, KeyRing ring) {
        Org org = directory.of(actor.tenant());
        ObjectNode out = Json.NODES.objectNode().put("id", comment.id().toString());
        List<String> mentions = List.of();
        String text = null;
        if (!comment.deleted()) {
            try {
                Said said = sealer.open(actor.tenant(), comment, ring);
                text = said.text();
                mentions = said.mentions();
            } catch (IntegrityException changed) {
                return broken(comment);
            }
        }
        out.set("author", member(org, comment.author()));
        out.put("text", text);
        ArrayNode named = out.putArray("mentions");
        mentions.forEach(id -> named.add(member(org, id)));
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
