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
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    RecordHistory(Pool pool, DataKeys keys, RowSeal seal, OrgDirectory directory) {
        this.pool = pool;
        this.keys = keys;
        this.seal = seal;
        this.directory = directory;
    }

    Uni<ObjectNode> of(Actor actor, Visible visible) {
        String sql = """
                select version, at, actor, action, changed, old_values, old_cells, tag
                from "%s".record_history where record = $1 order by version desc limit %d
                """.formatted(actor.tenant().schema(), LIMIT);
        StoredRecord row = visible.row();
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(sql).execute(Tuple.of(row.id())),
                        keys.ring(actor.tenant(), Set.of(row.subject()), RecordKeys.all(visible.form())))
                .asTuple()
                .map(both -> answer(actor, visible, both.getItem1(), both.getItem2()));
    }

    private ObjectNode answer(Actor actor, Visible visible, RowSet<Row> changes, KeyRing ring) {
        Org org = directory.of(actor.tenant());
        ObjectNode answer = Json.NODES.objectNode();
        ArrayNode items = answer.putArray("items");
        Map<String, JsonNode> later = shownNow(visible, ring);
        for (Row change : changes) {
            items.add(item(actor, visible, change, ring, org, later));
        }
        ObjectNode made = items.addObject()
                .put("version", 1)
                .put("at", visible.row().createdAt().toString())
                .put("action", "create");
        made.set("actor", RecordPresenter.member(org, visible.row().createdBy()));
        made.putArray("changes");
        return answer.putNull("next");
    }

    private ObjectNode item(
            Actor actor, Visible visible, Row change, KeyRing ring, Org org, Map<String, JsonNode> later) {
        OffsetDateTime at = change.getOffsetDateTime(1);
        ObjectNode item = Json.NODES
                .objectNode()
                .put("version", change.getInteger(0))
                .put("at", at.toInstant().toString())
                .put("action", change.getString(3));
        item.set("actor", RecordPresenter.member(org, change.getString(2)));
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
            JsonNode old = shown(visible, field.get(), kept.clear().path(key), kept.cell(key), ring);
            ObjectNode entry = changes.addObject().put("field", key);
            entry.set("from", old);
            entry.set("to", later.getOrDefault(key, Json.NODES.nullNode()));
            later.put(key, old);
        }
        return item;
    }

    private static Map<String, JsonNode> shownNow(Visible visible, KeyRing ring) {
        Map<String, JsonNode> now = new HashMap<>();
        CompiledForm form = visible.form();
        for (CompiledField field : form.columns()) {
            JsonNode clear = visible.row().clear().getOrDefault(field.key(), Json.NODES.nullNode());
            Optional<byte[]> cell = Optional.ofNullable(visible.row().cells().get(field.key()));
            now.put(field.key(), shown(visible, field, clear, cell, ring));
        }
        return now;
    }

    private static JsonNode shown(
            Visible visible, CompiledField field, JsonNode clear, Optional<byte[]> cell, KeyRing ring) {
        FieldAccess may = visible.access().of(field.key());
        if (may == FieldAccess.HIDDEN) {
            return Json.NODES.nullNode();
        }
        JsonNode stored = clear.isMissingNode() ? Json.NODES.nullNode() : clear;
        if (cell.isPresent() && field.level() != Sensitivity.SECRET) {
            stored = ring.open(
                    RecordSealer.context(
                            visible.tenant(),
                            visible.form(),
                            field,
                            visible.row().id(),
                            visible.row().subject()),
                    cell.get());
        }
        if (may.atLeast(FieldAccess.READ)) {
            return field.type().write(stored);
        }
        boolean secret = cell.isPresent() && field.level() == Sensitivity.SECRET;
        String mask = field.mask(secret ? Json.NODES.textNode("-") : stored);
        return Json.NODES.objectNode().put("masked", mask == null ? "" : mask);
    }
}
