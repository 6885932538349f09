package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.outbox.OutboxDrain;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.store.StatementCache;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.Gathering;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.record.RecordFlow;
import io.jianmi.form.record.RecordFlow.OpenTask;
import io.jianmi.form.record.RecordWorkflow;
import io.jianmi.form.record.TaskGrant;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.instance.InstanceStart;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.instance.TaskStatus;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What workflows tell the record runtime. */
@Singleton
public final class TaskFlows implements RecordWorkflow {

    /** Newest instance, its open tasks, and all tasks of the actor, per record. */
    private static final String FLOWS = """
            select r.id, i.status,
            (select json_agg(json_build_array(o.id, o.node) order by o.created_at, o.id)::text from %1$s.task o
             where o.instance = i.id and o.status = 'OPEN' and o.kind <> 'COPY' and i.status = 'RUNNING'),
            (select json_agg(json_build_array(t.id, t.kind, t.status, t.node, t.app, t.workflow, t.workflow_version,
              t.instance = i.id and i.status = 'RUNNING', t.delegator is not null))::text
             from %1$s.task t where t.record = r.id and t.assignee = $2 and t.kind <> 'SUBMIT' and t.status not in ('WAITING', 'CANCELLED'))
            from %2$s r(id)
            left join lateral (select n.id, n.status from %1$s.wf_instance n where n.record = r.id
             order by n.started_at desc limit 1) i on true
            """;

    /** Whose tasks are told of beside the records'. */
    private record Onlooker(TenantKey tenant, String member) {}

    private final Gathering<Onlooker, List<UUID>, Map<UUID, RecordFlow>> gathered = new Gathering<>(this::each);
    private final Pool pool;
    private final WorkflowCatalog catalog;
    private final InstanceStart starts;
    private final OutboxDrain drain;

    public TaskFlows(
            @ReactiveDataSource(StatementCache.BY_KEY) Pool pool,
            WorkflowCatalog catalog,
            InstanceStart starts,
            OutboxDrain drain) {
        this.pool = pool;
        this.catalog = catalog;
        this.starts = starts;
        this.drain = drain;
    }

    @Override
    public boolean bound(TenantKey tenant, String form) {
        return !catalog.current(tenant, form).isEmpty();
    }

    @Override
    public Uni<Map<UUID, RecordFlow>> flows(Actor actor, String form, Collection<UUID> records) {
        return gathered.find(
                        new Onlooker(actor.tenant(), actor.id().value()),
                        records.stream().distinct().toList())
                .map(Optional::orElseThrow);
    }

    private Uni<Map<List<UUID>, Map<UUID, RecordFlow>>> each(Onlooker onlooker, List<List<UUID>> pages) {
        List<UUID> all = pages.stream().flatMap(List::stream).distinct().toList();
        return flows(onlooker, all)
                .map(flows -> pages.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                page -> page.stream()
                                        .collect(Collectors.toMap(Function.identity(), id -> flows.get(id))))));
    }

    private Uni<Map<UUID, RecordFlow>> flows(Onlooker onlooker, List<UUID> records) {
        // An array of unknown length is planned anew for each call; one record need not be.
        boolean one = records.size() == 1;
        Object wanted = one ? records.get(0) : records.toArray(UUID[]::new);
        return pool.preparedQuery(FLOWS.formatted(
                        "\"" + onlooker.tenant().schema() + "\"", one ? "(values ($1::uuid))" : "unnest($1::uuid[])"))
                .execute(Tuple.of(wanted, onlooker.member()))
                .chain(rows -> {
                    List<Row> list = new ArrayList<>();
                    rows.forEach(list::add);
                    return workflows(onlooker.tenant(), list).map(workflows -> read(list, workflows));
                });
    }

    @Override
    public Optional<Condition> involving(Actor actor, String form) {
        if (!bound(actor.tenant(), form)) {
            return Optional.empty();
        }
        return Optional.of(DSL.condition(
                "id in (select t.record from {0} t where t.assignee = {1} and t.form = {2} and t.kind <> 'SUBMIT'"
                        + " and t.status not in ('WAITING', 'CANCELLED'))",
                DSL.table(DSL.name(actor.tenant().schema(), "task")),
                DSL.val(actor.id().value()),
                DSL.val(form)));
    }

    @Override
    public Uni<Optional<Start>> onSubmitted(Actor actor, String form, int formVersion, List<Submission> submissions) {
        return Multi.createFrom()
                .iterable(catalog.current(actor.tenant(), form))
                .onItem()
                .transformToUniAndConcatenate(
                        ref -> catalog.load(actor.tenant(), ref).map(workflow -> Map.entry(ref, workflow)))
                .collect()
                .asList()
                .map(workflows -> starts(actor, form, workflows, submissions));
    }

    /** Each record starts the first workflow whose condition it fulfils. */
    private Optional<Start> starts(
            Actor actor,
            String form,
            List<Map.Entry<WorkflowRef, CompiledWorkflow>> workflows,
            List<Submission> submissions) {
        List<Submission> left = new ArrayList<>(submissions);
        List<Write> writes = new ArrayList<>();
        List<OutboxMessage> messages = new ArrayList<>();
        Map<String, Object> user = UserContext.of(actor);
        workflows.forEach(workflow -> {
            List<Submission> mine = left.stream()
                    .filter(submission -> submission
                                    .workflow()
                                    .map(workflow.getKey().key()::equals)
                                    .orElse(true)
                            && starts(workflow.getValue(), user, submission))
                    .toList();
            if (!mine.isEmpty()) {
                left.removeAll(mine);
                Start start = starts.of(actor, workflow.getKey(), workflow.getValue(), form, mine);
                writes.addAll(start.writes());
                messages.addAll(start.messages());
            }
        });
        return messages.isEmpty() ? Optional.empty() : Optional.of(new Start(writes, messages));
    }

    @Override
    public Uni<Set<UUID>> open(TenantKey tenant, Collection<UUID> tasks) {
        return pool.preparedQuery("""
                        select t.id from "%1$s".task t join "%1$s".wf_instance i on i.id = t.instance
                        where t.id = any($1) and t.status = 'OPEN' and i.status = 'RUNNING'
                        """.formatted(tenant.schema()))
                .execute(Tuple.tuple().addArrayOfUUID(tasks.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> open = new HashSet<>();
                    rows.forEach(row -> open.add(row.getUUID(0)));
                    return open;
                });
    }

    @Override
    public Uni<Void> settled(TenantKey tenant, UUID record, Duration patience) {
        return drain.drained(tenant, record, patience).replaceWithVoid();
    }

    private static boolean starts(CompiledWorkflow workflow, Map<String, Object> user, Submission submission) {
        if (workflow.startWhen().isEmpty()) {
            return true;
        }
        Map<String, Object> inputs = new HashMap<>(submission.values());
        inputs.put("user", user);
        return workflow.startWhen().get().holds(inputs);
    }

    private Uni<Map<WorkflowRef, CompiledWorkflow>> workflows(TenantKey tenant, List<Row> rows) {
        List<WorkflowRef> refs = rows.stream()
                .flatMap(row -> tasks(row).stream())
                .map(TaskFlows::ref)
                .distinct()
                .toList();
        Map<WorkflowRef, CompiledWorkflow> loaded = new HashMap<>();
        return Multi.createFrom()
                .iterable(refs)
                .onItem()
                .transformToUniAndConcatenate(
                        ref -> catalog.load(tenant, ref).invoke(workflow -> loaded.put(ref, workflow)))
                .collect()
                .asList()
                .map(ignored -> loaded);
    }

    private static Map<UUID, RecordFlow> read(List<Row> rows, Map<WorkflowRef, CompiledWorkflow> workflows) {
        return rows.stream().collect(Collectors.toMap(row -> row.getUUID(0), row -> flow(row, workflows)));
    }

    private static RecordFlow flow(Row row, Map<WorkflowRef, CompiledWorkflow> workflows) {
        List<OpenTask> open = list(
                row.getString(2),
                task -> new OpenTask(
                        UUID.fromString(task.path(0).asText()), task.path(1).asText()));
        List<TaskGrant> grants = tasks(row).stream()
                .map(task -> grant(task, Objects.requireNonNull(workflows.get(ref(task)))))
                .toList();
        return new RecordFlow(
                Optional.ofNullable(row.getString(1))
                        .map(status -> InstanceStatus.valueOf(status).key()),
                open,
                grants);
    }

    private static TaskGrant grant(JsonNode task, CompiledWorkflow workflow) {
        boolean open =
                task.path(7).asBoolean() && TaskStatus.valueOf(task.path(2).asText()) == TaskStatus.OPEN;
        return TaskGrants.of(
                UUID.fromString(task.path(0).asText()),
                TaskKind.valueOf(task.path(1).asText()),
                open,
                task.path(8).asBoolean(),
                workflow.require(task.path(3).asText()));
    }

    private static WorkflowRef ref(JsonNode task) {
        return new WorkflowRef(
                task.path(4).asText(), task.path(5).asText(), task.path(6).asInt());
    }

    private static List<JsonNode> tasks(Row row) {
        return list(row.getString(3), Function.identity());
    }

    private static <T> List<T> list(@Nullable String json, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        if (json != null) {
            Json.parse(json).forEach(item -> list.add(read.apply(item)));
        }
        return list;
    }
}
