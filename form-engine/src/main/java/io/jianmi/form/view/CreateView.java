package io.jianmi.form.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.form.compile.CompiledForm;
import java.util.Optional;
import java.util.UUID;

/**
 * Saves a new view.
 *
 * @param body as sent: the keys of {@link ViewContent} and {@code shared}
 * @param request the caller's key for this request
 */
record CreateView(CompiledForm form, UUID id, ObjectNode body, Optional<Idempotency.Request> request)
        implements Command<View> {

    @Override
    public String action() {
        return "view.create";
    }

    @Override
    public String target() {
        return ViewAudit.target(form, id);
    }

    @Override
    public String policy() {
        return form.policy();
    }
}
