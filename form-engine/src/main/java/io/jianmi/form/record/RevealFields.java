package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.approval.Approval;
import io.jianmi.core.command.Command;
import io.jianmi.core.json.Json;
import io.jianmi.form.compile.CompiledForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens named fields of one record for some minutes, or asks a second person for it.
 *
 * @param purpose one of the purposes that both the fields and the right allow
 * @param reason why, in the actor's words; kept sealed only
 * @param task through which alone it is to be opened; empty: by any right he has on the record
 * @param approval that a second person has given; empty: none yet
 */
record RevealFields(
        CompiledForm form,
        UUID id,
        List<String> fields,
        String purpose,
        String reason,
        Optional<UUID> task,
        Optional<Approval> approval)
        implements Command<RevealFields.Answer> {

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

    /** What an approval remembers of it. */
    ObjectNode terms(int minutes) {
        ObjectNode terms = Json.NODES.objectNode();
        fields.stream().sorted().forEach(terms.putArray("fields")::add);
        return terms.put("purpose", purpose).put("minutes", minutes);
    }

    /** Never prints the reason. */
    @Override
    public String toString() {
        return "RevealFields[" + target() + "]";
    }

    sealed interface Answer {}

    /** @param grant id of the live reveal */
    record Granted(UUID grant, Instant expiresAt) implements Answer {}

    /** Somebody has to agree first. */
    record Asked(Approval approval) implements Answer {}
}
