package io.jianmi.workflow.migration;

import io.jianmi.core.command.Command;
import java.util.Optional;
import java.util.UUID;

/**
 * A designer takes running instances of a workflow to one of its versions.
 *
 * @param from the version they are on; empty: any other
 * @param to the version they go to; empty: the newest
 * @param after instances up to this one were looked at before
 */
record MigrateInstances(String app, String key, Optional<Integer> from, Optional<Integer> to, Optional<UUID> after)
        implements Command<Migration> {

    @Override
    public String action() {
        return "workflow.migrate";
    }

    @Override
    public String target() {
        return "workflow/" + app + "/" + key;
    }
}
