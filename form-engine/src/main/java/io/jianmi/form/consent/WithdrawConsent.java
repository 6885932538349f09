package io.jianmi.form.consent;

import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import java.util.Optional;
import java.util.UUID;

/**
 * Enters that a person takes back what she agreed to; answers the id of the event that says so.
 *
 * @param id of the event by which she agreed
 * @param channel as sent; looked at only after it is known that the actor may
 * @param request the caller's key for this request
 */
record WithdrawConsent(UUID id, Optional<String> channel, Optional<Idempotency.Request> request)
        implements Command<UUID> {

    @Override
    public String action() {
        return "consent.withdraw";
    }

    @Override
    public String target() {
        return "consent/" + id;
    }

    @Override
    public String policy() {
        return GiveConsent.POLICY;
    }
}
