package io.jianmi.workflow.subworkflow;

import io.jianmi.core.command.Command;
import java.util.UUID;

/**
 * Starts what is to start at a subworkflow node, or goes on when all of it has ended.
 *
 * @param message number of the message that asked for it, removed in the same transaction
 */
record RunSubworkflow(UUID visit, long message) implements Command<Boolean> {

    @Override
    public String action() {
        return "workflow.subworkflow";
    }

    @Override
    public String target() {
        return "workflow-visit/" + visit;
    }
}
