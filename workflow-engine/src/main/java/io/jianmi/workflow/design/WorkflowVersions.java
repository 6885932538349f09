package io.jianmi.workflow.design;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads drafts and versions; each read is one short transaction that sees one tenant only. Any thread. */
@Singleton
public final class WorkflowVersions {

    private static final String NEWEST = """
            select distinct on (app, key) app, key, version, form, form_version, definition
            from platform.workflow_version where tenant = $1
            """;

    private final Pool pool;

    WorkflowVersions(Pool pool) {
        this.pool = pool;
    }

    /** A stored version. */
    record Stored(WorkflowRef ref, String form, int formVersion, String definition) {}

    /** A draft with its revision, against which publishing is guarded. */
    record Draft(String definition, int revision) {}

    Uni<Optional<Draft>> draft(TenantKey tenant, String app, String key) {
        return read(
                        tenant,
                        "select definition, revision from platform.workflow_draft where tenant = $1 and app = $2 and key = $3",
                        Tuple.of(tenant.value(), app, key))
                .map(rows -> rows.stream().findFirst().map(row -> new Draft(row.getString(0), row.getInteger(1))));
    }

    Uni<List<String>> drafts(TenantKey tenant, String app) {
        return read(
                        tenant,
                        "select definition from platform.workflow_draft where tenant = $1 and app = $2 order by key",
                        Tuple.of(tenant.value(), app))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
    }

    Uni<Optional<Stored>> version(TenantKey tenant, WorkflowRef ref) {
        return read(tenant, """
                        select app, key, version, form, form_version, definition from platform.workflow_version
                        where tenant = $1 and app = $2 and key = $3 and version = $4
                        """, Tuple.of(tenant.value(), ref.app(), ref.key(), ref.version()))
                .map(WorkflowVersions::first);
    }

    Uni<Optional<Stored>> newest(TenantKey tenant, String app, String key) {
        return read(
                        tenant,
                        NEWEST + " and app = $2 and key = $3 order by app, key, version desc",
                        Tuple.of(tenant.value(), app, key))
                .map(WorkflowVersions::first);
    }

    Uni<List<Stored>> all(TenantKey tenant) {
        return read(tenant, NEWEST + " order by app, key, version desc", Tuple.of(tenant.value()))
                .map(rows -> rows.stream().map(WorkflowVersions::stored).toList());
    }

    private Uni<List<Row>> read(TenantKey tenant, String sql, Tuple parameters) {
        return pool.withTransaction(connection -> within(connection, tenant)
                .chain(() -> connection.preparedQuery(sql).execute(parameters))
                .map(rows -> {
                    List<Row> list = new ArrayList<>();
                    rows.forEach(list::add);
                    return list;
                }));
    }

    private static Uni<Void> within(SqlConnection connection, TenantKey tenant) {
        return connection
                .preparedQuery("select set_config('jianmi.tenant', $1, true)")
                .execute(Tuple.of(tenant.value()))
                .replaceWithVoid();
    }

    private static Optional<Stored> first(List<Row> rows) {
        return rows.stream().findFirst().map(WorkflowVersions::stored);
    }

    private static Stored stored(Row row) {
        return new Stored(
                new WorkflowRef(row.getString(0), row.getString(1), row.getInteger(2)),
                row.getString(3),
                row.getInteger(4),
                row.getString(5));
    }
}
