package io.jianmi.workflow.task;

import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.workflow.node.TaskAction;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody acts on the newest instance of a record as a whole.
 *
 * @param act withdraw, remind, terminate or reactivate
 * @param task the one whose person is reminded; empty: all who have to act
 * @param comment trimmed, never blank; the reason of an administrator
 * @param node at which a reactivated instance goes on; empty: where it was last
 * @param request the caller's key for this request
 */
record ActOnInstance(
        String form,
        UUID record,
        TaskAction act,
        Optional<UUID> task,
        Optional<String> comment,
        Optional<String> node,
        Optional<Idempotency.Request> request)
        implements Command<LoadedInstance> {

    @Override
    public String action() {
        return "workflow." + act.key();
    }

    @Override
    public String target() {
        return "record/" + form + "/" + record;
    }
}
