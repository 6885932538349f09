package io.jianmi.workflow.automation;

import io.jianmi.core.command.Command;
import java.util.UUID;

/**
 * Does the next step of an automation.
 *
 * @param message number of the message that asked for it, removed in the same transaction
 */
record RunStep(UUID visit, long message) implements Command<Boolean> {

    @Override
    public String action() {
        return "workflow.automate";
    }

    @Override
    public String target() {
        return "workflow-visit/" + visit;
    }
}
