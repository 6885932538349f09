package io.jianmi.workflow.task;

import io.jianmi.core.command.Command;
import java.util.UUID;

/** The one who was told has taken note. */
record ReadTask(UUID task) implements Command<LoadedTask> {

    @Override
    public String action() {
        return "task.read";
    }

    @Override
    public String target() {
        return "task/" + task;
    }
}
