package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.nvl;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectQuery;

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
        Condition wanted = ids.size() == 1
                ? field(name("id"), UUID.class).eq(ids.get(0))
                : field(name("id"), UUID.class).in(ids);
        SelectQuery<?> query = Sql.DSL_CONTEXT.selectQuery();
        query.addConditions(wanted);
        return fetch(actor, form, groups, query, ids);
    }

    /**
     * Runs a query whose conditions, order and limit are set; adds columns and scopes.
     *
     * @param query without columns and tables
     */
    Uni<List<Fetched>> fetch(Actor actor, CompiledForm form, List<PermissionGroup> groups, SelectQuery<?> query) {
        return fetch(actor, form, groups, query, List.of());
    }

    /** @param asked where nothing is found, as much is looked up for these, so that missing takes as long as out of sight */
    private Uni<List<Fetched>> fetch(
            Actor actor, CompiledForm form, List<PermissionGroup> groups, SelectQuery<?> query, List<UUID> asked) {
        RecordTable table = tables.table(actor.tenant(), form);
        List<PermissionGroup> scoped =
                groups.stream().filter(group -> group.scope() != null).toList();
        query.addSelect(table.selected());
        query.addSelect(flags(form, scoped, actor));
        query.addFrom(table.table());
        Sql.Statement statement = Sql.render(query);
        return pool.preparedQuery(statement.text())
                .execute(statement.parameters())
                .chain(rows -> children(actor.tenant(), form, rows, asked)
                        .map(children -> assemble(table, groups, scoped, rows, children)));
    }

    private static List<SelectFieldOrAsterisk> flags(CompiledForm form, List<PermissionGroup> scoped, Actor actor) {
        List<SelectFieldOrAsterisk> flags = new ArrayList<>();
        for (PermissionGroup group : scoped) {
            flags.add(nvl(field(scope(form, group, actor)), val(false)));
        }
        return flags;
    }

    /** The rows that a group is about; a group without scope is about all. */
    static Condition scope(CompiledForm form, PermissionGroup group, Actor actor) {
        return group.scope() == null
                ? noCondition()
                : group.scope()
                        .toSql(form::sqlColumn, UserContext.of(actor))
                        .condition()
                        .orElseThrow(() -> new IllegalStateException("publish lets no such scope through"));
    }

    /**
     * The rows on which these groups speak: in one of their scopes, and in none that denies reading. A row that a task alone shows is not
     * among them, so nothing is computed with its fields.
     */
    static Condition within(CompiledForm form, Actor actor, Grants grants, List<PermissionGroup> groups) {
        if (groups.isEmpty()) {
            return falseCondition();
        }
        List<Condition> conditions = new ArrayList<>();
        if (groups.stream().noneMatch(group -> group.scope() == null)) {
            conditions.add(
                    or(groups.stream().map(group -> scope(form, group, actor)).toList()));
        }
        grants.blinders().forEach(group -> conditions.add(outside(form, group, actor)));
        return conditions.isEmpty() ? noCondition() : and(conditions);
    }

    /** A scope that compares with nothing holds nowhere, so what it denies is nothing. */
    private static Condition outside(CompiledForm form, PermissionGroup group, Actor actor) {
        return group.scope() == null
                ? falseCondition()
                : not(condition(nvl(field(scope(form, group, actor)), val(false))));
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
            TenantKey tenant, CompiledForm form, RowSet<Row> rows, List<UUID> asked) {
        Map<UUID, Map<String, List<StoredRecord.Child>>> all = new HashMap<>();
        List<UUID> ids = new ArrayList<>(rows.size() == 0 ? asked : List.of());
        rows.forEach(row -> ids.add(row.getUUID(0)));
        if (form.subforms().isEmpty() || ids.isEmpty()) {
            return Uni.createFrom().item(all);
        }
        List<Uni<Void>> loads = new ArrayList<>();
        for (CompiledSubform subform : form.subforms()) {
            loads.add(children(tenant, form, subform, ids)
                    .invoke(found ->
                            found.forEach(row -> all.computeIfAbsent(row.getUUID(1), id -> new LinkedHashMap<>())
                                    .computeIfAbsent(subform.key(), key -> new ArrayList<>())
                                    .add(RecordTable.child(row, subform))))
                    .replaceWithVoid());
        }
        return Uni.join().all(loads).andFailFast().replaceWith(all);
    }

    private Uni<RowSet<Row>> children(TenantKey tenant, CompiledForm form, CompiledSubform subform, List<UUID> ids) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(RecordTable.column("id"));
        columns.add(RecordTable.column("record_id"));
        subform.fields().forEach(cell -> columns.add(RecordTable.column(cell.column())));
        Sql.Statement statement = Sql.render(Sql.DSL_CONTEXT
                .select(columns)
                .from(tables.table(tenant, form).childTable(subform))
                .where(field(name("record_id"), UUID.class).eq(org.jooq.impl.DSL.any(RecordTable.ids(ids))))
                .orderBy(field(name("position"))));
        return pool.preparedQuery(statement.text()).execute(statement.parameters());
    }
}
