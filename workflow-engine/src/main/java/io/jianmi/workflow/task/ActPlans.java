package io.jianmi.workflow.task;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.workflow.act.Acts;
import io.jianmi.workflow.act.Ruling;
import io.jianmi.workflow.act.Who;
import io.jianmi.workflow.instance.Deed;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.CommentRule;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.ReturnRule;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.sign.SignRule;
import io.jianmi.workflow.sign.Signature;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Every act on a task, as a plan. Pure. */
final class ActPlans {

    private static final Set<TaskAction> SAYING_NOBODY =
            Set.of(TaskAction.REJECT, TaskAction.SAVE, TaskAction.TAKE_BACK);

    private ActPlans() {}

    /**
     * What is known beside the task.
     *
     * @param deeds what others have decided on the instance, oldest first; read only where the act asks
     * @param heirs to whom the end of the term gives the task, in order
     * @param ids fresh ids of tasks
     */
    record Around(Org org, List<Deed> deeds, List<MemberId> heirs, Supplier<UUID> ids) {

        Around with(List<MemberId> heirs) {
            return new Around(org, deeds, heirs, ids);
        }

        /** Members who signed the step before. */
        Set<MemberId> previous(LoadedTask task) {
            List<Deed> others = deeds.stream()
                    .filter(deed -> !deed.visit().equals(task.visitId()))
                    .toList();
            return Deed.before(task.node(), others, task.workflow().blocks());
        }
    }

    /** @throws ProblemException when what the command says cannot be done; whether it may be done was asked before */
    static ActPlan of(LoadedTask task, DecideTask command, Around around) {
        needComment(task, command);
        if (SAYING_NOBODY.contains(command.act())) {
            NextPeople.none(command);
        }
        return switch (command.act()) {
            case APPROVE -> sign(task, Signature.APPROVED, NextPeople.of(task, command, around));
            case REJECT -> sign(task, Signature.REJECTED, List.of());
            case RETURN -> back(task, command.to());
            case TRANSFER, REASSIGN -> SignerPlans.replace(task, command, around);
            case ADD_SIGNER -> SignerPlans.add(task, command, around);
            case REMOVE_SIGNER -> SignerPlans.remove(task, command.to(), around.org());
            case DELEGATE -> SignerPlans.delegate(task, command, around);
            case TIME_OUT -> TimeOutPlan.of(task, around);
            case SAVE, AUTO_REMIND -> ActPlan.keeping(TaskStatus.OPEN);
            case TAKE_BACK -> TakeBackPlan.of(task);
            case REMIND, WITHDRAW, TERMINATE, REACTIVATE ->
                throw new IllegalArgumentException("an act on the instance is no act on a task");
        };
    }

    /** Why the table does not let it be done; empty: it does. */
    static Optional<ProblemException> refusal(Ruling ruling) {
        return switch (ruling) {
            case MAY -> Optional.empty();
            case NOT_HIS -> Optional.of(ProblemException.of(TaskProblem.NOT_FOUND));
            case CLOSED -> Optional.of(ProblemException.of(TaskProblem.ALREADY_HANDLED));
            case NOT_OFFERED -> Optional.of(ProblemException.of(TaskProblem.ACTION_NOT_OFFERED));
            case TOO_LATE -> Optional.of(ProblemException.of(TaskProblem.TOO_LATE));
        };
    }

    static SignRule rule(LoadedTask task) {
        return task.work().map(Duty.Work::sign).orElse(SignRule.any());
    }

    private static void needComment(LoadedTask task, DecideTask command) {
        CommentRule rule = task.work().map(Duty.Work::comment).orElse(CommentRule.OPTIONAL);
        boolean person = Acts.rule(command.act()).who() != Who.SYSTEM;
        boolean demanded = person && (Acts.rule(command.act()).reason() || rule.demands(command.act()));
        if (demanded && command.comment().isEmpty()) {
            throw TaskProblem.COMMENT_REQUIRED.at("/comment");
        }
    }

    /** @param chosen for the step behind it */
    static ActPlan sign(LoadedTask task, Signature signature, List<MemberId> chosen) {
        Roster roster = Roster.of(rule(task), task.siblings()).sign(task.id(), signature);
        return ActPlan.of(task, roster, TaskStatus.DONE, chosen);
    }

    private static ActPlan back(LoadedTask task, List<String> to) {
        ReturnRule rule = task.work().map(Duty.Work::returns).orElse(ReturnRule.anywhere());
        String wish = to.stream().findFirst().orElse(rule.fallback());
        if (to.size() > 1 || !rule.allows(wish)) {
            throw TaskProblem.RETURN_TARGET.at("/to");
        }
        String start = task.workflow().start().key();
        List<String> before = task.before();
        String target = switch (wish) {
            case ReturnRule.START -> start;
            case ReturnRule.PREVIOUS -> before.isEmpty() ? start : before.get(before.size() - 1);
            default -> wish;
        };
        if (!target.equals(start) && !before.contains(target)) {
            throw TaskProblem.RETURN_TARGET.at("/to");
        }
        ActPlan.Step step = new ActPlan.Step(
                TaskAction.RETURN.key(),
                Optional.of(target),
                rule.straightBack() ? Optional.of(task.node()) : Optional.empty(),
                false);
        List<ActPlan.Change> cancelled = task.siblings().stream()
                .filter(sibling -> sibling.undecided() && !sibling.id().equals(task.id()))
                .map(sibling -> new ActPlan.Change(sibling.id(), sibling.status(), TaskStatus.CANCELLED, null))
                .toList();
        return new ActPlan(TaskStatus.DONE, Optional.of(step), cancelled, List.of(), Optional.empty(), List.of(target));
    }
}
