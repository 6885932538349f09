package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.crypto.RowSeal;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.masking.Masker;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.Conversion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a record, newest first, under the reader's access of now: each names the fields he may know of with the old
 * and the new value, as he would see them on the page.
 */
@Singleton
final class RecordHistory {

    private static final int LIMIT = 500;

    private final Pool pool;
    private final DataKeys keys;
    private final RowSeal seal;
    private final OrgDirectory directory;
    private final FormerFields former;

    RecordHistory(Pool pool, DataKeys keys, RowSeal seal, OrgDirectory directory, FormerFields former) {
        this.pool = pool;
        this.keys = keys;
        this.seal = seal;
        this.directory = directory;
        this.former = former;
    }

    Uni<ObjectNode> of(Actor actor, Visible visible) {
        String sql = """
                select version, at, actor, action, changed, old_values, old_cells, tag, form_version, sealed_version
                from "%s".record_history where record = $1 order by version desc limit %d
                """.formatted(actor.tenant().schema(), LIMIT);
        StoredRecord row = visible.row();
        return pool.preparedQuery(sql)
                .execute(Tuple.of(row.id()))
                .chain(changes -> former.of(actor.tenant(), visible.form(), versions(changes))
                        .chain(versions -> keys.ring(actor.tenant(), Set.of(row.subject()), versions.keys())
                                .map(ring -> answer(actor, visible, changes, versions, ring))));
    }

    /**
     * What differs from a version that the reader saw, by field: {@code {"field", "from", "to"}} where he reads it now, {@code
     * {"field"}} where it is withheld from him and he is told that it changed. Fields that are hidden from him are absent.
     */
    Uni<ArrayNode> since(Actor actor, Visible visible, int seen) {
        return of(actor, visible).map(history -> {
            Map<String, ObjectNode> differences = new TreeMap<>();
            for (JsonNode item : history.path("items")) {
                if (item.path("version").asInt() > seen) {
                    item.path("changes").forEach(change -> differ(visible, change, differences));
                }
            }
            ArrayNode all = Json.NODES.arrayNode();
            differences.values().stream()
                    .filter(one -> !one.has("to") || !one.get("to").equals(one.get("from")))
                    .forEach(all::add);
            return all;
        });
    }

    /** The newest change comes first and says what there is now; each older one knows better what there was. */
    private static void differ(Visible visible, JsonNode change, Map<String, ObjectNode> differences) {
        String field = change.path("field").asText();
        ObjectNode difference = differences.computeIfAbsent(
                field, key -> Json.NODES.objectNode().put("field", key));
        if (visible.access().of(field).atLeast(FieldAccess.READ)) {
            difference.set("from", change.path("from"));
            if (!difference.has("to")) {
                difference.set("to", change.path("to"));
            }
        }
    }

    private static Set<Integer> versions(RowSet<Row> changes) {
        Set<Integer> versions = new HashSet<>();
        for (Row change : changes) {
            versions.add(FormerFields.written(change));
            versions.add(FormerFields.sealed(change));
        }
        return versions;
    }

    private ObjectNode answer(
            Actor actor, Visible visible, RowSet<Row> changes, FormerFields.Versions versions, KeyRing ring) {
        Org org = directory.of(actor.tenant());
        ObjectNode answer = Json.NODES.objectNode();
        ArrayNode items = answer.putArray("items");
        Map<String, JsonNode> later = shownNow(visible, ring, org);
        for (Row change : changes) {
            items.add(item(actor, visible, change, versions, ring, org, later));
        }
        ObjectNode made = items.addObject()
                .put("version", 1)
                .put("at", visible.row().createdAt().toString())
                .put("action", "create");
        made.set("actor", NamedIds.member(org, visible.row().createdBy()));
        made.putArray("changes");
        return answer.putNull("next");
    }

    private ObjectNode item(
            Actor actor,
            Visible visible,
            Row change,
            FormerFields.Versions versions,
            KeyRing ring,
            Org org,
            Map<String, JsonNode> later) {
        OffsetDateTime at = change.getOffsetDateTime(1);
        ObjectNode item = Json.NODES
                .objectNode()
                .put("version", change.getInteger(0))
                .put("at", at.toInstant().toString())
                .put("action", change.getString(3));
        item.set("actor", NamedIds.member(org, change.getString(2)));
        Optional<HistoryRows.Kept> read =
                HistoryRows.read(seal, actor.tenant(), visible.row().id(), change);
        if (read.isEmpty()) {
            return item.put("problem", RecordProblem.INTEGRITY.code());
        }
        HistoryRows.Kept kept = read.get();
        ArrayNode changes = item.putArray("changes");
        for (String key : kept.changed()) {
            Optional<CompiledField> field = visible.form().field(key);
            if (field.isEmpty() || visible.access().of(key) == FieldAccess.HIDDEN) {
                continue;
            }
            CompiledField written =
                    versions.field(key, FormerFields.written(change)).orElse(field.get());
            CompiledField sealed =
                    versions.field(key, FormerFields.sealed(change)).orElse(field.get());
            JsonNode old =
                    shown(visible, field.get(), written, sealed, kept.clear().path(key), kept.cell(key), ring, org);
            ObjectNode entry = changes.addObject().put("field", key);
            entry.set("from", old);
            entry.set("to", later.getOrDefault(key, Json.NODES.nullNode()));
            later.put(key, old);
        }
        return item;
    }

    private static Map<String, JsonNode> shownNow(Visible visible, KeyRing ring, Org org) {
        Map<String, JsonNode> now = new HashMap<>();
        CompiledForm form = visible.form();
        for (CompiledField field : form.columns()) {
            JsonNode clear = visible.row().clear().getOrDefault(field.key(), Json.NODES.nullNode());
            Optional<byte[]> cell = Optional.ofNullable(visible.row().cells().get(field.key()));
            now.put(field.key(), shown(visible, field, field, field, clear, cell, ring, org));
        }
        return now;
    }

    /**
     * A value under the access of now. One of another type is its text, as it was then.
     *
     * @param written the field with the type that the value has
     * @param sealed the field with the level that its ciphertext has
     */
    private static JsonNode shown(
            Visible visible,
            CompiledField field,
            CompiledField written,
            CompiledField sealed,
            JsonNode clear,
            Optional<byte[]> cell,
            KeyRing ring,
            Org org) {
        FieldAccess may = visible.access().of(field.key());
        if (may == FieldAccess.HIDDEN) {
            return Json.NODES.nullNode();
        }
        JsonNode stored = clear.isMissingNode() ? Json.NODES.nullNode() : clear;
        boolean secret = field.level() == Sensitivity.SECRET && (cell.isPresent() || !stored.isNull());
        if (cell.isPresent() && !secret) {
            stored = ring.open(
                    RecordSealer.context(
                            visible.tenant(),
                            visible.form(),
                            sealed,
                            visible.row().id(),
                            visible.row().subject()),
                    cell.get());
        }
        if (may.atLeast(FieldAccess.READ)) {
            return stored.isNull() ? stored : read(field, written, stored, org);
        }
        String mask = secret ? field.mask(Json.NODES.textNode("-")) : masked(field, written, stored);
        return Json.NODES.objectNode().put("masked", mask == null ? "" : mask);
    }

    private static JsonNode read(CompiledField field, CompiledField written, JsonNode stored, Org org) {
        return other(field, written)
                ? Json.NODES.textNode(Conversion.text(written.type(), stored))
                : NamedIds.of(field, stored, org, NamedIds::bare, NamedIds::bare);
    }

    /** Of a value of another type nobody knows that the mask of this one hides enough. */
    private static @Nullable String masked(CompiledField field, CompiledField written, JsonNode stored) {
        return other(field, written) && !stored.isNull() ? Masker.TOKEN : field.mask(stored);
    }

    private static boolean other(CompiledField field, CompiledField written) {
        return !written.definition().type().equals(field.definition().type());
    }
}
