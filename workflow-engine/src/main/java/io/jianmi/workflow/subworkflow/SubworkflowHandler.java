package io.jianmi.workflow.subworkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.FollowUp;
import io.jianmi.core.outbox.Outbox;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RecordProblem;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.automation.AutomationProblem;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.TurnNews;
import io.jianmi.workflow.instance.WorkflowTopic;
import io.jianmi.workflow.subworkflow.LaunchStore.Next;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What happens at a subworkflow node, as commands of the system. All workflows that start there start in one transaction, which
 * also notes them as children and removes the message: a second delivery finds them started. The end of each leaves a message
 * for the instance that waits; the last one lets it go on.
 */
@Singleton
public final class SubworkflowHandler implements FollowUp, CommandHandler<RunSubworkflow, Boolean, Launching> {

    /** A record that somebody has just changed is read again. */
    private static final int TRIES = 3;

    /** No two instances run on one record. */
    private static final String RUNNING = "wf_instance_running";

    private final CommandPipeline pipeline;
    private final TenantWriter writer;
    private final Outbox outbox;
    private final LaunchStore store;
    private final ChildStarts starts;
    private final WorkflowRecords records;
    private final Ids ids;
    private final InstantSource clock;

    public SubworkflowHandler(
            CommandPipeline pipeline,
            TenantWriter writer,
            Outbox outbox,
            LaunchStore store,
            ChildStarts starts,
            WorkflowRecords records,
            Ids ids,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.writer = writer;
        this.outbox = outbox;
        this.store = store;
        this.starts = starts;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return WorkflowTopic.SUBWORKFLOW;
    }

    @Override
    public Uni<Void> handle(TenantKey tenant, long id, UUID key, JsonNode body) {
        return outbox.settle(
                writer,
                tenant,
                id,
                pipeline.run(this, new RunSubworkflow(WorkflowTopic.visit(body), id), Actor.system(tenant)),
                AutomationProblem.GONE);
    }

    @Override
    public Uni<Launching> load(RunSubworkflow command, Actor actor) {
        return store.load(actor.tenant(), command.visit());
    }

    /** What it may start was declared, checked and published. */
    @Override
    public Permit authorize(RunSubworkflow command, Launching at, Actor actor) {
        return Permit.allow(at.instance().workflow().processId());
    }

    @Override
    public int tries() {
        return TRIES;
    }

    @Override
    public Uni<Changes<Boolean>> decide(RunSubworkflow command, Launching at, Actor actor) {
        Instant now = clock.instant();
        return at.started()
                ? Uni.createFrom().item(() -> ended(command, at, actor.tenant(), now))
                : starts.of(actor.tenant(), at).map(begun -> started(command, at, actor.tenant(), begun, now));
    }

    private Changes<Boolean> started(RunSubworkflow command, Launching at, TenantKey tenant, Begun begun, Instant now) {
        UUID entry = ids.next();
        Map<UUID, UUID> instances = begun.instances();
        Next next = at.duty().waits() && !instances.isEmpty() ? Next.WAIT : Next.PASS;
        List<Write> writes = new ArrayList<>(begun.writes());
        if (!begun.versions().isEmpty()) {
            writes.add(LaunchStore.children(tenant, at, entry, begun));
        }
        writes.add(LaunchStore.goOn(tenant, at, next, now));
        writes.add(LaunchStore.note(tenant, at, entry, "start", now));
        writes.add(outbox.done(tenant, command.message()));
        List<AuditDraft> audit = new ArrayList<>();
        audit.add(entry(command, at, "start")
                .with(Map.of("records", begun.versions().size(), "started", instances.size()))
                .as(entry));
        audit.addAll(begun.audit());
        begun.versions().forEach((record, version) -> {
            if (instances.containsKey(record)) {
                audit.add(child(at, record, version, instances.get(record)));
            }
        });
        List<OutboxMessage> messages = new ArrayList<>(begun.messages());
        if (next == Next.PASS) {
            messages.add(advance(at));
        }
        return new Changes<>(writes, audit, messages, () -> true);
    }

    private Changes<Boolean> ended(RunSubworkflow command, Launching at, TenantKey tenant, Instant now) {
        UUID entry = ids.next();
        Instance instance = at.instance();
        boolean passed = at.failed() == 0;
        boolean ends = !passed && at.compiledNode().reject().isEmpty();
        List<Write> writes = new ArrayList<>();
        writes.add(LaunchStore.goOn(tenant, at, passed ? Next.PASS : Next.REJECT, now));
        if (ends) {
            writes.addAll(LaunchStore.reject(tenant, at, now));
        }
        String did = passed ? "pass" : "reject";
        writes.add(LaunchStore.note(tenant, at, entry, did, now));
        writes.add(outbox.done(tenant, command.message()));
        List<OutboxMessage> messages = new ArrayList<>();
        if (ends) {
            messages.add(WorkflowTopic.cancel(instance.record(), instance.id(), at.token()));
            messages.addAll(Notifications.messages(
                    List.of(new TurnNews(instance, MemberId.SYSTEM).ended(ids.next(), InstanceStatus.REJECTED))));
        } else {
            messages.add(advance(at));
        }
        AuditDraft audit =
                entry(command, at, did).with(Map.of("failed", at.failed())).as(entry);
        return Changes.of(writes, audit, messages, () -> true);
    }

    private static OutboxMessage advance(Launching at) {
        return WorkflowTopic.advance(at.instance().record(), at.visit());
    }

    private static AuditDraft entry(RunSubworkflow command, Launching at, String did) {
        Instance instance = at.instance();
        return AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "instance", instance.id().toString(),
                        "record", instance.record().toString(),
                        "form", instance.form(),
                        "node", at.node(),
                        "did", did));
    }

    /** The submission of a child is the system's act, under the id that its entry of the timeline has. */
    private static AuditDraft child(Launching at, UUID record, int version, UUID child) {
        return AuditDraft.of("workflow.start", "record/" + at.form() + "/" + record)
                .with(Map.of(
                        "version", version,
                        "child", child.toString(),
                        "parent", at.instance().id().toString()))
                .as(child);
    }

    @Override
    public Uni<ProblemException> conflict(RunSubworkflow command, Launching at, Actor actor, String index) {
        return index.equals(RUNNING)
                ? Uni.createFrom().item(ProblemException.of(RecordProblem.IN_WORKFLOW))
                : records.conflict(actor, at.form(), index);
    }
}
