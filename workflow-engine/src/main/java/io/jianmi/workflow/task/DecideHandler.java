package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.ApprovalCertificate;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.calendar.WorkingCalendar;
import io.jianmi.core.calendar.setting.Calendars;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.form.record.WorkflowRecords.Edit;
import io.jianmi.workflow.act.Acts;
import io.jianmi.workflow.act.Ruling;
import io.jianmi.workflow.act.Situation;
import io.jianmi.workflow.act.Who;
import io.jianmi.workflow.assignee.AssigneeFacts;
import io.jianmi.workflow.assignee.AssigneeRule;
import io.jianmi.workflow.assignee.Assignees;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.instance.Deed;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceFacts;
import io.jianmi.workflow.node.Due;
import io.jianmi.workflow.node.Duty;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Carries out acts on a task, by the table: its assignee's, and an administrator's who gives it to somebody else. */
@Singleton
public final class DecideHandler implements CommandHandler<DecideTask, LoadedTask, DecideHandler.Before> {

    /** Signers of one node step on each other's toes rarely; five tries outlast a committee. */
    private static final int TRIES = 5;

    /** Acts by which somebody comes to a step. */
    private static final Set<TaskAction> BRINGING = Set.of(
            TaskAction.TRANSFER, TaskAction.REASSIGN, TaskAction.ADD_SIGNER, TaskAction.DELEGATE, TaskAction.TIME_OUT);

    private final TaskStore store;
    private final WorkflowRecords records;
    private final OrgDirectory directory;
    private final TimelineWriter timeline;
    private final Ids ids;
    private final InstantSource clock;
    private final Calendars calendars;

    DecideHandler(
            TaskStore store,
            WorkflowRecords records,
            OrgDirectory directory,
            TimelineWriter timeline,
            Ids ids,
            InstantSource clock,
            Calendars calendars) {
        this.store = store;
        this.records = records;
        this.directory = directory;
        this.timeline = timeline;
        this.ids = ids;
        this.clock = clock;
        this.calendars = calendars;
    }

    /**
     * A task, and what the actor is to it.
     *
     * @param subject of the record, where it was looked at beside the task
     * @param now when it was looked at
     */
    record Before(LoadedTask task, Set<Who> who, Optional<UUID> subject, Instant now) {

        Situation situation() {
            return task.situation(who, now);
        }
    }

    @Override
    public Uni<Before> load(DecideTask command, Actor actor) {
        return store.loadFor(command.act(), actor.tenant(), command.task()).chain(task -> {
            Instant now = clock.instant();
            if (actor.system()) {
                return subject(actor, task)
                        .map(subject -> new Before(task, Set.of(Who.SYSTEM), Optional.of(subject), now));
            }
            boolean oversees = Acts.rule(command.act()).who() == Who.ADMIN && actor.hasRole(Assignment.ADMIN);
            if (!oversees) {
                return Uni.createFrom().item(new Before(task, task.who(actor.id()), Optional.empty(), now));
            }
            return records.sight(actor, task.instance().form(), task.instance().record())
                    .onFailure(ProblemException.class)
                    .transform(failure -> ProblemException.of(TaskProblem.NOT_FOUND))
                    .map(sight -> new Before(task, Set.of(Who.ADMIN), Optional.of(sight.subject()), now));
        });
    }

    /** Whose data the record holds; one whose seal is broken is not decided on. */
    private Uni<UUID> subject(Actor actor, LoadedTask task) {
        Instance instance = task.instance();
        return records.edit(
                        actor,
                        instance.form(),
                        instance.record(),
                        Json.NODES.objectNode(),
                        TaskGrants.of(task),
                        OptionalInt.empty())
                .map(edit -> edit.subject().orElseThrow(() -> ProblemException.of(TaskProblem.NOT_FOUND)));
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
        return around(command, task, actor)
                .map(around -> ActPlans.of(task, command, around))
                .chain(plan -> terms(command, task, plan, actor)
                        .chain(terms -> shown(command, before, actor)
                                .chain(shown -> timeline.note(
                                                actor,
                                                task.instance().form(),
                                                task.instance().record(),
                                                command.comment().map(text -> new Spoken(text, command.enclosed())),
                                                shown)
                                        .map(note -> changes(command, task, actor, plan, terms, shown, note)))));
    }

    private Uni<Around> around(DecideTask command, LoadedTask task, Actor actor) {
        Org org = directory.of(actor.tenant());
        return deeds(command, task, actor).chain(deeds -> {
            Around around = new Around(org, deeds, List.of(), ids::next);
            return heirs(command, task, around).map(around::with);
        });
    }

    /** To whom the end of the term gives the task; the administrators where its rule finds nobody. */
    private Uni<List<MemberId>> heirs(DecideTask command, LoadedTask task, Around around) {
        Org org = around.org();
        Optional<AssigneeRule> rule = command.act() == TaskAction.TIME_OUT
                ? task.work().flatMap(Duty.Work::due).flatMap(Due::reassign)
                : Optional.empty();
        if (rule.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Instance instance = task.instance();
        return records.facts(org.tenant(), instance.form(), instance.record()).map(facts -> {
            InstanceFacts values = new InstanceFacts(facts::values, org, instance.initiator());
            return Assignees.find(
                            Assignment.of(rule.get()),
                            org,
                            new AssigneeFacts(
                                    instance.initiator(),
                                    around.previous(task),
                                    List.of(),
                                    values.of(task.compiledNode())))
                    .members();
        });
    }

    private Uni<Terms> terms(DecideTask command, LoadedTask task, ActPlan plan, Actor actor) {
        Uni<Optional<WorkingCalendar>> calendar =
                task.work().flatMap(Duty.Work::due).isPresent()
                        ? calendars.of(actor.tenant())
                        : Uni.createFrom().item(Optional.empty());
        return calendar.map(working -> Terms.of(task, command.act(), plan.taskStatus(), working, clock.instant()));
    }

    private Uni<List<Deed>> deeds(DecideTask command, LoadedTask task, Actor actor) {
        boolean brings = BRINGING.contains(command.act()) && ActPlans.rule(task).notPrevious();
        return brings || NextPeople.asksDeeds(task, command)
                ? store.deeds(actor.tenant(), task)
                : Uni.createFrom().item(List.of());
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
            DecideTask command, LoadedTask task, Actor actor, ActPlan plan, Terms terms, Shown shown, Note note) {
        Instant now = clock.instant();
        String word = task.word(command.act(), plan.taskStatus());
        ActWrites act = new ActWrites(actor.tenant(), task, plan, terms, now);
        List<Write> writes = new ArrayList<>(shown.edit().writes());
        writes.addAll(act.of(word, command.act()));
        TimelineWriter.Entry entry = new TimelineWriter.Entry(
                task.instance(),
                word,
                task.node(),
                Optional.of(task.id()),
                principal(task, actor),
                plan.targets(),
                Optional.of(Duration.between(task.createdAt(), now)));
        writes.add(TimelineWriter.write(actor, entry, note, shown, now));
        writes.addAll(note.files());
        List<OutboxMessage> messages = new ArrayList<>(act.messages());
        messages.addAll(Notifications.messages(ActNews.of(task, command.act(), plan, actor.id(), ids.next())));
        messages.addAll(
                Notifications.messages(List.of(ActNews.mentioned(task, command.enclosed(), actor.id(), ids.next()))));
        return Changes.of(
                        writes,
                        audit(command, task, plan, shown, note, principal(task, actor)),
                        messages,
                        () -> task.decided(plan.taskStatus(), word, now))
                .making(task.id());
    }

    /** For whom he acts. */
    private static Optional<MemberId> principal(LoadedTask task, Actor actor) {
        return actor.id().equals(task.assignee()) ? Optional.ofNullable(task.delegator()) : Optional.empty();
    }

    private static AuditDraft audit(
            DecideTask command, LoadedTask task, ActPlan plan, Shown shown, Note note, Optional<MemberId> principal) {
        Edit edit = shown.edit();
        ObjectNode payload = Json.NODES.objectNode();
        command.comment().ifPresent(comment -> payload.put("comment", comment));
        command.enclosed().into(payload);
        edit.changed().forEach(payload.putArray("changed")::add);
        return AuditDraft.of(command.action(), command.target())
                .with(principal
                        .<Map<String, Object>>map(member -> Map.of(ApprovalCertificate.PRINCIPAL, member.value()))
                        .orElse(Map.of()))
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
