package io.jianmi.workflow.task;

import io.jianmi.core.calendar.WorkingCalendar;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.Due;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.node.Timing;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an act does to terms. Pure.
 *
 * @param own of the task acted on, afterwards
 * @param fresh of a task that begins to stand
 * @param added of a task that comes to be; handing a task on buys no time
 */
record Terms(Timing own, Timing fresh, Timing added) {

    private static final Set<TaskAction> HANDING_ON =
            Set.of(TaskAction.TRANSFER, TaskAction.REASSIGN, TaskAction.DELEGATE);

    static Terms of(
            LoadedTask task, TaskAction act, TaskStatus becomes, Optional<WorkingCalendar> calendar, Instant now) {
        Optional<Due> due = task.work().flatMap(Duty.Work::due);
        Timing fresh = due.map(rule -> rule.from(now, calendar)).orElse(Timing.NONE);
        Timing stored = task.timing();
        Timing own = switch (act) {
            case TAKE_BACK -> becomes == TaskStatus.OPEN ? fresh : stored;
            case TIME_OUT -> stored.timedOut(now);
            case AUTO_REMIND ->
                stored.reminding(
                        due.flatMap(rule -> rule.nextReminder(now, calendar)).orElse(null));
            default -> stored;
        };
        return new Terms(own, fresh, HANDING_ON.contains(act) ? stored : fresh);
    }
}
