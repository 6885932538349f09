package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.json.Json;
import io.jianmi.form.comment.Enclosed;
import io.jianmi.workflow.node.TaskAction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Somebody acts on a task.
 *
 * @param act any act of the table that is done on a task
 * @param comment trimmed, never blank
 * @param enclosed what goes with the comment; nothing without one
 * @param data changed fields as typed; empty when the act changes none
 * @param to destination of a return, person of a transfer, signers to add or remove
 * @param position of added signers: before, after, beside
 * @param seen the record version that he saw; another current version is a conflict
 * @param request the caller's key for this request
 */
record DecideTask(
        UUID task,
        TaskAction act,
        Optional<String> comment,
        Enclosed enclosed,
        ObjectNode data,
        List<String> to,
        Optional<String> position,
        OptionalInt seen,
        Optional<Idempotency.Request> request)
        implements Command<LoadedTask> {

    DecideTask {
        to = List.copyOf(to);
    }

    /** One that says nothing but what is done, and to or for whom. */
    static DecideTask plain(UUID task, TaskAction act, List<String> to) {
        return new DecideTask(
                task,
                act,
                Optional.empty(),
                Enclosed.NOTHING,
                Json.NODES.objectNode(),
                to,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

    @Override
    public String action() {
        return "task." + act.key();
    }

    @Override
    public String target() {
        return "task/" + task;
    }
}
