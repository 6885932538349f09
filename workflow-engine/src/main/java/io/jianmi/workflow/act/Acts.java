package io.jianmi.workflow.act;

import static io.jianmi.workflow.act.Proviso.NOBODY_ACTED_SINCE;
import static io.jianmi.workflow.act.Proviso.REMINDER_DUE;
import static io.jianmi.workflow.act.Proviso.SIGNER_ADDED;
import static io.jianmi.workflow.act.Proviso.SOMEBODY_AWAITED;
import static io.jianmi.workflow.act.Proviso.TERM_OVER;
import static io.jianmi.workflow.act.Proviso.WITHDRAWABLE;
import static io.jianmi.workflow.act.Who.ADMIN;
import static io.jianmi.workflow.act.Who.ASSIGNEE;
import static io.jianmi.workflow.act.Who.INITIATOR;
import static io.jianmi.workflow.act.Who.SYSTEM;
import static io.jianmi.workflow.instance.InstanceStatus.COMPLETED;
import static io.jianmi.workflow.instance.InstanceStatus.REJECTED;
import static io.jianmi.workflow.instance.InstanceStatus.RUNNING;
import static io.jianmi.workflow.instance.InstanceStatus.TERMINATED;
import static io.jianmi.workflow.instance.InstanceStatus.WITHDRAWN;
import static io.jianmi.workflow.instance.TaskStatus.CANCELLED;
import static io.jianmi.workflow.instance.TaskStatus.DONE;
import static io.jianmi.workflow.instance.TaskStatus.OPEN;
import static io.jianmi.workflow.instance.TaskStatus.TRANSFERRED;
import static io.jianmi.workflow.instance.TaskStatus.WAITING;
import static io.jianmi.workflow.node.TaskAction.ADD_SIGNER;
import static io.jianmi.workflow.node.TaskAction.APPROVE;
import static io.jianmi.workflow.node.TaskAction.AUTO_REMIND;
import static io.jianmi.workflow.node.TaskAction.DELEGATE;
import static io.jianmi.workflow.node.TaskAction.REACTIVATE;
import static io.jianmi.workflow.node.TaskAction.REASSIGN;
import static io.jianmi.workflow.node.TaskAction.REJECT;
import static io.jianmi.workflow.node.TaskAction.REMIND;
import static io.jianmi.workflow.node.TaskAction.REMOVE_SIGNER;
import static io.jianmi.workflow.node.TaskAction.RETURN;
import static io.jianmi.workflow.node.TaskAction.SAVE;
import static io.jianmi.workflow.node.TaskAction.TAKE_BACK;
import static io.jianmi.workflow.node.TaskAction.TERMINATE;
import static io.jianmi.workflow.node.TaskAction.TIME_OUT;
import static io.jianmi.workflow.node.TaskAction.TRANSFER;
import static io.jianmi.workflow.node.TaskAction.WITHDRAW;

import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.TaskAction;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one table of acts: handlers refuse by it, and what a task offers is read from it. */
public final class Acts {

    private static final Set<InstanceStatus> RUNS = Set.of(RUNNING);
    private static final Set<InstanceStatus> ENDED = Set.of(COMPLETED, REJECTED, WITHDRAWN, TERMINATED);
    private static final TaskState HIS = new TaskState(TaskKind.WORK, OPEN);
    private static final TaskState AGAIN = new TaskState(TaskKind.AGAIN, OPEN);
    private static final TaskState DECIDED = new TaskState(TaskKind.WORK, DONE);
    private static final TaskState HANDED_ON = new TaskState(TaskKind.WORK, TRANSFERRED);
    private static final TaskState AHEAD = new TaskState(TaskKind.WORK, WAITING);
    private static final TaskState SUBMITTED = new TaskState(TaskKind.SUBMIT, DONE);

    /** Removing one signer may decide the step: what is left undecided, the remover's own task too, is then cancelled. */
    private static final List<ActRule> TABLE = List.of(
            decides(APPROVE, Set.of(HIS, AGAIN), Set.of(DONE), Set.of(COMPLETED)),
            decides(REJECT, Set.of(HIS), Set.of(DONE), Set.of(REJECTED)),
            decides(RETURN, Set.of(HIS), Set.of(DONE), Set.of()),
            decides(TRANSFER, Set.of(HIS), Set.of(TRANSFERRED), Set.of()),
            decides(ADD_SIGNER, Set.of(HIS), Set.of(OPEN, TRANSFERRED), Set.of()),
            task(
                    REMOVE_SIGNER,
                    ASSIGNEE,
                    Set.of(HIS),
                    true,
                    SIGNER_ADDED,
                    false,
                    Set.of(OPEN, CANCELLED),
                    Set.of(REJECTED)),
            decides(SAVE, Set.of(HIS, AGAIN), Set.of(OPEN), Set.of()),
            task(
                    TAKE_BACK,
                    ASSIGNEE,
                    Set.of(DECIDED, HANDED_ON),
                    false,
                    NOBODY_ACTED_SINCE,
                    false,
                    Set.of(OPEN),
                    Set.of()),
            task(REASSIGN, ADMIN, Set.of(HIS, AHEAD), false, null, true, Set.of(TRANSFERRED), Set.of()),
            whole(REMIND, INITIATOR, RUNS, Set.of(SUBMITTED, HIS), false, SOMEBODY_AWAITED, false, Set.of()),
            whole(WITHDRAW, INITIATOR, RUNS, Set.of(SUBMITTED), true, WITHDRAWABLE, false, Set.of(WITHDRAWN)),
            whole(TERMINATE, ADMIN, RUNS, Set.of(), false, null, true, Set.of(TERMINATED)),
            whole(REACTIVATE, ADMIN, ENDED, Set.of(), false, null, true, Set.of(RUNNING)),
            system(TIME_OUT, TERM_OVER, Set.of(OPEN, DONE, TRANSFERRED), Set.of(COMPLETED, REJECTED)),
            system(AUTO_REMIND, REMINDER_DUE, Set.of(OPEN), Set.of()),
            system(DELEGATE, null, Set.of(TRANSFERRED), Set.of()));

    private static final Map<TaskAction, ActRule> RULES = byAct();

    private Acts() {}

    public static List<ActRule> table() {
        return TABLE;
    }

    /** The row of an act; every act has exactly one. */
    public static ActRule rule(TaskAction act) {
        return Objects.requireNonNull(RULES.get(act));
    }

    public static Ruling ruling(TaskAction act, Situation situation) {
        return rule(act).in(situation);
    }

    /** What somebody may do in a situation, in the order of the table. */
    public static Set<TaskAction> open(Situation situation) {
        Set<TaskAction> open = EnumSet.noneOf(TaskAction.class);
        TABLE.stream().filter(rule -> rule.in(situation) == Ruling.MAY).forEach(rule -> open.add(rule.act()));
        return Collections.unmodifiableSet(open);
    }

    /** An assignee's, on his open task, where the definition names it. */
    private static ActRule decides(
            TaskAction act, Set<TaskState> tasks, Set<TaskStatus> taskTo, Set<InstanceStatus> instanceTo) {
        return task(act, ASSIGNEE, tasks, true, null, false, taskTo, instanceTo);
    }

    /** What no person does, on an open task. */
    private static ActRule system(
            TaskAction act, @Nullable Proviso proviso, Set<TaskStatus> taskTo, Set<InstanceStatus> instanceTo) {
        return task(act, SYSTEM, Set.of(HIS), false, proviso, false, taskTo, instanceTo);
    }

    private static ActRule task(
            TaskAction act,
            Who who,
            Set<TaskState> tasks,
            boolean named,
            @Nullable Proviso proviso,
            boolean reason,
            Set<TaskStatus> taskTo,
            Set<InstanceStatus> instanceTo) {
        return new ActRule(
                act, who, RUNS, tasks, false, named, Optional.ofNullable(proviso), reason, taskTo, instanceTo);
    }

    private static ActRule whole(
            TaskAction act,
            Who who,
            Set<InstanceStatus> instance,
            Set<TaskState> tasks,
            boolean named,
            @Nullable Proviso proviso,
            boolean reason,
            Set<InstanceStatus> instanceTo) {
        return new ActRule(
                act, who, instance, tasks, true, named, Optional.ofNullable(proviso), reason, Set.of(), instanceTo);
    }

    private static Map<TaskAction, ActRule> byAct() {
        Map<TaskAction, ActRule> rules = new EnumMap<>(TaskAction.class);
        TABLE.forEach(rule -> rules.put(rule.act(), rule));
        return rules;
    }
}
