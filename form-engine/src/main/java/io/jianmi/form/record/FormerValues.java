package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.RowSeal;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What records held before a batch changed them, out of their histories: not for an answer, only to be put back. */
@Singleton
final class FormerValues {

    private final Pool pool;
    private final RecordStore store;
    private final RecordRevision revision;
    private final RowSeal seal;
    private final FormerChanges moved;

    FormerValues(Pool pool, RecordStore store, RecordRevision revision, RowSeal seal, FormerChanges moved) {
        this.pool = pool;
        this.store = store;
        this.revision = revision;
        this.seal = seal;
        this.moved = moved;
    }

    /**
     * @param rows the records as they were, by id; what is gone or has changed since is missing
     * @param edits what puts each back, in order of the batch
     */
    record Former(Map<UUID, StoredRecord> rows, List<UpdateRecord.Edit> edits) {}

    Uni<Former> of(Actor actor, CompiledForm form, BatchStore.Batch batch) {
        return Uni.combine()
                .all()
                .unis(
                        store.byIds(
                                Actor.system(actor.tenant()),
                                form,
                                List.of(),
                                batch.targets().ids()),
                        history(actor.tenant(), batch.targets()))
                .asTuple()
                .chain(both -> moved.asNow(actor.tenant(), form, both.getItem1(), both.getItem2())
                        .chain(changes -> {
                            Map<UUID, StoredRecord> former = former(batch.targets(), both.getItem1(), changes);
                            List<StoredRecord> rows = List.copyOf(former.values());
                            return revision.open(actor.tenant(), form, rows)
                                    .map(opened -> new Former(former, edits(form, batch, changes, opened)));
                        }));
    }

    private Uni<Map<UUID, FormerChanges.Change>> history(TenantKey tenant, RecordTargets targets) {
        String sql = """
                select h.record, h.version, h.changed, h.old_values, h.old_cells, h.tag,
                h.form_version, h.sealed_version from "%s".record_history h
                join unnest($1::uuid[], $2::integer[]) as wanted(record, version)
                on h.record = wanted.record and h.version = wanted.version
                """.formatted(tenant.schema());
        return pool.preparedQuery(sql)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(RecordTable.ids(targets.ids()))
                        .addArrayOfInteger(targets.all().stream()
                                .map(RecordTargets.Target::version)
                                .toArray(Integer[]::new)))
                .map(rows -> changes(tenant, targets, rows));
    }

    private Map<UUID, FormerChanges.Change> changes(TenantKey tenant, RecordTargets targets, RowSet<Row> rows) {
        Map<UUID, FormerChanges.Change> changes = new HashMap<>();
        for (Row row : rows) {
            UUID record = row.getUUID("record");
            HistoryRows.read(seal, tenant, record, row)
                    .ifPresent(kept -> changes.put(
                            record,
                            new FormerChanges.Change(kept, FormerFields.written(row), FormerFields.sealed(row))));
        }
        targets.refuse(i -> changes.containsKey(targets.all().get(i).id())
                ? Optional.empty()
                : Optional.of(ProblemException.of(RecordProblem.INTEGRITY)));
        return changes;
    }

    private static Map<UUID, StoredRecord> former(
            RecordTargets targets, List<Fetched> fetched, Map<UUID, HistoryRows.Kept> changes) {
        Map<UUID, StoredRecord> rows = new HashMap<>();
        fetched.forEach(one -> rows.put(one.row().id(), one.row()));
        Map<UUID, StoredRecord> former = new LinkedHashMap<>();
        for (RecordTargets.Target target : targets.all()) {
            StoredRecord row = rows.get(target.id());
            HistoryRows.Kept change = changes.get(target.id());
            if (row != null && change != null && row.version() == target.version()) {
                former.put(target.id(), former(row, change));
            }
        }
        return former;
    }

    private static StoredRecord former(StoredRecord row, HistoryRows.Kept change) {
        Map<String, JsonNode> clear = new LinkedHashMap<>(row.clear());
        Map<String, byte[]> cells = new HashMap<>(row.cells());
        for (String key : change.changed()) {
            clear.remove(key);
            cells.remove(key);
        }
        change.clear().properties().forEach(old -> clear.put(old.getKey(), old.getValue()));
        change.changed().forEach(key -> change.cell(key).ifPresent(cell -> cells.put(key, cell)));
        return row.holding(clear, cells);
    }

    private static List<UpdateRecord.Edit> edits(
            CompiledForm form,
            BatchStore.Batch batch,
            Map<UUID, HistoryRows.Kept> changes,
            List<RecordRevision.Opened> opened) {
        Map<UUID, UpdateRecord.Edit> edits = new HashMap<>();
        for (RecordRevision.Opened one : opened) {
            UUID id = one.row().id();
            HistoryRows.Kept change = changes.get(id);
            if (change != null) {
                edits.put(id, edit(form, batch.fields(), change, one.values()));
            }
        }
        List<UpdateRecord.Edit> ordered = new ArrayList<>();
        batch.targets()
                .ids()
                .forEach(id ->
                        ordered.add(edits.getOrDefault(id, new UpdateRecord.Edit(Json.NODES.objectNode(), Map.of()))));
        return ordered;
    }

    /**
     * What was sent goes back as if it were sent, also where it cannot be read (what is stored reads as itself); what rules had made of it
     * goes with it; formulas follow.
     */
    private static UpdateRecord.Edit edit(
            CompiledForm form, Set<String> sent, HistoryRows.Kept change, Map<String, JsonNode> values) {
        ObjectNode data = Json.NODES.objectNode();
        Map<String, JsonNode> beside = new HashMap<>();
        for (String key : change.changed()) {
            if (form.field(key).filter(CompiledField::typed).isEmpty()) {
                continue;
            }
            JsonNode value = values.getOrDefault(key, Json.NODES.nullNode());
            if (sent.contains(key)) {
                data.putObject(key).set("replace", value);
            } else {
                beside.put(key, value);
            }
        }
        return new UpdateRecord.Edit(data, beside);
    }
}
