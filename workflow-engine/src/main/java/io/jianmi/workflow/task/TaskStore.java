package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StatementCache;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.Gathering;
import io.jianmi.workflow.act.Trail;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.instance.Deed;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceColumns;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.node.Timing;
import io.jianmi.workflow.task.LoadedTask.Sibling;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads tasks with their visits, their siblings and their instances: one round trip for those that are asked for at once. */
@Singleton
public final class TaskStore {

    /** The steps of instance {@code i} that wait: for people, and for what the system does by itself. */
    static final String TRAIL = """
            (select json_agg(json_build_array(p.id, p.node, p.status, p.outcome, p.back_to, p.version, p.token)
             order by p.opened_at, p.id)::text from %1$s.wf_visit p where p.instance = i.id)
            """;

    /** Nodes that instance {@code i} has reached, those where nobody waits too. */
    static final String REACHED = """
            (select json_agg(distinct n.node)::text from (select node from %1$s.wf_visit where instance = i.id
             union all select node from %1$s.wf_timeline where instance = i.id and entry in ('cc', 'skip', 'end')) n)
            """;

    private static final String SIGNERS = """
            (select json_agg(json_build_array(s.id, s.assignee, s.status, s.decision, s.seq, s.seat, s.rank, s.added, s.origin,
             s.chosen is not null)
             order by s.seq, s.rank, s.id)::text from %1$s.task s
             where s.record = i.record and s.visit =
            """;

    private static final String LOAD = """
            select t.id, t.kind, t.status, t.assignee, t.node, t.decision, t.created_at, t.done_at, t.due_at,
            t.read_at is not null, i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator, i.status,
            t.visit, """ + TRAIL + "," + SIGNERS + """
             t.visit), i.ending is not null, t.remind_at, t.timed_out_at, t.delegator%2$s
            from %1$s.task t join %1$s.wf_instance i on i.id = t.instance where t.id = any($1)
            """;

    /** What only acts on a task that is over ask. Where it does not stand, PostgreSQL still makes ready for it at every execution. */
    private static final String OVER = """
            , case when t.kind = 'WORK' and t.status in ('DONE', 'TRANSFERRED') then """ + SIGNERS + """
             (select w.id from %1$s.wf_visit w where w.instance = i.id and w.outcome is distinct from 'takeBack'
              order by w.opened_at desc, w.id desc limit 1)) end,
            case when t.kind = 'SUBMIT' then """ + REACHED + " end";

    private static final int OVER_FROM = 25;

    private static final String DEEDS = """
            select assignee, delegator, node, visit, decision from %s.task
            where record = $2 and instance = $1 and kind = 'WORK' and status = 'DONE' order by done_at, id
            """;

    /** By statement and task. */
    private final Gathering<String, UUID, Row> gathered = new Gathering<>(this::rows);

    private final Pool pool;
    private final WorkflowCatalog catalog;

    TaskStore(@ReactiveDataSource(StatementCache.BY_KEY) Pool pool, WorkflowCatalog catalog) {
        this.pool = pool;
        this.catalog = catalog;
    }

    /** Missing: {@code task.not-found}. */
    Uni<LoadedTask> load(TenantKey tenant, UUID id) {
        String schema = schema(tenant);
        return one(tenant, id, LOAD.formatted(schema, OVER.formatted(schema)));
    }

    /** For an act on it: what has followed is told where that is taken back, and not where the task must be open. */
    Uni<LoadedTask> loadFor(TaskAction act, TenantKey tenant, UUID id) {
        return act == TaskAction.TAKE_BACK ? load(tenant, id) : one(tenant, id, LOAD.formatted(schema(tenant), ""));
    }

    private Uni<LoadedTask> one(TenantKey tenant, UUID id, String sql) {
        return gathered.find(sql, id).chain(found -> {
            Row row = found.orElseThrow(() -> ProblemException.of(TaskProblem.NOT_FOUND));
            Instance instance = InstanceColumns.read(row, 10);
            return catalog.load(tenant, instance.workflow()).map(workflow -> read(row, instance, workflow));
        });
    }

    private Uni<Map<UUID, Row>> rows(String sql, List<UUID> tasks) {
        return pool.preparedQuery(sql)
                .execute(Tuple.tuple().addArrayOfUUID(tasks.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Row> byTask = new HashMap<>();
                    rows.forEach(row -> byTask.put(row.getUUID(0), row));
                    return byTask;
                });
    }

    private static String schema(TenantKey tenant) {
        return "\"" + tenant.schema() + "\"";
    }

    /** What was decided on the instance of a task, oldest first. */
    Uni<List<Deed>> deeds(TenantKey tenant, LoadedTask task) {
        return pool.preparedQuery(DEEDS.formatted(schema(tenant)))
                .execute(Tuple.of(task.instance().id(), task.instance().record()))
                .map(rows -> {
                    List<Deed> deeds = new ArrayList<>();
                    rows.forEach(row -> deeds.add(deed(row)));
                    return deeds;
                });
    }

    private static Deed deed(Row row) {
        String delegator = row.getString(1);
        return new Deed(
                new MemberId(row.getString(0)),
                delegator == null ? null : new MemberId(delegator),
                row.getString(2),
                row.getUUID(3),
                row.getString(4));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static LoadedTask read(Row row, Instance instance, CompiledWorkflow workflow) {
        boolean over = row.size() > OVER_FROM;
        return new LoadedTask(
                row.getUUID(0),
                TaskKind.valueOf(row.getString(1)),
                TaskStatus.valueOf(row.getString(2)),
                new MemberId(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getOffsetDateTime(6).toInstant(),
                instant(row.getOffsetDateTime(7)),
                new Timing(
                        instant(row.getOffsetDateTime(8)),
                        instant(row.getOffsetDateTime(22)),
                        instant(row.getOffsetDateTime(23))),
                row.getString(24) == null ? null : new MemberId(row.getString(24)),
                row.getBoolean(9),
                instance,
                InstanceStatus.valueOf(row.getString(17)),
                row.getUUID(18),
                trail(row.getString(19)),
                list(row.getString(20), TaskStore::sibling),
                list(over ? row.getString(OVER_FROM) : null, TaskStore::sibling),
                over && withdrawable(workflow, words(row.getString(OVER_FROM + 1)), row.getBoolean(21)),
                workflow);
    }

    static Trail trail(@Nullable String json) {
        return new Trail(list(
                json,
                visit -> new Trail.Visit(
                        UUID.fromString(visit.path(0).asText()),
                        visit.path(1).asText(),
                        Trail.Status.valueOf(visit.path(2).asText()),
                        visit.path(3).textValue(),
                        visit.path(4).textValue(),
                        visit.path(5).asInt(),
                        visit.path(6).asText())));
    }

    static Set<String> words(@Nullable String json) {
        return Set.copyOf(list(json, JsonNode::asText));
    }

    /** Whether the workflow lets its initiator withdraw, and it is not too late: no end was reached, and no step named. */
    static boolean withdrawable(CompiledWorkflow workflow, Set<String> reached, boolean ending) {
        return !ending
                && workflow.definition()
                        .withdraw()
                        .filter(rule -> rule.before().stream().noneMatch(reached::contains))
                        .isPresent();
    }

    private static Sibling sibling(JsonNode task) {
        return new Sibling(
                UUID.fromString(task.path(0).asText()),
                new MemberId(task.path(1).asText()),
                TaskStatus.valueOf(task.path(2).asText()),
                task.path(3).textValue(),
                task.path(4).asInt(),
                id(task.path(5)),
                task.path(6).asDouble(),
                id(task.path(7)),
                id(task.path(8)),
                task.path(9).asBoolean());
    }

    private static @Nullable UUID id(JsonNode text) {
        return text.isTextual() ? UUID.fromString(text.textValue()) : null;
    }

    static <T> List<T> list(@Nullable String json, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        if (json != null) {
            Json.parse(json).forEach(item -> list.add(read.apply(item)));
        }
        return list;
    }
}
