package io.jianmi.workflow.act;

import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.node.TaskAction;
import java.util.Optional;
import java.util.Set;

/**
 * All that decides which acts are open to one person.
 *
 * @param task the task he looks at; empty: the instance as a whole
 * @param offered acts that the node of the task names, or the workflow has
 * @param holds provisos that are fulfilled
 */
public record Situation(
        Set<Who> who, InstanceStatus instance, Optional<TaskState> task, Set<TaskAction> offered, Set<Proviso> holds) {

    public Situation {
        who = Set.copyOf(who);
        offered = Set.copyOf(offered);
        holds = Set.copyOf(holds);
    }
}
