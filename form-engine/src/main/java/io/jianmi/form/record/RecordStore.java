package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads rows of form tables. Which rows may be asked for is decided by its callers, in the condition they pass. */
@Singleton
final class RecordStore {

    private final Pool pool;
    private final RecordTables tables;

    RecordStore(Pool pool, RecordTables tables) {
        this.pool = pool;
        this.tables = tables;
    }

    /** Rows by id, in no order, each with the scopes of these groups that it fulfils. */
    Uni<List<Fetched>> byIds(Actor actor, CompiledForm form, List<PermissionGroup> groups, List<UUID> ids) {
        return fetch(
                actor,
                form,
                groups,
                ids.size() == 1
                        ? Sql.Part.of("\"id\" = ?", ids.get(0))
                        : Sql.Part.of("\"id\" = any(?)", (Object) RecordTable.ids(ids)),
                ids);
    }

    /**
     * Rows of the form's table, each with the scopes of these groups that it fulfils.
     *
     * @param which what follows {@code where}: conditions, order and limit
     */
    Uni<List<Fetched>> fetch(Actor actor, CompiledForm form, List<PermissionGroup> groups, Sql.Part which) {
        return fetch(actor, form, groups, which, List.of());
    }

    /** @param asked where nothing is found, as much is looked up for these, so that missing takes as long as out of sight */
    private Uni<List<Fetched>> fetch(
            Actor actor, CompiledForm form, List<PermissionGroup> groups, Sql.Part which, List<UUID> asked) {
        RecordTable table = tables.table(actor.tenant(), form);
        List<PermissionGroup> scoped =
                groups.stream().filter(group -> group.scope() != null).toList();
        Sql.Builder select = new Sql.Builder().add("select ").add(table.selected());
        scoped.forEach(
                group -> select.add(", ").add(table.scopes().of(group, actor).flag()));
        Sql.Statement statement =
                select.add(" from ").add(table.name()).add(" where ").add(which).build();
        return pool.preparedQuery(statement.text())
                .execute(statement.parameters())
                .chain(rows ->
                        children(table, rows, asked).map(children -> assemble(table, groups, scoped, rows, children)));
    }

    private static List<Fetched> assemble(
            RecordTable table,
            List<PermissionGroup> groups,
            List<PermissionGroup> scoped,
            RowSet<Row> rows,
            Map<UUID, Map<String, List<StoredRecord.Child>>> children) {
        Set<String> unscoped = new HashSet<>();
        groups.stream().filter(group -> group.scope() == null).forEach(group -> unscoped.add(group.key()));
        List<Fetched> fetched = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Set<String> inScope = new HashSet<>(unscoped);
            for (int i = 0; i < scoped.size(); i++) {
                if (Boolean.TRUE.equals(row.getBoolean(table.width() + i))) {
                    inScope.add(scoped.get(i).key());
                }
            }
            fetched.add(table.fetched(row, children.getOrDefault(row.getUUID(0), Map.of()), inScope));
        }
        return fetched;
    }

    /** Rows of all subforms of all these records, one query per subform. */
    private Uni<Map<UUID, Map<String, List<StoredRecord.Child>>>> children(
            RecordTable table, RowSet<Row> rows, List<UUID> asked) {
        Map<UUID, Map<String, List<StoredRecord.Child>>> all = new HashMap<>();
        CompiledForm form = table.form();
        List<UUID> ids = new ArrayList<>(rows.size() == 0 ? asked : List.of());
        rows.forEach(row -> ids.add(row.getUUID(0)));
        if (form.subforms().isEmpty() || ids.isEmpty()) {
            return Uni.createFrom().item(all);
        }
        List<Uni<Void>> loads = new ArrayList<>();
        for (CompiledSubform subform : form.subforms()) {
            loads.add(pool.preparedQuery(table.selectChildren(subform))
                    .execute(Tuple.tuple().addArrayOfUUID(RecordTable.ids(ids)))
                    .invoke(found ->
                            found.forEach(row -> all.computeIfAbsent(row.getUUID(1), id -> new LinkedHashMap<>())
                                    .computeIfAbsent(subform.key(), key -> new ArrayList<>())
                                    .add(RecordTable.child(row, subform))))
                    .replaceWithVoid());
        }
        return Uni.join().all(loads).andFailFast().replaceWith(all);
    }
}
