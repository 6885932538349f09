package io.jianmi.workflow.incident;

import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceColumns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads incidents with the instances that they hold up: one round trip. */
@Singleton
final class IncidentStore {

    /** Behind a cursor on one partial index; each instance by its key. */
    private static final String SELECT = """
            select i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator,
            coalesce(v.node, (select c.node from %1$s.wf_visit c where c.instance = i.id
             and c.token = o.body::json ->> 'token' order by c.opened_at desc limit 1), i.ending, i.resume_at),
            %2$s::text from %1$s.outbox o
            left join %1$s.wf_visit v on v.id = (o.body::json ->> 'visit')::uuid
            join %1$s.wf_instance i on i.id = coalesce(v.instance, (o.body::json ->> 'instance')::uuid)
            where %3$s and o.id %4$s $1 order by o.id desc limit $2
            """;

    private final Pool pool;

    IncidentStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * An incident and the instance that it holds up.
     *
     * @param node the step at which that stood last; empty: it has not started
     */
    record Held(Incident incident, Instance instance, Optional<String> node) {}

    /** Newest first, those before that id. */
    Uni<List<Held>> before(TenantKey tenant, long id, int limit) {
        return select(tenant, "<", id, limit);
    }

    /** Empty when there is no such incident, or no longer. */
    Uni<Optional<Held>> find(TenantKey tenant, long id) {
        return select(tenant, "=", id, 1).map(found -> found.stream().findFirst());
    }

    private Uni<List<Held>> select(TenantKey tenant, String comparison, long id, int limit) {
        String sql =
                SELECT.formatted("\"" + tenant.schema() + "\"", Incident.JSON, Incident.PARKED.formatted(), comparison);
        return pool.preparedQuery(sql).execute(Tuple.of(id, limit)).map(rows -> {
            List<Held> list = new ArrayList<>();
            rows.forEach(row -> list.add(held(row)));
            return list;
        });
    }

    private static Held held(Row row) {
        Instance instance = InstanceColumns.read(row, 0);
        return new Held(Incident.of(Json.parse(row.getString(8))), instance, Optional.ofNullable(row.getString(7)));
    }

    /** Where a message stands that was given back to the relay. */
    Uni<Standing> standing(TenantKey tenant, long id) {
        String sql = "select %s::text, o.parked_at is not null from \"%s\".outbox o where o.id = $1"
                .formatted(Incident.JSON, tenant.schema());
        return pool.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> {
            if (!rows.iterator().hasNext()) {
                return new Standing(Result.DONE, Optional.empty());
            }
            Row row = rows.iterator().next();
            return row.getBoolean(1)
                    ? new Standing(Result.FAILED, Optional.of(Incident.of(Json.parse(row.getString(0)))))
                    : new Standing(Result.TRYING, Optional.empty());
        });
    }

    /** What has come of a retry. */
    enum Result {
        DONE,
        TRYING,
        FAILED
    }

    /** @param incident of one that has failed again */
    record Standing(Result result, Optional<Incident> incident) {}
}
