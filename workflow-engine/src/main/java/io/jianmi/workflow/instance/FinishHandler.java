package io.jianmi.workflow.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.FollowUp;
import io.jianmi.core.outbox.Outbox;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.record.AutomationRecords.Given;
import io.jianmi.form.record.RecordProblem;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.form.record.WorkflowRecords.Edit;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.compile.Formula;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.node.Duty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Completes an instance whose end sets values: the system itself edits the record through the record pipeline. A refusal
 * there is retried by the relay and then parked as an incident; the instance stays running, never half done.
 */
@Singleton
public final class FinishHandler implements FollowUp, CommandHandler<FinishInstance, Boolean, FinishHandler.Ending> {

    private final CommandPipeline pipeline;
    private final TenantWriter writer;
    private final Outbox outbox;
    private final Pool pool;
    private final WorkflowCatalog catalog;
    private final WorkflowRecords records;
    private final OrgDirectory directory;
    private final Ids ids;
    private final InstantSource clock;

    public FinishHandler(
            CommandPipeline pipeline,
            TenantWriter writer,
            Outbox outbox,
            Pool pool,
            WorkflowCatalog catalog,
            WorkflowRecords records,
            OrgDirectory directory,
            Ids ids,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.writer = writer;
        this.outbox = outbox;
        this.pool = pool;
        this.catalog = catalog;
        this.records = records;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An instance that waits for its values.
     *
     * @param by who acted last
     */
    record Ending(Instance instance, String node, CompiledWorkflow workflow, MemberId by) {}

    @Override
    public String topic() {
        return WorkflowTopic.FINISH;
    }

    @Override
    public Uni<Void> handle(TenantKey tenant, long id, UUID key, JsonNode body) {
        FinishInstance command = new FinishInstance(WorkflowTopic.instance(body), id);
        return outbox.settle(
                writer, tenant, id, pipeline.run(this, command, Actor.system(tenant)), WorkflowProblem.NO_INSTANCE);
    }

    @Override
    public Uni<Ending> load(FinishInstance command, Actor actor) {
        String sql = """
                select id, app, workflow, workflow_version, form, record, initiator, ending,
                (select t.assignee from "%1$s".task t
                 where t.record = i.record and t.instance = i.id and t.status = 'DONE' and t.kind <> 'COPY'
                 order by t.done_at desc, t.id desc limit 1)
                from "%1$s".wf_instance i where id = $1 and status = 'RUNNING' and ending is not null
                """.formatted(actor.tenant().schema());
        return pool.preparedQuery(sql).execute(Tuple.of(command.instance())).chain(rows -> {
            if (!rows.iterator().hasNext()) {
                return Uni.createFrom().failure(ProblemException.of(WorkflowProblem.NO_INSTANCE));
            }
            Row row = rows.iterator().next();
            Instance instance = InstanceColumns.read(row, 0);
            return catalog.load(actor.tenant(), instance.workflow())
                    .map(workflow -> new Ending(instance, row.getString(7), workflow, last(row.getString(8))));
        });
    }

    @Override
    public Permit authorize(FinishInstance command, Ending ending, Actor actor) {
        return Permit.allow(ending.instance().workflow().processId());
    }

    @Override
    public Uni<Changes<Boolean>> decide(FinishInstance command, Ending ending, Actor actor) {
        Instance instance = ending.instance();
        return records.facts(actor.tenant(), instance.form(), instance.record())
                .map(facts -> values(ending, actor.tenant(), facts.values()))
                .chain(values -> records.set(actor.tenant(), instance.form(), instance.record(), values))
                .map(edit -> changes(command, ending, actor.tenant(), edit));
    }

    /** What the end sets is another record's already: whoever looks for the cause is told so. */
    @Override
    public Uni<ProblemException> conflict(FinishInstance command, Ending ending, Actor actor, String index) {
        return Uni.createFrom().item(ProblemException.of(RecordProblem.NOT_UNIQUE));
    }

    /** Values in clear of all fields that the end sets; an expression that gives null empties the field. */
    private Map<String, Given> values(Ending ending, TenantKey tenant, Map<String, Object> facts) {
        Map<String, Object> inputs = new HashMap<>(facts);
        directory
                .of(tenant)
                .actor(ending.instance().initiator())
                .ifPresent(initiator -> inputs.put("user", UserContext.of(initiator)));
        CompiledNode node = ending.workflow().require(ending.node());
        Map<String, Given> values = new HashMap<>();
        if (node.duty() instanceof Duty.Finish finish) {
            finish.set().forEach((field, text) -> {
                Formula formula = Objects.requireNonNull(node.formulas().get(text));
                values.put(field, new Given(formula.evaluate(inputs), formula.taint()));
            });
        }
        return values;
    }

    private Changes<Boolean> changes(FinishInstance command, Ending ending, TenantKey tenant, Edit edit) {
        Instance instance = ending.instance();
        String schema = "\"" + tenant.schema() + "\"";
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        UUID entry = ids.next();
        List<Write> writes = new ArrayList<>(edit.writes());
        writes.add(Write.one(
                "update %s.wf_instance set status = 'COMPLETED', ended_at = $2 where id = $1 and status = 'RUNNING'"
                        .formatted(schema),
                Tuple.of(instance.id(), now)));
        writes.add(Write.one(
                """
                insert into %s.wf_timeline (id, instance, record, at, entry, node, actor, changed, record_version)
                values ($1, $2, $3, $4, 'end', $5, $6, $7, $8)
                """.formatted(schema),
                Tuple.tuple(List.of(
                        entry,
                        instance.id(),
                        instance.record(),
                        now,
                        ending.node(),
                        MemberId.SYSTEM.value(),
                        edit.changed().toArray(String[]::new),
                        edit.version()))));
        writes.add(outbox.done(tenant, command.message()));
        writes.add(Lineage.ended(tenant, instance.id()));
        AuditDraft audit = AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "record", instance.record().toString(),
                        "form", instance.form(),
                        "instance", instance.id().toString(),
                        "node", ending.node(),
                        "version", edit.version()))
                .as(entry);
        TurnNews news = new TurnNews(instance, ending.by());
        return Changes.of(
                writes,
                audit,
                Notifications.messages(List.of(news.ended(ids.next(), InstanceStatus.COMPLETED))),
                () -> true);
    }

    private static MemberId last(@Nullable String decider) {
        return decider == null ? MemberId.SYSTEM : new MemberId(decider);
    }
}
