package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.ApprovalCertificate;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.Idempotency;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.form.record.WorkflowRecords.Edit;
import io.jianmi.workflow.act.Acts;
import io.jianmi.workflow.act.Ruling;
import io.jianmi.workflow.act.Situation;
import io.jianmi.workflow.act.Who;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.task.ActPlans.Around;
import io.jianmi.workflow.task.TimelineWriter.Note;
import io.jianmi.workflow.task.TimelineWriter.Shown;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Carries out acts on a task, by the table: its assignee's, and an administrator's who gives it to somebody else. */
@Singleton
public final class DecideHandler implements CommandHandler<DecideTask, LoadedTask, DecideHandler.Before> {

    /** Signers of one node step on each other's toes rarely; five tries outlast a committee. */
    private static final int TRIES = 5;

    private final TaskStore store;
    private final WorkflowRecords records;
    private final OrgDirectory directory;
    private final TimelineWriter timeline;
    private final Ids ids;
    private final InstantSource clock;

    DecideHandler(
            TaskStore store,
            WorkflowRecords records,
            OrgDirectory directory,
            TimelineWriter timeline,
            Ids ids,
            InstantSource clock) {
        this.store = store;
        this.records = records;
        this.directory = directory;
        this.timeline = timeline;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A task, and what the actor is to it.
     *
     * @param subject of the record, where it was looked at beside the task
     */
    record Before(LoadedTask task, Set<Who> who, Optional<UUID> subject) {

        Situation situation() {
            return task.situation(who);
        }
    }

    @Override
    public Uni<Before> load(DecideTask command, Actor actor) {
        return store.load(actor.tenant(), command.task()).chain(task -> {
            boolean oversees = Acts.rule(command.act()).who() == Who.ADMIN && actor.hasRole(Assignment.ADMIN);
            if (!oversees) {
                return Uni.createFrom().item(new Before(task, task.who(actor.id()), Optional.empty()));
            }
            return records.sight(actor, task.instance().form(), task.instance().record())
                    .onFailure(ProblemException.class)
                    .transform(failure -> ProblemException.of(TaskProblem.NOT_FOUND))
                    .map(sight -> new Before(task, Set.of(Who.ADMIN), Optional.of(sight.subject())));
        });
    }

    @Override
    public Permit authorize(DecideTask command, Before before, Actor actor) {
        Ruling ruling = Acts.ruling(command.act(), before.situation());
        return new Permit(
                ruling == Ruling.NOT_HIS ? ActPlans.refusal(ruling) : Optional.empty(),
                before.task().instance().workflow().processId());
    }

    /** Two signers of one step: the second decides anew on what the first has left. */
    @Override
    public int tries() {
        return TRIES;
    }

    @Override
    public Uni<Changes<LoadedTask>> decide(DecideTask command, Before before, Actor actor) {
        LoadedTask task = before.task();
        ActPlans.refusal(Acts.ruling(command.act(), before.situation())).ifPresent(refusal -> {
            throw refusal;
        });
        return previous(command, task, actor)
                .map(previous ->
                        ActPlans.of(task, command, new Around(directory.of(actor.tenant()), previous, ids::next)))
                .chain(plan -> shown(command, before, actor)
                        .chain(shown -> timeline.note(actor, task.instance().form(), command.comment(), shown)
                                .map(note -> changes(command, task, actor, plan, shown, note))));
    }

    private Uni<Set<MemberId>> previous(DecideTask command, LoadedTask task, Actor actor) {
        boolean brings = Set.of(TaskAction.TRANSFER, TaskAction.REASSIGN, TaskAction.ADD_SIGNER)
                .contains(command.act());
        return brings && ActPlans.rule(task).notPrevious()
                ? store.previous(actor.tenant(), task)
                : Uni.createFrom().item(Set.of());
    }

    /** Who gives a task to somebody else does not look at its record, and changes nothing on it. */
    private Uni<Shown> shown(DecideTask command, Before before, Actor actor) {
        if (before.subject().isPresent()) {
            return Uni.createFrom().item(Shown.nothing(before.subject().get()));
        }
        LoadedTask task = before.task();
        return records.work(
                        actor,
                        task.instance().form(),
                        task.instance().record(),
                        command.data(),
                        TaskGrants.of(task),
                        command.seen())
                .map(work -> new Shown(
                        work.edit(), Optional.of(work.view()), work.edit().subject()));
    }

    @Override
    public Uni<ProblemException> conflict(DecideTask command, Before before, Actor actor, String index) {
        return records.conflict(actor, before.task().instance().form(), index);
    }

    private Changes<LoadedTask> changes(
            DecideTask command, LoadedTask task, Actor actor, ActPlan plan, Shown shown, Note note) {
        Instant now = clock.instant();
        ActWrites act = new ActWrites(actor.tenant(), task, plan, now);
        List<Write> writes = new ArrayList<>(shown.edit().writes());
        writes.addAll(act.of(task.word(command.act())));
        TimelineWriter.Entry entry = new TimelineWriter.Entry(
                task.instance(),
                task.word(command.act()),
                task.node(),
                Optional.of(task.id()),
                plan.targets(),
                Optional.of(Duration.between(task.createdAt(), now)));
        writes.add(TimelineWriter.write(actor, entry, note, shown, now));
        command.request().ifPresent(request -> writes.add(Idempotency.remember(actor, request, List.of(task.id()))));
        List<OutboxMessage> messages = new ArrayList<>(act.messages());
        messages.addAll(Notifications.messages(ActNews.of(task, command.act(), plan, actor.id(), ids.next())));
        return Changes.of(
                writes,
                audit(command, task, plan, shown, note),
                messages,
                () -> task.decided(plan.taskStatus(), task.word(command.act()), now));
    }

    private static AuditDraft audit(DecideTask command, LoadedTask task, ActPlan plan, Shown shown, Note note) {
        Edit edit = shown.edit();
        ObjectNode payload = Json.NODES.objectNode();
        command.comment().ifPresent(comment -> payload.put("comment", comment));
        edit.changed().forEach(payload.putArray("changed")::add);
        return AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "record",
                        task.instance().record().toString(),
                        "form",
                        task.instance().form(),
                        "node",
                        task.node(),
                        "instance",
                        task.instance().id().toString(),
                        "outcome",
                        plan.step().map(ActPlan.Step::outcome).orElse("pending"),
                        "to",
                        String.join(",", plan.targets()),
                        "version",
                        edit.version(),
                        ApprovalCertificate.STATEMENT,
                        note.statement().hash()))
                .with(payload, shown.subject())
                .as(note.id());
    }
}
