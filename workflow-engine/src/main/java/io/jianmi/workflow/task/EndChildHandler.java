package io.jianmi.workflow.task;

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
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.WorkflowProblem;
import io.jianmi.workflow.instance.WorkflowTopic;
import io.jianmi.workflow.node.TaskAction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Ends what another instance has started and no longer waits for, since it was withdrawn, ended or led elsewhere: as an
 * administrator would, in nobody's name. One that has ended by itself stays as it is.
 */
@Singleton
public final class EndChildHandler implements FollowUp, CommandHandler<EndChild, Boolean, LoadedInstance> {

    /** The relay may move the instance meanwhile: then it is ended where it stands now. */
    private static final int TRIES = 5;

    private final CommandPipeline pipeline;
    private final TenantWriter writer;
    private final Outbox outbox;
    private final InstanceStore store;
    private final Ids ids;
    private final InstantSource clock;

    EndChildHandler(
            CommandPipeline pipeline,
            TenantWriter writer,
            Outbox outbox,
            InstanceStore store,
            Ids ids,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.writer = writer;
        this.outbox = outbox;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return WorkflowTopic.END_CHILD;
    }

    @Override
    public Uni<Void> handle(TenantKey tenant, long id, UUID key, JsonNode body) {
        UUID record = UUID.fromString(body.path("record").asText());
        EndChild command = new EndChild(key, body.path("form").asText(), record, id);
        return outbox.settle(
                writer, tenant, id, pipeline.run(this, command, Actor.system(tenant)), WorkflowProblem.NO_INSTANCE);
    }

    @Override
    public Uni<LoadedInstance> load(EndChild command, Actor actor) {
        return store.newest(actor.tenant(), command.form(), command.record())
                .map(found -> found.filter(loaded -> loaded.instance().id().equals(command.instance())
                                && loaded.status() == InstanceStatus.RUNNING)
                        .orElseThrow(() -> ProblemException.of(WorkflowProblem.NO_INSTANCE)));
    }

    @Override
    public Permit authorize(EndChild command, LoadedInstance loaded, Actor actor) {
        return Permit.allow(loaded.instance().workflow().processId());
    }

    @Override
    public int tries() {
        return TRIES;
    }

    @Override
    public Uni<Changes<Boolean>> decide(EndChild command, LoadedInstance loaded, Actor actor) {
        return Uni.createFrom().item(() -> changes(command, loaded, actor.tenant()));
    }

    private Changes<Boolean> changes(EndChild command, LoadedInstance loaded, TenantKey tenant) {
        UUID entry = ids.next();
        SystemEnd end = SystemEnd.of(loaded, tenant, clock.instant(), entry, "parent");
        List<Write> writes = new ArrayList<>(end.writes());
        writes.add(outbox.done(tenant, command.message()));
        AuditDraft audit = AuditDraft.of(command.action(), command.target())
                .with(end.told())
                .as(entry);
        List<OutboxMessage> messages = new ArrayList<>(end.plan().messages());
        messages.addAll(Notifications.messages(
                ActNews.of(loaded, TaskAction.TERMINATE, end.plan(), MemberId.SYSTEM, ids.next())));
        return Changes.of(writes, audit, messages, () -> true);
    }
}
