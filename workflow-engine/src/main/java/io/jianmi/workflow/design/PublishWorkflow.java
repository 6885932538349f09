package io.jianmi.workflow.design;

import io.jianmi.core.command.Command;

/**
 * Publishes a draft that has been checked.
 *
 * @param revision of the draft that was checked; another one by now is a conflict
 */
record PublishWorkflow(String app, String key, String form, int formVersion, String definition, int revision)
        implements Command<Integer> {

    @Override
    public String action() {
        return "workflow.publish";
    }

    @Override
    public String target() {
        return "workflow/" + app + "/" + key;
    }
}
