package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Command;
import io.jianmi.workflow.node.TaskAction;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * An assignee decides his task.
 *
 * @param act approve, reject, return or transfer
 * @param comment trimmed, never blank
 * @param data changed fields as typed; empty when the decision changes none
 * @param to destination of a return, person of a transfer
 * @param seen the record version that he saw; another current version is a conflict
 */
record DecideTask(
        UUID task, TaskAction act, Optional<String> comment, ObjectNode data, Optional<String> to, OptionalInt seen)
        implements Command<LoadedTask> {

    @Override
    public String action() {
        return "task." + act.key();
    }

    @Override
    public String target() {
        return "task/" + task;
    }
}
