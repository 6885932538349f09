package io.jianmi.workflow.task;

import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.CommentRule;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.ReturnRule;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.sign.SignPolicy;
import io.jianmi.workflow.sign.SignRule;
import io.jianmi.workflow.sign.Signature;
import io.jianmi.workflow.sign.Verdict;
import io.jianmi.workflow.task.LoadedTask.Sibling;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a decision does, computed from what was read. Pure.
 *
 * @param taskStatus of the decided task
 * @param outcome of the whole step, when it is decided: approve, reject or return
 * @param target node that a return goes to
 * @param backTo node that a straight-back return hands back to
 * @param next waiting task whose turn has come
 * @param transferTo whose the task is now
 * @param endsInstance the rejection ends the instance
 */
record DecisionPlan(
        TaskStatus taskStatus,
        Optional<String> outcome,
        Optional<String> target,
        Optional<String> backTo,
        Optional<UUID> next,
        Optional<MemberId> transferTo,
        boolean endsInstance) {

    /** @throws ProblemException when the step does not allow this */
    static DecisionPlan of(LoadedTask task, DecideTask command, Org org) {
        check(task, command);
        return switch (command.act()) {
            case APPROVE, REJECT -> sign(task, command.act());
            case RETURN -> back(task, command.to());
            case TRANSFER -> transfer(task, command.to(), org);
            case ADD_SIGNER, REMOVE_SIGNER, SAVE -> throw ProblemException.of(TaskProblem.ACTION_NOT_OFFERED);
        };
    }

    private static void check(LoadedTask task, DecideTask command) {
        if (!task.open() || task.visit() == null || !task.visit().open()) {
            throw ProblemException.of(TaskProblem.ALREADY_HANDLED);
        }
        if (!task.actions().contains(command.act())) {
            throw ProblemException.of(TaskProblem.ACTION_NOT_OFFERED);
        }
        CommentRule rule = task.work().map(Duty.Work::comment).orElse(CommentRule.OPTIONAL);
        if (rule.demands(command.act()) && command.comment().isEmpty()) {
            throw ProblemException.of(TaskProblem.COMMENT_REQUIRED);
        }
    }

    private static DecisionPlan sign(LoadedTask task, TaskAction act) {
        SignRule rule = task.work().map(Duty.Work::sign).orElse(SignRule.any());
        List<Sibling> signers = task.siblings().stream()
                .filter(sibling -> sibling.status() != TaskStatus.TRANSFERRED)
                .toList();
        List<Signature> signatures = signers.stream()
                .map(sibling -> sibling.id().equals(task.id()) ? signature(act) : signature(sibling))
                .toList();
        Verdict verdict = SignPolicy.decide(rule, signatures);
        Optional<UUID> next = verdict == Verdict.NEXT
                ? Optional.of(signers.get(signatures.indexOf(Signature.WAITING)).id())
                : Optional.empty();
        Optional<String> outcome = switch (verdict) {
            case APPROVED -> Optional.of(TaskAction.APPROVE.key());
            case REJECTED -> Optional.of(TaskAction.REJECT.key());
            case PENDING, NEXT -> Optional.empty();
        };
        boolean ends =
                verdict == Verdict.REJECTED && task.compiledNode().reject().isEmpty();
        Optional<String> backTo =
                Optional.ofNullable(task.visit() == null ? null : task.visit().backTo());
        return new DecisionPlan(TaskStatus.DONE, outcome, Optional.empty(), backTo, next, Optional.empty(), ends);
    }

    private static DecisionPlan back(LoadedTask task, Optional<String> to) {
        ReturnRule rule = task.work().map(Duty.Work::returns).orElse(ReturnRule.anywhere());
        String wish = to.orElse(rule.fallback());
        if (!rule.allows(wish)) {
            throw ProblemException.of(TaskProblem.RETURN_TARGET);
        }
        String start = task.workflow().start().key();
        List<String> before =
                task.passed().stream().filter(node -> !node.equals(task.node())).toList();
        String target = switch (wish) {
            case ReturnRule.START -> start;
            case ReturnRule.PREVIOUS -> before.isEmpty() ? start : before.get(before.size() - 1);
            default -> wish;
        };
        if (!target.equals(start) && !before.contains(target)) {
            throw ProblemException.of(TaskProblem.RETURN_TARGET);
        }
        return new DecisionPlan(
                TaskStatus.DONE,
                Optional.of(TaskAction.RETURN.key()),
                Optional.of(target),
                rule.straightBack() ? Optional.of(task.node()) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static DecisionPlan transfer(LoadedTask task, Optional<String> to, Org org) {
        SignRule rule = task.work().map(Duty.Work::sign).orElse(SignRule.any());
        MemberId target = to.filter(id -> !id.isBlank())
                .flatMap(id -> org.member(new MemberId(id)).or(() -> org.memberByName(id)))
                .filter(Member::enabled)
                .map(Member::id)
                .filter(id -> !id.equals(task.assignee()))
                .filter(id -> !rule.notInitiator() || !id.equals(task.instance().initiator()))
                .filter(id -> task.siblings().stream()
                        .noneMatch(
                                sibling -> sibling.assignee().equals(id) && sibling.status() != TaskStatus.TRANSFERRED))
                .orElseThrow(() -> ProblemException.of(TaskProblem.TRANSFER_TARGET));
        return new DecisionPlan(
                TaskStatus.TRANSFERRED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(target),
                false);
    }

    private static Signature signature(TaskAction act) {
        return act == TaskAction.APPROVE ? Signature.APPROVED : Signature.REJECTED;
    }

    private static Signature signature(Sibling sibling) {
        return switch (sibling.status()) {
            case WAITING -> Signature.WAITING;
            case DONE -> "reject".equals(sibling.decision()) ? Signature.REJECTED : Signature.APPROVED;
            case OPEN, TRANSFERRED, CANCELLED -> Signature.OPEN;
        };
    }
}
