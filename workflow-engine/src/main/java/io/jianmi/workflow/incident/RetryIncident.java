package io.jianmi.workflow.incident;

import io.jianmi.core.command.Command;
import io.jianmi.workflow.incident.IncidentStore.Held;

/**
 * An administrator lets the engine try a failed hop once more.
 *
 * @param incident id of the message
 */
record RetryIncident(long incident) implements Command<Held> {

    @Override
    public String action() {
        return "workflow.retry";
    }

    @Override
    public String target() {
        return "incident/" + incident;
    }
}
