package io.jianmi.workflow.instance;

import io.jianmi.core.command.Command;
import java.util.UUID;

/**
 * Stores what an end sets and completes the instance, in one transaction.
 *
 * @param message number of the message that asked for it, removed in the same transaction
 */
record FinishInstance(UUID instance, long message) implements Command<Boolean> {

    @Override
    public String action() {
        return "workflow.complete";
    }

    @Override
    public String target() {
        return "workflow-instance/" + instance;
    }
}
