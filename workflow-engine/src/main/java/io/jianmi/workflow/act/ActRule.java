package io.jianmi.workflow.act;

import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.TaskAction;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the table. The timeline entry and, with its domain, the audit entry are the act's key.
 *
 * @param instance statuses in which it may be done
 * @param tasks tasks on which it is done
 * @param whole whether it is also done on the instance as a whole
 * @param named whether the definition must name it
 * @param proviso what must hold besides
 * @param reason whether it always needs a comment; else the node's rule decides
 * @param taskTo what the task may become; empty: nothing changes on it
 * @param instanceTo what the instance may become; empty: nothing changes on it
 */
public record ActRule(
        TaskAction act,
        Who who,
        Set<InstanceStatus> instance,
        Set<TaskState> tasks,
        boolean whole,
        boolean named,
        Optional<Proviso> proviso,
        boolean reason,
        Set<TaskStatus> taskTo,
        Set<InstanceStatus> instanceTo) {

    Ruling in(Situation situation) {
        if (!situation.who().contains(who)) {
            return Ruling.NOT_HIS;
        }
        if (!instance.contains(situation.instance())) {
            return Ruling.CLOSED;
        }
        Ruling place = situation.task().map(this::on).orElse(whole ? Ruling.MAY : Ruling.NOT_OFFERED);
        if (place != Ruling.MAY) {
            return place;
        }
        if (named && !situation.offered().contains(act)) {
            return Ruling.NOT_OFFERED;
        }
        return proviso.filter(wanted -> !situation.holds().contains(wanted)).isPresent() ? Ruling.TOO_LATE : Ruling.MAY;
    }

    private Ruling on(TaskState task) {
        if (tasks.contains(task)) {
            return Ruling.MAY;
        }
        boolean otherKind = tasks.stream().anyMatch(state -> state.status() == task.status());
        return otherKind ? Ruling.NOT_OFFERED : Ruling.CLOSED;
    }
}
