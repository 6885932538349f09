package io.jianmi.workflow.design;

import io.jianmi.core.command.Command;
import io.jianmi.core.command.Precondition;

/**
 * Replaces the draft of a workflow, whole document; what is wrong with it is said, not refused. Answers its revision.
 *
 * @param precondition the revision that it replaces, so that two designers do not overwrite each other unseen
 */
record SaveWorkflowDraft(String app, String key, String definition, Precondition precondition)
        implements Command<Integer> {

    @Override
    public String action() {
        return "workflow.save-draft";
    }

    @Override
    public String target() {
        return "workflow/" + app + "/" + key;
    }
}
