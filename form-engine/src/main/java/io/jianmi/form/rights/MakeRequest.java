package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enters what a person asks for; answers the id of the request.
 *
 * @param body as sent; read only after it is known that the actor may
 * @param request the caller's key for this request
 */
record MakeRequest(@Nullable JsonNode body, Optional<Idempotency.Request> request) implements Command<UUID> {

    /** The platform's roles decide, no form's groups. */
    static final String POLICY = "platform";

    @Override
    public String action() {
        return "rights.create";
    }

    @Override
    public String target() {
        return "rights/-";
    }

    /** Never prints the note. */
    @Override
    public String toString() {
        return "MakeRequest";
    }
}
