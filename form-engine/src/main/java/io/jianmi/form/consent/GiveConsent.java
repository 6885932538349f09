package io.jianmi.form.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enters that a person agrees to a purpose; answers the id of the event.
 *
 * @param body as sent; read only after it is known that the actor may
 * @param request the caller's key for this request
 */
record GiveConsent(@Nullable JsonNode body, Optional<Idempotency.Request> request) implements Command<UUID> {

    @Override
    public String action() {
        return "consent.give";
    }

    @Override
    public String target() {
        return "subject/" + ConsentTerms.subject(body).map(UUID::toString).orElse("-");
    }

    @Override
    public String policy() {
        return POLICY;
    }

    /** The platform's roles decide, no form's groups. */
    static final String POLICY = "platform";
}
