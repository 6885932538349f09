package io.jianmi.form.erasure;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The records of a person: first their ids are kept in a place of their own, then their rows go. So what is left says that there was a
 * record and nothing of it, and no statement of any channel has to know of it to leave it out.
 */
@Singleton
final class Tombstones {

    private final Function<TenantKey, Uni<List<CompiledForm>>> forms;
    private final Pool pool;

    @Inject
    Tombstones(CompiledForms forms, Pool pool) {
        this(
                tenant -> forms.all(tenant)
                        .map(all ->
                                all.stream().map(CompiledForms.Published::form).toList()),
                pool);
    }

    Tombstones(Function<TenantKey, Uni<List<CompiledForm>>> forms, Pool pool) {
        this.forms = forms;
        this.pool = pool;
    }

    /** Keeps the ids of her records. */
    Uni<Map<String, Integer>> mark(TenantKey tenant, UUID subject) {
        return inEach(
                tenant,
                (connection, form) -> connection
                        .preparedQuery("""
                        insert into %1$s.erased_record (record, form, subject) select "id", $2, $1 from %1$s."%2$s"
                        where "subject_id" = $1 on conflict do nothing
                        """.formatted(
                                ErasureStore.quoted(tenant), form.table().name()))
                        .execute(Tuple.of(subject, form.key()))
                        .map(rows -> rows.rowCount()));
    }

    /** Removes the rows, with those of their subforms, and the person herself. */
    Uni<Map<String, Integer>> remove(Erasing erasing) {
        TenantKey tenant = erasing.tenant();
        return inEach(
                        tenant,
                        (connection, form) -> children(connection, erasing, form)
                                .chain(() -> connection
                                        .preparedQuery("delete from %s.\"%s\" where \"subject_id\" = $1"
                                                .formatted(
                                                        ErasureStore.quoted(tenant),
                                                        form.table().name()))
                                        .execute(Tuple.of(erasing.subject())))
                                .chain(rows -> statistics(connection, erasing, form, rows.rowCount())
                                        .replaceWith(rows.rowCount())))
                .call(() -> pool.preparedQuery(
                                "delete from %s.data_subject where id = $1".formatted(ErasureStore.quoted(tenant)))
                        .execute(Tuple.of(erasing.subject())));
    }

    /** What the planner knows of a column are copies of values. */
    private static Uni<Void> statistics(SqlConnection connection, Erasing erasing, CompiledForm form, int gone) {
        Set<String> tables = new LinkedHashSet<>(Set.of(form.table().name()));
        tables.addAll(tables(form));
        return gone == 0
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(tables)
                        .onItem()
                        .transformToUniAndConcatenate(table -> connection
                                .query("analyze %s.\"%s\"".formatted(ErasureStore.quoted(erasing.tenant()), table))
                                .execute())
                        .collect()
                        .asList()
                        .replaceWithVoid();
    }

    private static Uni<Void> children(SqlConnection connection, Erasing erasing, CompiledForm form) {
        return Multi.createFrom()
                .iterable(tables(form))
                .onItem()
                .transformToUniAndConcatenate(table -> connection
                        .preparedQuery("delete from %s.\"%s\" where \"record_id\" = any($1)"
                                .formatted(ErasureStore.quoted(erasing.tenant()), table))
                        .execute(Tuple.tuple().addArrayOfUUID(erasing.ids())))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Tables of the rows of subforms, those that are gone among them. */
    private static Set<String> tables(CompiledForm form) {
        Set<String> tables = new LinkedHashSet<>();
        form.subforms().stream().map(CompiledSubform::table).forEach(tables::add);
        form.kept().cells().keySet().stream().map(form::childTable).forEach(tables::add);
        return tables;
    }

    private interface Work {

        Uni<Integer> on(SqlConnection connection, CompiledForm form);
    }

    /** Each form's in a transaction of its own, so that nobody waits for all of them. */
    private Uni<Map<String, Integer>> inEach(TenantKey tenant, Work work) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        return forms.apply(tenant)
                .chain((List<CompiledForm> all) -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(form -> pool.withTransaction(
                                        connection -> work.on(connection, form))
                                .invoke(count -> {
                                    if (count > 0) {
                                        counts.put(form.key(), count);
                                    }
                                }))
                        .collect()
                        .asList())
                .replaceWith(counts);
    }
}
