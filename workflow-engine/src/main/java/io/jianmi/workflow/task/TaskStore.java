package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.task.LoadedTask.Sibling;
import io.jianmi.workflow.task.LoadedTask.Visit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one task with its visit, its siblings and its instance: one round trip. */
@Singleton
public final class TaskStore {

    private static final String LOAD = """
            select t.id, t.kind, t.status, t.assignee, t.node, t.decision, t.created_at, t.done_at, t.due_at,
            t.read_at is not null, i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator, i.status,
            v.id, v.status, v.version, v.token, v.back_to,
            (select string_agg(p.node, ',' order by p.opened_at, p.id) from %1$s.wf_visit p
             where p.instance = i.id and p.id is distinct from t.visit and p.outcome = 'approve'),
            (select json_agg(json_build_array(s.id, s.assignee, s.status, s.decision) order by s.seq, s.id)::text
             from %1$s.task s where s.visit = t.visit)
            from %1$s.task t join %1$s.wf_instance i on i.id = t.instance
            left join %1$s.wf_visit v on v.id = t.visit where t.id = $1
            """;

    private final Pool pool;
    private final WorkflowCatalog catalog;

    TaskStore(Pool pool, WorkflowCatalog catalog) {
        this.pool = pool;
        this.catalog = catalog;
    }

    /** Missing: {@code task.not-found}. */
    Uni<LoadedTask> load(TenantKey tenant, UUID id) {
        return pool.preparedQuery(LOAD.formatted("\"" + tenant.schema() + "\""))
                .execute(Tuple.of(id))
                .chain(rows -> {
                    Iterator<Row> found = rows.iterator();
                    if (!found.hasNext()) {
                        return Uni.createFrom().failure(ProblemException.of(TaskProblem.NOT_FOUND));
                    }
                    Row row = found.next();
                    Instance instance = instance(row, 10);
                    return catalog.load(tenant, instance.workflow()).map(workflow -> read(row, instance, workflow));
                });
    }

    /** Seven columns from an offset on: id, app, workflow, version, form, record, initiator. */
    static Instance instance(Row row, int at) {
        return new Instance(
                row.getUUID(at),
                new WorkflowRef(row.getString(at + 1), row.getString(at + 2), row.getInteger(at + 3)),
                row.getString(at + 4),
                row.getUUID(at + 5),
                new MemberId(row.getString(at + 6)));
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static LoadedTask read(Row row, Instance instance, CompiledWorkflow workflow) {
        return new LoadedTask(
                row.getUUID(0),
                TaskKind.valueOf(row.getString(1)),
                TaskStatus.valueOf(row.getString(2)),
                new MemberId(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getOffsetDateTime(6).toInstant(),
                instant(row.getOffsetDateTime(7)),
                instant(row.getOffsetDateTime(8)),
                row.getBoolean(9),
                instance,
                InstanceStatus.valueOf(row.getString(17)),
                visit(row),
                passed(row.getString(4), row.getString(23), workflow),
                siblings(row.getString(24)),
                workflow);
    }

    /** Where the way back leads, nearest last. */
    private static List<String> passed(String node, @Nullable String nodes, CompiledWorkflow workflow) {
        return nodes == null
                ? List.of()
                : Arrays.stream(nodes.split(","))
                        .flatMap(passed -> workflow.blocks().back(node, passed).stream())
                        .toList();
    }

    private static @Nullable Visit visit(Row row) {
        return row.getUUID(18) == null
                ? null
                : new Visit(
                        row.getUUID(18),
                        row.getString(19).equals("OPEN"),
                        row.getInteger(20),
                        Token.parse(row.getString(21)),
                        row.getString(22));
    }

    private static List<Sibling> siblings(@Nullable String json) {
        List<Sibling> siblings = new ArrayList<>();
        if (json != null) {
            for (JsonNode task : Json.parse(json)) {
                siblings.add(new Sibling(
                        UUID.fromString(task.path(0).asText()),
                        new MemberId(task.path(1).asText()),
                        TaskStatus.valueOf(task.path(2).asText()),
                        task.path(3).isNull() ? null : task.path(3).asText()));
            }
        }
        return siblings;
    }
}
