package io.jianmi.form.comment;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.form.compile.CompiledForm;
import java.util.Optional;
import java.util.UUID;

/**
 * Says something about a record.
 *
 * @param body as sent, an object
 * @param task the actor's own, on which he says it
 * @param request the caller's key for this request
 */
record WriteComment(
        CompiledForm form, UUID record, JsonNode body, Optional<UUID> task, Optional<Idempotency.Request> request)
        implements Command<Comment> {

    static final String ACTION = "comment.write";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public String target() {
        return form.object(record);
    }

    @Override
    public String policy() {
        return form.policy();
    }
}
