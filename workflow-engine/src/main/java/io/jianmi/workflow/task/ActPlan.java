package io.jianmi.workflow.task;

import io.jianmi.core.identity.MemberId;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.sign.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act does, computed from what was read. Pure.
 *
 * @param taskStatus of the task acted on
 * @param step the whole step, when it is decided
 * @param changes of other tasks of the step
 * @param added tasks that come to be
 * @param reopened visits that a take-back opens and closes
 * @param targets whom or what the timeline names: members, or the node of a return
 */
record ActPlan(
        TaskStatus taskStatus,
        Optional<Step> step,
        List<Change> changes,
        List<Added> added,
        Optional<Reopened> reopened,
        List<String> targets) {

    ActPlan {
        changes = List.copyOf(changes);
        added = List.copyOf(added);
        targets = List.copyOf(targets);
    }

    /**
     * A decided step.
     *
     * @param outcome approve, reject or return
     * @param target node that a return goes to
     * @param backTo node that a straight-back return hands back to
     * @param endsInstance the rejection ends the instance
     */
    record Step(String outcome, Optional<String> target, Optional<String> backTo, boolean endsInstance) {}

    /** @param decision what is noted of a task that is cancelled; null: nothing */
    record Change(
            UUID task,
            TaskStatus from,
            TaskStatus to,
            @Nullable String decision) {}

    /**
     * A new signer of the visit.
     *
     * @param seat whose signature his is part of
     * @param asker the seat that asks for him; null when the node's rule did, or for whom he stands in
     * @param origin the task that was handed on to him; null when nobody lost one
     * @param delegator for whom he acts; null: in his own name
     */
    record Added(
            UUID id,
            MemberId assignee,
            UUID seat,
            int turn,
            double rank,
            @Nullable UUID asker,
            @Nullable UUID origin,
            @Nullable MemberId delegator,
            TaskStatus status) {

        Added standing() {
            return new Added(id, assignee, seat, turn, rank, asker, origin, delegator, TaskStatus.OPEN);
        }
    }

    /** @param closed the step that stands meanwhile and stands no longer; empty when the decided one was not left yet */
    record Reopened(Optional<UUID> closed) {}

    static ActPlan keeping(TaskStatus status) {
        return new ActPlan(status, Optional.empty(), List.of(), List.of(), Optional.empty(), List.of());
    }

    /** What the signers amount to after the act. */
    static ActPlan of(LoadedTask task, Roster roster, TaskStatus own, List<MemberId> targets) {
        Verdict verdict = roster.verdict();
        boolean decided = verdict != Verdict.PENDING;
        TaskStatus status = decided && own == TaskStatus.OPEN ? TaskStatus.CANCELLED : own;
        return new ActPlan(
                status,
                decided ? Optional.of(step(task, verdict)) : Optional.empty(),
                roster.changes(task.id()),
                decided ? List.of() : roster.added(),
                Optional.empty(),
                targets.stream().map(MemberId::value).toList());
    }

    private static Step step(LoadedTask task, Verdict verdict) {
        boolean rejected = verdict == Verdict.REJECTED;
        return new Step(
                rejected ? TaskAction.REJECT.key() : TaskAction.APPROVE.key(),
                Optional.empty(),
                task.visit().flatMap(visit -> Optional.ofNullable(visit.backTo())),
                rejected && task.compiledNode().reject().isEmpty());
    }
}
