package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.file.Files;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.comment.Attachments;
import io.jianmi.form.record.WorkflowRecords.Edit;
import io.jianmi.form.record.WorkflowRecords.View;
import io.jianmi.workflow.instance.Instance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Entries of the timeline: one for each act, its comment sealed under the keys of the record's person. */
@Singleton
public final class TimelineWriter {

    private static final int SALT_BYTES = 32;
    private static final String SALT = "timeline.salt";

    private final DataKeys keys;
    private final Attachments files;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    TimelineWriter(DataKeys keys, Attachments files, Ids ids) {
        this.keys = keys;
        this.files = files;
        this.ids = ids;
    }

    /**
     * @param id of the entry, to which the comment's ciphertext is bound; the audit entry has the same
     * @param sealed the comment
     * @param salt of the commitments to what was seen and said; sealed too, so that it goes when the person's keys go
     * @param files statements that give its files to the record
     * @param statement to what was seen, changed and said, which the audit entry names
     */
    record Note(UUID id, Optional<byte[]> sealed, Optional<byte[]> salt, List<Write> files, ActStatement statement) {}

    /**
     * What the person saw of the record and changed on it.
     *
     * @param view empty when the act does not look at it
     */
    record Shown(Edit edit, Optional<View> view, Optional<UUID> subject) {

        static Shown nothing(UUID subject) {
            return new Shown(
                    new Edit(List.of(), 0, List.of(), Optional.of(subject)), Optional.empty(), Optional.of(subject));
        }
    }

    /**
     * @param word of the act
     * @param delegator for whom; empty: in his own name
     * @param targets members, or the node to which the record goes
     */
    record Entry(
            Instance instance,
            String word,
            String node,
            Optional<UUID> task,
            Optional<MemberId> delegator,
            List<String> targets,
            Optional<Duration> waited) {}

    Uni<Note> note(Actor actor, String form, UUID record, Optional<Spoken> comment, Shown shown) {
        UUID id = ids.next();
        byte[] salt = shown.view().map(View::salt).orElseGet(this::fresh);
        List<UUID> enclosed = comment.map(spoken -> spoken.enclosed().files()).orElse(List.of());
        return files.taken(actor, enclosed).chain(uploads -> {
            ActStatement statement = ActStatement.of(
                    fresh(),
                    shown.view().map(View::seen).orElseGet(Json.NODES::objectNode),
                    shown.edit().changed(),
                    said(salt, comment, uploads));
            if (comment.isEmpty() && shown.view().isEmpty() || shown.subject().isEmpty()) {
                return Uni.createFrom().item(new Note(id, Optional.empty(), Optional.empty(), List.of(), statement));
            }
            UUID subject = shown.subject().get();
            CellContext salted = cell(actor, form, id, SALT, subject);
            return keys.ring(actor.tenant(), Set.of(subject), Set.of(KeyClass.S2))
                    .map(ring -> new Note(
                            id,
                            comment.map(spoken -> ring.seal(comment(actor, form, id, subject), spoken.sealed())),
                            Optional.of(ring.seal(
                                    salted, TextNode.valueOf(Base64.getEncoder().encodeToString(salt)))),
                            files.attach(uploads, form, record, subject, id, ring),
                            statement));
        });
    }

    private static List<String> said(byte[] salt, Optional<Spoken> comment, List<Files.Upload> uploads) {
        List<String> said = new ArrayList<>();
        comment.ifPresent(spoken -> said.add(ActStatement.said(salt, spoken.text())));
        if (!uploads.isEmpty()) {
            List<ObjectNode> facts = uploads.stream()
                    .map(upload -> upload.facts().json(upload.file().id()))
                    .toList();
            said.add(ActStatement.enclosed(salt, ActStatement.files(salt, facts)));
        }
        return said;
    }

    private byte[] fresh() {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** What a comment's ciphertext is bound to. */
    public static CellContext comment(Actor actor, String form, UUID entry, UUID subject) {
        return cell(actor, form, entry, "workflow.comment", subject);
    }

    /** The salt of an entry as it was written; in clear where it is of the time before salts were sealed. */
    public static byte[] salt(Actor actor, String form, UUID entry, UUID subject, byte[] stored, KeyRing ring) {
        if (stored.length == SALT_BYTES) {
            return stored;
        }
        return Base64.getDecoder()
                .decode(ring.open(cell(actor, form, entry, SALT, subject), stored)
                        .asText());
    }

    private static CellContext cell(Actor actor, String form, UUID entry, String part, UUID subject) {
        return new CellContext(actor.tenant(), form, entry, part, subject, KeyClass.S2);
    }

    static Write write(Actor actor, Entry entry, Note note, Shown shown, Instant now) {
        Instance instance = entry.instance();
        boolean looked = shown.view().isPresent();
        return Write.one(
                """
                insert into "%s".wf_timeline (id, instance, record, at, entry, node, actor, task, target, comment,
                subject, seen, salt, changed, record_version, waited_ms, seed, said, principal)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                """.formatted(actor.tenant().schema()),
                Tuples.of(
                        note.id(),
                        instance.id(),
                        instance.record(),
                        now.atOffset(ZoneOffset.UTC),
                        entry.word(),
                        entry.node(),
                        actor.id().value(),
                        entry.task().orElse(null),
                        entry.targets().isEmpty() ? null : String.join(",", entry.targets()),
                        note.sealed().map(Buffer::buffer).orElse(null),
                        shown.subject().orElse(null),
                        shown.view().map(view -> view.seen().toString()).orElse(null),
                        note.salt().map(Buffer::buffer).orElse(null),
                        looked ? shown.edit().changed().toArray(String[]::new) : null,
                        looked ? shown.edit().version() : null,
                        entry.waited().map(Duration::toMillis).orElse(null),
                        Buffer.buffer(note.statement().seed()),
                        note.statement().said().isEmpty()
                                ? null
                                : String.join(" ", note.statement().said()),
                        entry.delegator().map(MemberId::value).orElse(null)));
    }
}
