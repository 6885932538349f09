package io.jianmi.workflow.task;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.StatementCache;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.incident.Incident;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceColumns;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.task.LoadedInstance.Awaited;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Reads the newest instance of a record: one round trip. */
@Singleton
public final class InstanceStore {

    /** How long one waits before reminding the same person again. */
    private static final Duration REMINDER_PAUSE = Duration.ofMinutes(10);

    private static final String LOAD = """
            select i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator, i.status,
            i.ending is not null, i.moves, """ + TaskStore.TRAIL + "," + TaskStore.REACHED + """
            , (select json_agg(json_build_array(t.id, t.assignee, t.node, coalesce(t.reminded_at > $3, false))
             order by t.created_at, t.id)::text from %1$s.task t
             where t.record = i.record and t.instance = i.id and t.status = 'OPEN' and t.kind in ('WORK', 'AGAIN')),
            (select""" + " " + Incident.JSON
            + "::text from %1$s.outbox o where o.key = i.record and " + Incident.PARKED + """
             order by o.id limit 1)
            from %1$s.wf_instance i where i.record = $1 and i.form = $2 order by i.started_at desc limit 1
            """;

    private final Pool pool;
    private final WorkflowCatalog catalog;
    private final InstantSource clock;

    InstanceStore(@ReactiveDataSource(StatementCache.BY_KEY) Pool pool, WorkflowCatalog catalog, InstantSource clock) {
        this.pool = pool;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Empty when no workflow ever ran on it. */
    Uni<Optional<LoadedInstance>> newest(TenantKey tenant, String form, UUID record) {
        return pool.preparedQuery(LOAD.formatted("\"" + tenant.schema() + "\""))
                .execute(Tuple.of(
                        record, form, clock.instant().minus(REMINDER_PAUSE).atOffset(ZoneOffset.UTC)))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    Row row = rows.iterator().next();
                    Instance instance = InstanceColumns.read(row, 0);
                    return catalog.load(tenant, instance.workflow())
                            .map(workflow -> Optional.of(new LoadedInstance(
                                    instance,
                                    InstanceStatus.valueOf(row.getString(7)),
                                    row.getBoolean(8),
                                    row.getInteger(9),
                                    TaskStore.trail(row.getString(10)),
                                    TaskStore.words(row.getString(11)),
                                    TaskStore.list(
                                            row.getString(12),
                                            task -> new Awaited(
                                                    UUID.fromString(task.path(0).asText()),
                                                    new MemberId(task.path(1).asText()),
                                                    task.path(2).asText(),
                                                    task.path(3).asBoolean())),
                                    Optional.ofNullable(row.getString(13))
                                            .map(problem -> Incident.of(Json.parse(problem))),
                                    workflow)));
                });
    }
}
