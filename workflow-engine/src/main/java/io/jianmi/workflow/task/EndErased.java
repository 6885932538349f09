package io.jianmi.workflow.task;

import io.jianmi.core.command.Command;
import java.util.UUID;

/** Ends what runs on the record of a person who is being erased. */
record EndErased(String form, UUID record, UUID erasure) implements Command<Boolean> {

    @Override
    public String action() {
        return "workflow.terminate";
    }

    @Override
    public String target() {
        return "record/" + form + "/" + record;
    }
}
