package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.crypto.RowSeal;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.MovedField;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Old values of fields whose level was raised, sealed in the histories of records as the level asks: none stays in clear. Of rows of
 * subforms histories hold no values.
 */
@Singleton
final class HistorySealing {

    private static final HexFormat HEX = HexFormat.of();

    /** Of a row whose seal did not hold: it is not to hold after either. */
    private static final byte[] NO_TAG = new byte[32];

    private final Pool pool;
    private final TenantWriter writer;
    private final DataKeys keys;
    private final RowSeal seal;
    private final FormerFields former;

    HistorySealing(Pool pool, TenantWriter writer, DataKeys keys, RowSeal seal, FormerFields former) {
        this.pool = pool;
        this.writer = writer;
        this.keys = keys;
        this.seal = seal;
        this.former = former;
    }

    /** @param subjects records with their persons */
    Uni<Void> seal(TenantKey tenant, CompiledForm to, Map<UUID, UUID> subjects) {
        List<String> raised = to.kept().movedFields().stream()
                .filter(field -> !field.converted())
                .map(MovedField::path)
                .toList();
        String sql = """
                select record, version, form_version, sealed_version, changed, old_values, old_cells, tag
                from "%s".record_history where record = any($1) and changed && $2::text[]
                and coalesce(sealed_version, form_version) < $3
                """.formatted(tenant.schema());
        return pool.preparedQuery(sql)
                .execute(Tuple.of(subjects.keySet().toArray(UUID[]::new), raised.toArray(String[]::new), to.version()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : former.of(tenant, to, versions(rows))
                                .chain(versions -> keys.ring(tenant, new HashSet<>(subjects.values()), classes())
                                        .chain(ring -> {
                                            ArrayNode sealed = Json.NODES.arrayNode();
                                            rows.forEach(row -> sealed.add(
                                                    sealed(tenant, to, raised, row, subjects, versions, ring)));
                                            return writer.commit(List.of(write(tenant, to, sealed)));
                                        })));
    }

    private static Set<Integer> versions(Iterable<Row> rows) {
        Set<Integer> versions = new HashSet<>();
        rows.forEach(row -> versions.add(FormerFields.sealed(row)));
        return versions;
    }

    private static Set<KeyClass> classes() {
        return EnumSet.allOf(KeyClass.class);
    }

    private ObjectNode sealed(
            TenantKey tenant,
            CompiledForm to,
            List<String> raised,
            Row row,
            Map<UUID, UUID> subjects,
            FormerFields.Versions versions,
            KeyRing ring) {
        UUID record = row.getUUID("record");
        UUID subject = Objects.requireNonNull(subjects.get(record));
        boolean intact = HistoryRows.read(seal, tenant, record, row).isPresent();
        ObjectNode clear = (ObjectNode) Json.parse(row.getString("old_values"));
        ObjectNode cells = (ObjectNode) Json.parse(row.getString("old_cells"));
        for (String key : raised) {
            CompiledField now = to.field(key).orElseThrow();
            JsonNode old = clear.remove(key);
            JsonNode cell = cells.remove(key);
            Optional<JsonNode> value = Optional.ofNullable(old);
            if (cell != null) {
                CompiledField before =
                        versions.field(key, FormerFields.sealed(row)).orElse(now);
                value = opened(
                        RecordSealer.context(tenant, to, before, record, subject),
                        Base64.getDecoder().decode(cell.asText()),
                        ring);
            }
            CellContext context = RecordSealer.context(tenant, to, now, record, subject);
            value.filter(found -> ring.has(context))
                    .ifPresent(found -> cells.put(key, Base64.getEncoder().encodeToString(ring.seal(context, found))));
        }
        String clearText = Json.write(clear);
        String cellText = Json.write(cells);
        byte[] tag = intact
                ? HistoryRows.tag(
                        seal,
                        tenant,
                        record,
                        row.getInteger("version"),
                        row.getArrayOfStrings("changed"),
                        clearText,
                        cellText)
                : NO_TAG;
        return Json.NODES
                .objectNode()
                .put("record", record.toString())
                .put("version", row.getInteger("version"))
                .put("was", "\\x" + HEX.formatHex(row.getBuffer("tag").getBytes()))
                .put("old_values", clearText)
                .put("old_cells", cellText)
                .put("tag", "\\x" + HEX.formatHex(tag));
    }

    private static Optional<JsonNode> opened(CellContext context, byte[] cell, KeyRing ring) {
        try {
            return ring.has(context) ? Optional.of(ring.open(context, cell)) : Optional.empty();
        } catch (IntegrityException changed) {
            return Optional.empty();
        }
    }

    private static Write write(TenantKey tenant, CompiledForm to, ArrayNode sealed) {
        return Write.any("""
                update "%s".record_history as h set old_values = x.old_values, old_cells = x.old_cells, tag = x.tag,
                sealed_version = %d
                from jsonb_to_recordset($1::jsonb) as x(record uuid, version integer, was bytea, old_values text,
                old_cells text, tag bytea)
                where h.record = x.record and h.version = x.version and h.tag = x.was
                """.formatted(tenant.schema(), to.version()), Tuple.of(new JsonArray(Json.write(sealed))));
    }
}
