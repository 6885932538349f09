package io.jianmi.workflow.automation;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.outbox.FollowUp;
import io.jianmi.core.outbox.Outbox;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.automation.StandingStore.Next;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.WorkflowTopic;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Does one step of an automation as a command of the system. What it changes, that it is done and the message that asked for
 * it are one transaction: a second delivery changes nothing, and whatever dies in between has not happened. A refusal is tried
 * again by the relay and then parked as an incident; the instance stays where it is.
 */
@Singleton
public final class RunStepHandler implements FollowUp, CommandHandler<RunStep, Boolean, Standing> {

    /** A record that somebody has just changed is read again. */
    private static final int TRIES = 3;

    private final CommandPipeline pipeline;
    private final TenantWriter writer;
    private final Outbox outbox;
    private final StandingStore store;
    private final Steps steps;
    private final WorkflowRecords records;
    private final Ids ids;
    private final InstantSource clock;

    public RunStepHandler(
            CommandPipeline pipeline,
            TenantWriter writer,
            Outbox outbox,
            StandingStore store,
            Steps steps,
            WorkflowRecords records,
            Ids ids,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.writer = writer;
        this.outbox = outbox;
        this.store = store;
        this.steps = steps;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return WorkflowTopic.AUTOMATE;
    }

    @Override
    public Uni<Void> handle(TenantKey tenant, long id, UUID key, JsonNode body) {
        return outbox.settle(
                writer,
                tenant,
                id,
                pipeline.run(this, new RunStep(WorkflowTopic.visit(body), id), Actor.system(tenant)),
                AutomationProblem.GONE);
    }

    @Override
    public Uni<Standing> load(RunStep command, Actor actor) {
        return store.load(actor.tenant(), command.visit());
    }

    /** What it may do was declared, checked and published; the tags rule besides. */
    @Override
    public Permit authorize(RunStep command, Standing standing, Actor actor) {
        return Permit.allow(standing.instance().workflow().processId());
    }

    @Override
    public int tries() {
        return TRIES;
    }

    @Override
    public Uni<Changes<Boolean>> decide(RunStep command, Standing standing, Actor actor) {
        Uni<StepDone> done = standing.step()
                .map(step -> steps.of(actor.tenant(), standing, step))
                .orElseGet(() -> Uni.createFrom().item(StepDone.nothing("")));
        return done.map(step -> changes(command, standing, actor.tenant(), step));
    }

    private Changes<Boolean> changes(RunStep command, Standing standing, TenantKey tenant, StepDone done) {
        Instance instance = standing.instance();
        Instant now = clock.instant();
        Next next = done.until() != null ? Next.WAIT : standing.last() ? Next.INSTANCE : Next.STEP;
        List<Write> writes = new ArrayList<>(done.writes());
        writes.add(StandingStore.goOn(tenant, standing, next, done.until(), now));
        UUID note = ids.next();
        if (standing.step().isPresent()) {
            writes.add(StandingStore.note(tenant, note, standing, done, now));
        }
        writes.add(outbox.done(tenant, command.message()));
        List<OutboxMessage> followUps = new ArrayList<>(done.followUps());
        if (next == Next.STEP) {
            followUps.add(WorkflowTopic.automate(instance.record(), standing.visit()));
        } else if (next == Next.INSTANCE) {
            followUps.add(WorkflowTopic.advance(instance.record(), standing.visit()));
        }
        List<AuditDraft> audit =
                new ArrayList<>(List.of(entry(command, standing, done).as(note)));
        audit.addAll(done.audit());
        return new Changes<>(writes, audit, followUps, () -> true);
    }

    private static AuditDraft entry(RunStep command, Standing standing, StepDone done) {
        Instance instance = standing.instance();
        return AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "instance", instance.id().toString(),
                        "record", instance.record().toString(),
                        "form", instance.form(),
                        "node", standing.node(),
                        "step", standing.done(),
                        "did", done.word()))
                .with(done.about());
    }

    @Override
    public Uni<ProblemException> conflict(RunStep command, Standing standing, Actor actor, String index) {
        return records.conflict(actor, standing.written(), index);
    }
}
