package io.jianmi.workflow.task;

import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.Due;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.sign.Signature;
import io.jianmi.workflow.task.ActPlans.Around;
import java.util.List;

/** What the end of a task's term does, as its node says. Pure. */
final class TimeOutPlan {

    /** What a task keeps whose term's end was a rejection. */
    static final String REJECTED = word("Reject");

    private TimeOutPlan() {}

    static ActPlan of(LoadedTask task, Around around) {
        return switch (then(task)) {
            case APPROVE -> ActPlans.sign(task, Signature.APPROVED, List.of());
            case REJECT -> ActPlans.sign(task, Signature.REJECTED, List.of());
            case REASSIGN ->
                SignerPlans.replaceBy(task, around.heirs(), around).orElseGet(() -> ActPlan.keeping(TaskStatus.OPEN));
            case NOTIFY -> ActPlan.keeping(TaskStatus.OPEN);
        };
    }

    /**
     * The word of the timeline: {@code timeOut} where the task stays, else with what has come of it.
     *
     * @param to what the task becomes
     */
    static String word(LoadedTask task, TaskStatus to) {
        if (to == TaskStatus.TRANSFERRED) {
            return word("Reassign");
        }
        if (to == TaskStatus.OPEN) {
            return word("");
        }
        return then(task) == Due.Then.REJECT ? REJECTED : word("Approve");
    }

    private static String word(String outcome) {
        return TaskAction.TIME_OUT.key() + outcome;
    }

    private static Due.Then then(LoadedTask task) {
        return task.work().flatMap(Duty.Work::due).map(Due::then).orElse(Due.Then.NOTIFY);
    }
}
