package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.StatementCache;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.Gathering;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.RecordReader.Asked;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads rows of form tables. Which rows may be asked for is decided by its callers, in the condition they pass. */
@Singleton
final class RecordStore {

    /** Pages told by one statement: each more makes its text longer and keeps the others waiting for its rows. */
    private static final int PAGES = 8;

    private final Pool pool;
    private final Pool byKey;
    private final Pool byView;
    private final RecordTables tables;
    private final RecordSealer sealer;
    private final CompiledForms forms;
    private final RowBringing bringing;
    private final RecordShares shares;
    private final RestrictedSubjects restricted;
    private final Gathering<RowSight, UUID, Fetched> single = new Gathering<>(this::eachById);
    private final Gathering<Alike, List<Object>, List<Fetched>> pages = new Gathering<>(PAGES, this::eachPage);

    /**
     * Pages that differ in the values of their conditions alone.
     *
     * @param which what follows {@code where}
     * @param from where their statement is planned as befits them
     */
    private record Alike(RowSight sight, String which, Pool from) {}

    RecordStore(
            Pool pool,
            @ReactiveDataSource(StatementCache.BY_KEY) Pool byKey,
            @ReactiveDataSource(StatementCache.BY_VIEW) Pool byView,
            RecordTables tables,
            RecordSealer sealer,
            CompiledForms forms,
            RowBringing bringing,
            RecordShares shares,
            RestrictedSubjects restricted) {
        this.pool = pool;
        this.byKey = byKey;
        this.byView = byView;
        this.tables = tables;
        this.sealer = sealer;
        this.forms = forms;
        this.bringing = bringing;
        this.shares = shares;
        this.restricted = restricted;
    }

    /** Rows by id, in no order, each with the scopes of these groups that it fulfils. */
    Uni<List<Fetched>> byIds(Actor actor, CompiledForm form, List<PermissionGroup> groups, List<UUID> ids) {
        return sight(actor, form, groups)
                .chain(sight -> ids.size() == 1
                        ? single.find(sight, ids.get(0))
                                .map(found -> found.map(List::of).orElseGet(List::of))
                        : byIds(sight, ids));
    }

    private Uni<Map<UUID, Fetched>> eachById(RowSight sight, List<UUID> ids) {
        return byIds(sight, ids)
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(fetched -> fetched.row().id(), Function.identity())));
    }

    private Uni<List<Fetched>> byIds(RowSight sight, List<UUID> ids) {
        return fetch(
                        byKey,
                        sight,
                        List.of(
                                ids.size() == 1
                                        ? Sql.Part.of("\"id\" = ?", ids.get(0))
                                        : Sql.Part.of("\"id\" = any(?)", (Object) RecordTable.ids(ids))),
                        ids)
                .map(found -> found.get(0));
    }

    /**
     * Rows of the form's table, each with the scopes of these groups that it fulfils.
     *
     * @param which what follows {@code where}: conditions, order and limit
     */
    Uni<List<Fetched>> fetch(Actor actor, CompiledForm form, List<PermissionGroup> groups, Sql.Part which) {
        return sight(actor, form, groups)
                .chain(sight -> fetch(pool, sight, List.of(which), List.of()))
                .map(found -> found.get(0));
    }

    /** As {@link #fetch}, for a page: what is asked for in the same turn and differs in its values alone goes together. */
    Uni<List<Fetched>> page(Actor actor, CompiledForm form, List<PermissionGroup> groups, Asked asked) {
        Sql.Part which = asked.which();
        return sight(actor, form, groups).chain(sight -> {
            Alike alike = new Alike(sight, which.text(), asked.indexed() ? byView : pool);
            return pages.find(alike, which.values())
                    // A value that the database refuses is nobody's fault but his who asked with it.
                    .onFailure(PgException.class)
                    .recoverWithUni(
                            () -> fetch(pool, sight, List.of(which), List.of()).map(found -> Optional.of(found.get(0))))
                    .map(found -> found.orElseGet(List::of));
        });
    }

    private Uni<Map<List<Object>, List<Fetched>>> eachPage(Alike alike, List<List<Object>> pages) {
        List<Sql.Part> which = pages.stream()
                .map(values -> new Sql.Part(alike.which(), values))
                .toList();
        return fetch(alike.from(), alike.sight(), which, List.of()).map(found -> {
            Map<List<Object>, List<Fetched>> each = new HashMap<>();
            for (int i = 0; i < pages.size(); i++) {
                each.put(pages.get(i), found.get(i));
            }
            return each;
        });
    }

    private Uni<RowSight> sight(Actor actor, CompiledForm form, List<PermissionGroup> groups) {
        RecordTable table = tables.table(actor.tenant(), form);
        return shares.with(actor, form.key())
                .map(shared -> RowSight.of(table, groups, actor, shared, restricted.flag(actor)));
    }

    /**
     * Rows of several questions, each question's in their order.
     *
     * @param asked where nothing is found, as much is looked up for these, so that missing takes as long as out of sight
     */
    private Uni<List<List<Fetched>>> fetch(Pool from, RowSight sight, List<Sql.Part> which, List<UUID> asked) {
        RecordTable table = sight.table();
        Sql.Statement statement = sight.select(which);
        Function<SqlClient, Uni<List<List<Fetched>>>> read = client -> client.preparedQuery(statement.text())
                .execute(statement.parameters())
                .chain(rows -> children(client, table, rows, asked)
                        .map(children -> assemble(sight, which.size(), rows, children)));
        return read.apply(from)
                .chain(fetched -> behind(table, fetched)
                        ? catchUp(table, fetched).chain(() -> read.apply(from))
                        : Uni.createFrom().item(fetched))
                .chain(fetched -> torn(table, fetched)
                        ? atOneMoment(from, read)
                        : Uni.createFrom().item(fetched))
                .call(fetched -> readable(table, fetched));
    }

    /** A row that changed at the moment in which this version came to count has not been brought to it yet. */
    private static boolean behind(RecordTable table, List<List<Fetched>> fetched) {
        return table.moving().any() && fetched.stream().flatMap(List::stream).anyMatch(row -> !row.intact());
    }

    /** Whoever meets such a row brings it along. */
    private Uni<Void> catchUp(RecordTable table, List<List<Fetched>> fetched) {
        TenantKey tenant = table.tenant();
        UUID[] ids = fetched.stream()
                .flatMap(List::stream)
                .filter(row -> !row.intact())
                .map(row -> row.row().id())
                .toArray(UUID[]::new);
        CompiledForm form = table.form();
        Sql.Part which = Sql.Part.of(table.moving().behind() + " and \"id\" = any(?)", (Object) ids);
        return forms.version(tenant, form.key(), form.version() - 1)
                .map(CompiledForms.Published::form)
                .chain(before -> fetch(Actor.system(tenant), before, List.of(), which)
                        .chain(rows -> rows.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : bringing.bring(tenant, before, form, rows, brought -> List.of())
                                        .replaceWithVoid()));
    }

    /** A record and the rows of its subforms are read one after the other: who stored it in between looks like who broke its seal. */
    private static boolean torn(RecordTable table, List<List<Fetched>> fetched) {
        return !table.children().isEmpty()
                && fetched.stream().flatMap(List::stream).anyMatch(row -> !row.intact());
    }

    /** The same out of one snapshot, which costs two statements more. */
    private Uni<List<List<Fetched>>> atOneMoment(Pool from, Function<SqlClient, Uni<List<List<Fetched>>>> read) {
        return from.withConnection(connection -> connection
                .query("begin isolation level repeatable read read only")
                .execute()
                .chain(() -> read.apply(connection))
                .onItemOrFailure()
                .call((fetched, failure) -> connection.query("rollback").execute()));
    }

    /** A row sealed under a newer version holds what this one does not know: it is for those to judge who know that version. */
    private Uni<Void> readable(RecordTable table, List<List<Fetched>> rows) {
        return rows.stream()
                        .flatMap(List::stream)
                        .anyMatch(fetched ->
                                fetched.row().formVersion() > table.form().version())
                ? forms.stillNewest(table.tenant(), table.form())
                : Uni.createFrom().voidItem();
    }

    private List<List<Fetched>> assemble(
            RowSight sight,
            int questions,
            RowSet<Row> rows,
            Map<UUID, Map<String, List<StoredRecord.Child>>> children) {
        RecordTable table = sight.table();
        List<List<Fetched>> fetched = new ArrayList<>(questions);
        for (int i = 0; i < questions; i++) {
            fetched.add(new ArrayList<>());
        }
        for (Row row : rows) {
            StoredRecord record = table.record(row, children.getOrDefault(row.getUUID(0), Map.of()));
            byte[] tag = RecordTable.tag(row);
            boolean intact = sealer.verifies(table.tenant(), table.form().key(), record, tag);
            fetched.get(questions == 1 ? 0 : sight.question(row))
                    .add(new Fetched(record, tag, intact, sight.inScope(row), sight.shared(row), sight.caps(row)));
        }
        return fetched;
    }

    /** Rows of all subforms of all these records, one query per subform. */
    private Uni<Map<UUID, Map<String, List<StoredRecord.Child>>>> children(
            SqlClient client, RecordTable table, RowSet<Row> rows, List<UUID> asked) {
        Map<UUID, Map<String, List<StoredRecord.Child>>> all = new HashMap<>();
        List<UUID> ids = new ArrayList<>(rows.size() == 0 ? asked : List.of());
        Map<UUID, Integer> sealed = new HashMap<>();
        rows.forEach(row -> {
            ids.add(row.getUUID(0));
            sealed.put(row.getUUID(0), row.getInteger(3));
        });
        if (table.children().isEmpty() || ids.isEmpty()) {
            return Uni.createFrom().item(all);
        }
        List<Uni<Void>> loads = new ArrayList<>();
        for (RecordTable.Rows subform : table.children()) {
            loads.add(client.preparedQuery(subform.select())
                    .execute(Tuple.tuple().addArrayOfUUID(RecordTable.ids(ids)))
                    .invoke(found -> found.forEach(row -> {
                        UUID record = row.getUUID(1);
                        all.computeIfAbsent(record, id -> new LinkedHashMap<>())
                                .computeIfAbsent(subform.subform(), key -> new ArrayList<>())
                                .add(table.child(row, subform, sealed.getOrDefault(record, 0)));
                    }))
                    .replaceWithVoid());
        }
        return Uni.join().all(loads).andFailFast().replaceWith(all);
    }
}
