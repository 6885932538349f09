package io.jianmi.workflow.task;

import io.jianmi.core.identity.MemberId;
import io.jianmi.workflow.act.Acts;
import io.jianmi.workflow.act.Proviso;
import io.jianmi.workflow.act.Situation;
import io.jianmi.workflow.act.TaskState;
import io.jianmi.workflow.act.Trail;
import io.jianmi.workflow.act.Who;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.compile.ParallelBlocks;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.node.Timing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task with all that an act depends on, read at one moment.
 *
 * @param delegator for whom its person acts; null: in his own name
 * @param visitId what it belongs to; null for copies and submissions
 * @param trail the steps of its instance that wait
 * @param siblings all tasks of the visit in order of assignment, this one too
 * @param next of a task that was decided or handed on: the tasks of the step that stands now
 * @param withdrawable whether the initiator could still withdraw; told of his submission only
 */
record LoadedTask(
        UUID id,
        TaskKind kind,
        TaskStatus status,
        MemberId assignee,
        String node,
        @Nullable String decision,
        Instant createdAt,
        @Nullable Instant doneAt,
        Timing timing,
        @Nullable MemberId delegator,
        boolean read,
        Instance instance,
        InstanceStatus instanceStatus,
        @Nullable UUID visitId,
        Trail trail,
        List<Sibling> siblings,
        List<Sibling> next,
        boolean withdrawable,
        CompiledWorkflow workflow) {

    /**
     * A task of the same visit, with its place among the signers.
     *
     * @param seat whose signature it is part of; null: its own
     * @param added the seat that asked for it; null when the node's rule did
     * @param origin the task by whose act it came to be
     * @param chose its person has chosen who acts on the step behind
     */
    record Sibling(
            UUID id,
            MemberId assignee,
            TaskStatus status,
            @Nullable String decision,
            int turn,
            @Nullable UUID seat,
            double rank,
            @Nullable UUID added,
            @Nullable UUID origin,
            boolean chose) {

        UUID seatId() {
            return seat == null ? id : seat;
        }

        boolean undecided() {
            return status == TaskStatus.OPEN || status == TaskStatus.WAITING;
        }

        /** Whether its person has done something about it himself. */
        boolean acted() {
            return status == TaskStatus.TRANSFERRED || status == TaskStatus.DONE && !"skip".equals(decision);
        }
    }

    /** Where the way back leads, nearest last. */
    List<String> before() {
        ParallelBlocks blocks = workflow.blocks();
        return trail.before(node, workflow.start().key(), blocks::beside).stream()
                .flatMap(passed -> blocks.back(node, passed).stream())
                .toList();
    }

    CompiledNode compiledNode() {
        return workflow.require(node);
    }

    Optional<Trail.Visit> visit() {
        return trail.visits().stream()
                .filter(visit -> visit.id().equals(visitId))
                .findFirst();
    }

    /** This task among those of its visit. */
    Sibling place() {
        return siblings.stream()
                .filter(sibling -> sibling.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    boolean open() {
        return status == TaskStatus.OPEN && kind != TaskKind.COPY && instanceStatus == InstanceStatus.RUNNING;
    }

    /** What somebody who is that to it may do with it now. */
    Set<TaskAction> actions(Set<Who> who) {
        return Acts.open(situation(who));
    }

    Situation situation(Set<Who> who) {
        return new Situation(who, instanceStatus, Optional.of(new TaskState(kind, status)), offered(), provisos());
    }

    /** The same with what time brings, for the system itself. */
    Situation situation(Set<Who> who, Instant now) {
        Situation still = situation(who);
        Set<Proviso> holds = EnumSet.noneOf(Proviso.class);
        holds.addAll(still.holds());
        if (timing.over(now)) {
            holds.add(Proviso.TERM_OVER);
        }
        if (timing.remindsAt(now)) {
            holds.add(Proviso.REMINDER_DUE);
        }
        return new Situation(who, instanceStatus, still.task(), still.offered(), holds);
    }

    /** What the person is to this task by himself; administrators must see the record besides. */
    Set<Who> who(MemberId person) {
        Set<Who> who = EnumSet.noneOf(Who.class);
        if (assignee.equals(person)) {
            who.add(Who.ASSIGNEE);
        }
        if (instance.initiator().equals(person)) {
            who.add(Who.INITIATOR);
        }
        return who;
    }

    private Set<TaskAction> offered() {
        Set<TaskAction> offered = EnumSet.noneOf(TaskAction.class);
        offered.addAll(work().map(Duty.Work::actions).orElse(Set.of(TaskAction.APPROVE, TaskAction.SAVE)));
        if (workflow.definition().withdraw().isPresent()) {
            offered.add(TaskAction.WITHDRAW);
        }
        return offered;
    }

    private Set<Proviso> provisos() {
        Set<Proviso> holds = EnumSet.noneOf(Proviso.class);
        if (kind == TaskKind.WORK && !SignerPlans.removable(this).isEmpty()) {
            holds.add(Proviso.SIGNER_ADDED);
        }
        if (TakeBackPlan.possible(this)) {
            holds.add(Proviso.NOBODY_ACTED_SINCE);
        }
        if (withdrawable) {
            holds.add(Proviso.WITHDRAWABLE);
        }
        if (trail.visits().stream()
                .anyMatch(visit -> visit.status() == Trail.Status.OPEN
                        && !workflow.require(visit.node()).duty().bySystem())) {
            holds.add(Proviso.SOMEBODY_AWAITED);
        }
        return holds;
    }

    /** As its assignee's decision leaves it; times are kept to the microsecond, as they are stored. */
    LoadedTask decided(TaskStatus status, String decision, Instant at) {
        return with(status, decision, at.truncatedTo(ChronoUnit.MICROS), read);
    }

    LoadedTask noticed() {
        return with(status, decision, doneAt, true);
    }

    private LoadedTask with(TaskStatus status, @Nullable String decision, @Nullable Instant doneAt, boolean read) {
        return new LoadedTask(
                id,
                kind,
                status,
                assignee,
                node,
                decision,
                createdAt,
                doneAt,
                timing,
                delegator,
                read,
                instance,
                instanceStatus,
                visitId,
                trail,
                siblings,
                next,
                withdrawable,
                workflow);
    }

    /**
     * What the timeline and the task keep of an act: handing in data is no consent, and what time did nobody has decided.
     *
     * @param to what the task becomes by it
     */
    String word(TaskAction act, TaskStatus to) {
        if (act == TaskAction.TIME_OUT) {
            return TimeOutPlan.word(this, to);
        }
        return work().map(work -> work.purpose().word(act)).orElse(act.key());
    }

    Optional<Duty.Work> work() {
        return compiledNode().duty() instanceof Duty.Work work ? Optional.of(work) : Optional.empty();
    }
}
