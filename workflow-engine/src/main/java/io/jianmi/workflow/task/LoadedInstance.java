package io.jianmi.workflow.task;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.workflow.act.Proviso;
import io.jianmi.workflow.act.Situation;
import io.jianmi.workflow.act.Trail;
import io.jianmi.workflow.act.Who;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.incident.Incident;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.node.TaskAction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The newest instance of a record with all that an act on it as a whole depends on, read at one moment.
 *
 * @param ending whether it has reached its end and waits for its values to be stored
 * @param moves guards that it is still where it was read
 * @param awaited open tasks
 * @param problem why it does not go on by itself
 */
record LoadedInstance(
        Instance instance,
        InstanceStatus status,
        boolean ending,
        int moves,
        Trail trail,
        Set<String> reached,
        List<Awaited> awaited,
        Optional<Incident> problem,
        CompiledWorkflow workflow) {

    /** @param remindedRecently a reminder too soon after another is none */
    record Awaited(UUID task, MemberId assignee, String node, boolean remindedRecently) {}

    boolean initiatedBy(Actor actor) {
        return instance.initiator().equals(actor.id());
    }

    /** What somebody is to it who may know of the record. */
    Set<Who> who(Actor actor) {
        Set<Who> who = EnumSet.noneOf(Who.class);
        if (initiatedBy(actor)) {
            who.add(Who.INITIATOR);
        }
        if (actor.hasRole(Assignment.ADMIN)) {
            who.add(Who.ADMIN);
        }
        return who;
    }

    Situation situation(Actor actor) {
        Set<TaskAction> offered = workflow.definition().withdraw().isPresent() ? Set.of(TaskAction.WITHDRAW) : Set.of();
        Set<Proviso> holds = EnumSet.noneOf(Proviso.class);
        if (TaskStore.withdrawable(workflow, reached, ending)) {
            holds.add(Proviso.WITHDRAWABLE);
        }
        if (!awaited.isEmpty()) {
            holds.add(Proviso.SOMEBODY_AWAITED);
        }
        return new Situation(who(actor), status, Optional.empty(), offered, holds);
    }
}
