package io.jianmi.workflow.design;

import io.jianmi.core.command.Command;

/** Replaces the draft of a workflow, whole document; what is wrong with it is said, not refused. */
record SaveWorkflowDraft(String app, String key, String definition) implements Command<Boolean> {

    @Override
    public String action() {
        return "workflow.save-draft";
    }

    @Override
    public String target() {
        return "workflow/" + app + "/" + key;
    }
}
