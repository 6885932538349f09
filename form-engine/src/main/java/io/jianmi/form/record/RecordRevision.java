package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.RowSeal;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a record that stands into its next version: the guarded update, and the history row of what it replaces. */
@Singleton
final class RecordRevision {

    private final RecordSealer sealer;
    private final RecordSubjects subjects;
    private final RecordTables tables;
    private final RecordFiles files;
    private final DataKeys keys;
    private final RowSeal seal;
    private final InstantSource clock;

    RecordRevision(
            RecordSealer sealer,
            RecordSubjects subjects,
            RecordTables tables,
            RecordFiles files,
            DataKeys keys,
            RowSeal seal,
            InstantSource clock) {
        this.sealer = sealer;
        this.subjects = subjects;
        this.tables = tables;
        this.files = files;
        this.keys = keys;
        this.seal = seal;
        this.clock = clock;
    }

    /** A row together with its values in clear. */
    record Opened(StoredRecord row, Map<String, JsonNode> values) {}

    /** What the next version is, and the statements that store it. */
    record Next(Sealed ready, List<Write> writes) {}

    Uni<Opened> open(TenantKey tenant, CompiledForm form, StoredRecord row) {
        return keys.ring(tenant, Set.of(row.subject()), RecordKeys.all(form))
                .map(ring -> new Opened(row, sealer.open(tenant, form, row, ring)));
    }

    /**
     * @param status of the next version
     * @param deletedAt null when it lives
     * @param action for the history: {@code update}, {@code submit}, {@code trash}, {@code restore}, {@code set}
     */
    Uni<Next> next(
            Actor actor,
            CompiledForm form,
            Opened opened,
            RecordDraft draft,
            StoredRecord.Status status,
            @Nullable Instant deletedAt,
            String action) {
        TenantKey tenant = actor.tenant();
        StoredRecord old = opened.row();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredRecord head = new StoredRecord(
                old.id(),
                old.version() + 1,
                status,
                form.version(),
                old.createdAt(),
                old.createdBy(),
                now,
                actor.id().value(),
                old.subject(),
                Map.of(),
                Map.of(),
                Map.of(),
                deletedAt);
        Uni<RecordFiles.Claim> claim = files.claim(
                        actor, form, List.of(new RecordChange(opened.values(), draft.values(), "/data")))
                .map(claims -> claims.get(0));
        return claim.chain(claimed -> keys.ring(tenant, Set.of(old.subject()), RecordKeys.all(form))
                .map(ring -> {
                    Sealed ready = sealer.seal(tenant, form, head, draft.values(), old, opened.values(), ring);
                    List<Write> writes =
                            new ArrayList<>(tables.writes(tenant, form).update(ready, old.version()));
                    writes.add(history(actor, form, old, draft.changed(), now, action));
                    RecordSubjects.Resolved person = new RecordSubjects.Resolved(
                            old.subject(), false, sealer.identifiers(tenant, form, draft.values()), Map.of());
                    writes.addAll(subjects.writes(tenant, List.of(new RecordSubjects.Holder(old.id(), person))));
                    writes.addAll(files.writes(tenant, form, head, claimed, ring));
                    return new Next(ready, writes);
                }));
    }

    private Write history(
            Actor actor, CompiledForm form, StoredRecord old, Set<String> changed, Instant now, String action) {
        ObjectNode clear = Json.NODES.objectNode();
        ObjectNode cells = Json.NODES.objectNode();
        for (String key : changed) {
            if (old.clear().containsKey(key)) {
                clear.set(key, old.clear().get(key));
            }
            if (old.cells().containsKey(key)) {
                cells.put(key, Base64.getEncoder().encodeToString(old.cells().get(key)));
            }
        }
        String[] keys = changed.stream().sorted().toArray(String[]::new);
        String clearText = Json.write(clear);
        String cellText = Json.write(cells);
        byte[] tag = seal.tag(
                actor.tenant(),
                historyCanon(actor.tenant(), old.id().toString(), old.version() + 1, keys, clearText, cellText));
        return Write.any(
                """
                insert into "%s".record_history
                (record, version, form, form_version, at, actor, action, changed, old_values, old_cells, tag)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """.formatted(actor.tenant().schema()),
                Tuple.tuple()
                        .addUUID(old.id())
                        .addInteger(old.version() + 1)
                        .addString(form.key())
                        .addInteger(old.formVersion())
                        .addOffsetDateTime(RecordWrites.utc(now))
                        .addString(actor.id().value())
                        .addString(action)
                        .addArrayOfString(keys)
                        .addString(clearText)
                        .addString(cellText)
                        .addValue(Buffer.buffer(tag)));
    }

    /** The bytes that a history row's tag covers. */
    static byte[] historyCanon(
            TenantKey tenant, String record, int version, String[] changed, String clear, String cells) {
        String text = String.join(
                "\n",
                "fp-history-v1",
                tenant.value(),
                record,
                String.valueOf(version),
                String.join(",", changed),
                clear,
                cells);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
