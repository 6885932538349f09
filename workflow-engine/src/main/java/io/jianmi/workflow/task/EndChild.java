package io.jianmi.workflow.task;

import io.jianmi.core.command.Command;
import java.util.UUID;

/**
 * Ends an instance that another has started and no longer waits for.
 *
 * @param message number of the message that asked for it, removed in the same transaction
 */
record EndChild(UUID instance, String form, UUID record, long message) implements Command<Boolean> {

    @Override
    public String action() {
        return "workflow.terminate";
    }

    @Override
    public String target() {
        return "record/" + form + "/" + record;
    }
}
