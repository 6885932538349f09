package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.RowSeal;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of {@code record_history}: what changes of one command replaced, sealed, stored by one statement whatever their number. */
final class HistoryRows {

    private static final HexFormat HEX = HexFormat.of();

    private final Actor actor;
    private final CompiledForm form;
    private final String action;
    private final Instant at;
    private final RowSeal seal;
    private final ArrayNode rows = Json.NODES.arrayNode();

    HistoryRows(Actor actor, CompiledForm form, String action, Instant at, RowSeal seal) {
        this.actor = actor;
        this.form = form;
        this.action = action;
        this.at = at;
        this.seal = seal;
    }

    /** @param changed fields whose old values are kept */
    void add(StoredRecord old, Set<String> changed) {
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
        byte[] canon = canon(actor.tenant(), old.id().toString(), old.version() + 1, keys, clearText, cellText);
        ObjectNode row = rows.addObject()
                .put("record", old.id().toString())
                .put("version", old.version() + 1)
                .put("form", form.key())
                .put("form_version", old.formVersion())
                .put("at", at.toString())
                .put("actor", actor.id().value())
                .put("action", action)
                .put("old_values", clearText)
                .put("old_cells", cellText)
                .put("tag", "\\x" + HEX.formatHex(seal.tag(actor.tenant(), canon)));
        ArrayNode named = row.putArray("changed");
        for (String key : keys) {
            named.add(key);
        }
    }

    Write write() {
        return Write.any("""
                insert into "%s".record_history
                (record, version, form, form_version, at, actor, action, changed, old_values, old_cells, tag)
                select record, version, form, form_version, at, actor, action, changed, old_values, old_cells, tag
                from jsonb_to_recordset($1::jsonb) as x(record uuid, version integer, form text, form_version integer,
                at timestamptz, actor text, action text, changed text[], old_values text, old_cells text, tag bytea)
                """.formatted(actor.tenant().schema()), Tuple.of(new JsonArray(Json.write(rows))));
    }

    /** What a row says of a change: the fields, and their old values, those in clear and the ciphertexts of the others. */
    record Kept(List<String> changed, JsonNode clear, JsonNode cells) {

        /** The ciphertext of a field; empty where none was kept. */
        Optional<byte[]> cell(String field) {
            JsonNode text = cells.path(field);
            return text.isTextual() ? Optional.of(Base64.getDecoder().decode(text.textValue())) : Optional.empty();
        }
    }

    /**
     * @param row of the columns {@code version}, {@code changed}, {@code old_values}, {@code old_cells} and {@code tag}
     * @return empty when its seal is broken
     */
    static Optional<Kept> read(RowSeal seal, TenantKey tenant, UUID record, Row row) {
        String[] changed = row.getArrayOfStrings("changed");
        String clear = row.getString("old_values");
        String cells = row.getString("old_cells");
        byte[] canon = canon(tenant, record.toString(), row.getInteger("version"), changed, clear, cells);
        return seal.verifies(tenant, canon, row.getBuffer("tag").getBytes())
                ? Optional.of(new Kept(List.of(changed), Json.parse(clear), Json.parse(cells)))
                : Optional.empty();
    }

    static byte[] tag(
            RowSeal seal, TenantKey tenant, UUID record, int version, String[] changed, String clear, String cells) {
        return seal.tag(tenant, canon(tenant, record.toString(), version, changed, clear, cells));
    }

    /** The bytes that a row's tag covers. */
    private static byte[] canon(
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
