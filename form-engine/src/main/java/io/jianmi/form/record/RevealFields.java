package io.jianmi.form.record;

import io.jianmi.core.command.Command;
import io.jianmi.form.compile.CompiledForm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Opens named fields of one record for some minutes.
 *
 * @param purpose one of the purposes that both the fields and the right allow
 * @param reason why, in the actor's words; kept in the audit payload only
 */
record RevealFields(CompiledForm form, UUID id, List<String> fields, String purpose, String reason)
        implements Command<RevealFields.Granted> {

    RevealFields {
        fields = List.copyOf(fields);
    }

    @Override
    public String action() {
        return "record.reveal";
    }

    @Override
    public String target() {
        return form.object(id);
    }

    @Override
    public String policy() {
        return form.policy();
    }

    /** Never prints the reason. */
    @Override
    public String toString() {
        return "RevealFields[" + target() + "]";
    }

    /** @param grant id of the live reveal */
    record Granted(UUID grant, Instant expiresAt) {}
}
