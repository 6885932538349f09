package io.jianmi.workflow.task;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.outbox.OutboxDrain;
import io.jianmi.core.store.StatementCache;
import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.Gathering;
import io.jianmi.form.record.RecordFlow;
import io.jianmi.form.record.RecordFlow.OpenTask;
import io.jianmi.form.record.RecordWorkflow;
import io.jianmi.form.record.TaskGrant;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.design.WorkflowRef;
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
import java.time.InstantSource;
import java.time.ZoneOffset;
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
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What workflows tell the record runtime. */
@Singleton
public final class TaskFlows implements RecordWorkflow {

    /** Per record a row for each open task of the newest instance and each task of the actor; one row where there is neither. */
    private static final String FLOWS = """
            select r.id, i.status, t.id, t.kind, t.status, t.node, t.app, t.workflow, t.workflow_version, t.delegator is not null,
            t.stands, t.his from %2$s r(id)
            left join lateral (select n.id, n.status from %1$s.wf_instance n where n.record = r.id
             order by n.started_at desc limit 1) i on true
            left join lateral (select x.*, coalesce(x.instance = i.id and i.status = 'RUNNING', false) as stands,
             x.assignee = $2 and x.kind <> 'SUBMIT' and x.status not in ('WAITING', 'CANCELLED') as his
             from %1$s.task x where x.record = r.id) t on t.his or t.stands and t.status = 'OPEN' and t.kind <> 'COPY'
            order by t.created_at, t.id
            """;

    /** Whose tasks are told of beside the records'. */
    private record Onlooker(TenantKey tenant, String member) {}

    private final Gathering<Onlooker, List<UUID>, Map<UUID, RecordFlow>> gathered = new Gathering<>(this::each);
    private final Pool pool;
    private final WorkflowCatalog catalog;
    private final Submitting submitting;
    private final OutboxDrain drain;
    private final InstantSource clock;

    TaskFlows(
            @ReactiveDataSource(StatementCache.BY_KEY) Pool pool,
            WorkflowCatalog catalog,
            Submitting submitting,
            OutboxDrain drain,
            InstantSource clock) {
        this.pool = pool;
        this.catalog = catalog;
        this.submitting = submitting;
        this.drain = drain;
        this.clock = clock;
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
                    Map<UUID, List<Row>> byRecord = new HashMap<>();
                    rows.forEach(row -> byRecord.computeIfAbsent(row.getUUID(0), first -> new ArrayList<>())
                            .add(row));
                    return workflows(onlooker.tenant(), byRecord.values()).map(workflows -> read(byRecord, workflows));
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
    public Uni<Optional<Start>> onSubmitted(
            Actor actor, String form, List<Submission> submissions, Optional<List<String>> to) {
        return submitting.start(actor, form, submissions, to);
    }

    @Override
    public Uni<List<NextStep>> chosenAtSubmission(Actor actor, String form, Map<String, Object> values) {
        return submitting.chosen(actor, form, values);
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

    /** Where the record stands, which is at the first of its open steps; at none for a moment: where it was last. */
    @Override
    public Write onManaged(Actor actor, UUID entry, UUID record, int version, Set<String> changed) {
        return Write.any(
                """
                insert into "%1$s".wf_timeline (id, instance, record, at, entry, node, actor, changed, record_version)
                select $1, i.id, i.record, $2, 'edit', coalesce(
                 (select t.node from "%1$s".task t where t.instance = i.id and t.status = 'OPEN' and t.kind <> 'COPY'
                  order by t.created_at, t.id limit 1),
                 (select l.node from "%1$s".wf_timeline l where l.instance = i.id order by l.at desc, l.id desc limit 1)),
                 $3, $4, $5 from "%1$s".wf_instance i where i.record = $6 and i.status = 'RUNNING'
                """.formatted(actor.tenant().schema()),
                Tuples.of(
                        entry,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor.id().value(),
                        changed.stream().sorted().toArray(String[]::new),
                        version,
                        record));
    }

    private Uni<Map<WorkflowRef, CompiledWorkflow>> workflows(TenantKey tenant, Collection<List<Row>> records) {
        List<WorkflowRef> refs = records.stream()
                .flatMap(TaskFlows::his)
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

    private static Map<UUID, RecordFlow> read(
            Map<UUID, List<Row>> byRecord, Map<WorkflowRef, CompiledWorkflow> workflows) {
        return byRecord.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, record -> flow(record.getValue(), workflows)));
    }

    private static RecordFlow flow(List<Row> rows, Map<WorkflowRef, CompiledWorkflow> workflows) {
        return new RecordFlow(
                Optional.ofNullable(rows.get(0).getString(1))
                        .map(status -> InstanceStatus.valueOf(status).key()),
                rows.stream()
                        .filter(TaskFlows::standing)
                        .map(row -> new OpenTask(row.getUUID(2), row.getString(5)))
                        .toList(),
                his(rows)
                        .map(row -> grant(row, Objects.requireNonNull(workflows.get(ref(row)))))
                        .toList());
    }

    /** Tasks of the actor. */
    private static Stream<Row> his(List<Row> rows) {
        return rows.stream().filter(row -> Boolean.TRUE.equals(row.getBoolean(11)));
    }

    /** Whether somebody may still act on the task, where there is one. */
    private static boolean standing(Row row) {
        return Boolean.TRUE.equals(row.getBoolean(10))
                && row.getString(4).equals(TaskStatus.OPEN.name())
                && !row.getString(3).equals(TaskKind.COPY.name());
    }

    private static TaskGrant grant(Row row, CompiledWorkflow workflow) {
        boolean open = row.getBoolean(10) && row.getString(4).equals(TaskStatus.OPEN.name());
        return TaskGrants.of(
                row.getUUID(2),
                TaskKind.valueOf(row.getString(3)),
                open,
                row.getBoolean(9),
                workflow.require(row.getString(5)));
    }

    private static WorkflowRef ref(Row row) {
        return new WorkflowRef(row.getString(6), row.getString(7), row.getInteger(8));
    }
}
