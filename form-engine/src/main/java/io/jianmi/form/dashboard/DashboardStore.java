package io.jianmi.form.dashboard;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads drafts and versions; each read is one short transaction that sees one tenant only. */
@Singleton
final class DashboardStore {

    private static final String VERSION =
            "key, version, definition, published_at, published_by from platform.dashboard_version where tenant = $1 and app = $2";

    private final Pool pool;

    DashboardStore(Pool pool) {
        this.pool = pool;
    }

    /** A draft with its revision, against which saving and publishing are guarded. */
    record Draft(String key, String definition, int revision) {}

    /** A published version. */
    record Version(String key, int version, String definition, Instant publishedAt, String publishedBy) {}

    /** The revision of the draft that stands, 0 for none; nobody else changes it before the session's transaction ends. */
    static Uni<Integer> locked(Mutiny.Session session, TenantKey tenant, DashboardKey dashboard) {
        return session.createNativeQuery(
                        "select revision from platform.dashboard_draft where tenant = ?1 and app = ?2 and key = ?3 for update",
                        Integer.class)
                .setParameter(1, tenant.value())
                .setParameter(2, dashboard.app())
                .setParameter(3, dashboard.key())
                .getSingleResultOrNull()
                .map(revision -> revision == null ? 0 : revision);
    }

    Uni<Optional<Draft>> draft(TenantKey tenant, DashboardKey dashboard) {
        return read(
                        tenant,
                        "select key, definition, revision from platform.dashboard_draft where tenant = $1 and app = $2 and key = $3",
                        Tuple.of(tenant.value(), dashboard.app(), dashboard.key()))
                .map(rows -> rows.stream().findFirst().map(DashboardStore::draft));
    }

    Uni<List<Draft>> drafts(TenantKey tenant, String app) {
        return read(
                        tenant,
                        "select key, definition, revision from platform.dashboard_draft where tenant = $1 and app = $2 order by key",
                        Tuple.of(tenant.value(), app))
                .map(rows -> rows.stream().map(DashboardStore::draft).toList());
    }

    /** The newest version of each dashboard of an app, by key. */
    Uni<List<Version>> newest(TenantKey tenant, String app) {
        return versions(
                tenant,
                "select distinct on (key) " + VERSION + " order by key, version desc",
                Tuple.of(tenant.value(), app));
    }

    Uni<Optional<Version>> newest(TenantKey tenant, DashboardKey dashboard) {
        return versions(
                        tenant,
                        "select " + VERSION + " and key = $3 order by version desc limit 1",
                        Tuple.of(tenant.value(), dashboard.app(), dashboard.key()))
                .map(rows -> rows.stream().findFirst());
    }

    Uni<Optional<Version>> version(TenantKey tenant, DashboardKey dashboard, int version) {
        return versions(
                        tenant,
                        "select " + VERSION + " and key = $3 and version = $4",
                        Tuple.of(tenant.value(), dashboard.app(), dashboard.key(), version))
                .map(rows -> rows.stream().findFirst());
    }

    /** All versions, the newest first. */
    Uni<List<Version>> versions(TenantKey tenant, DashboardKey dashboard) {
        return versions(
                tenant,
                "select " + VERSION + " and key = $3 order by version desc",
                Tuple.of(tenant.value(), dashboard.app(), dashboard.key()));
    }

    private Uni<List<Version>> versions(TenantKey tenant, String sql, Tuple parameters) {
        return read(tenant, sql, parameters)
                .map(rows -> rows.stream().map(DashboardStore::version).toList());
    }

    private Uni<List<Row>> read(TenantKey tenant, String sql, Tuple parameters) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select set_config('jianmi.tenant', $1, true)")
                .execute(Tuple.of(tenant.value()))
                .chain(() -> connection.preparedQuery(sql).execute(parameters))
                .map(rows -> {
                    List<Row> list = new ArrayList<>();
                    rows.forEach(list::add);
                    return list;
                }));
    }

    private static Draft draft(Row row) {
        return new Draft(row.getString(0), row.getString(1), row.getInteger(2));
    }

    private static Version version(Row row) {
        return new Version(
                row.getString(0),
                row.getInteger(1),
                row.getString(2),
                row.getOffsetDateTime(3).toInstant(),
                row.getString(4));
    }
}
