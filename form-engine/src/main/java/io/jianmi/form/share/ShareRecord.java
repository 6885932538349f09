package io.jianmi.form.share;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.form.compile.CompiledForm;
import java.util.Optional;
import java.util.UUID;

/**
 * Shares a record with a member, or says anew until when.
 *
 * @param body as sent, an object
 * @param request the caller's key for this request
 */
record ShareRecord(CompiledForm form, UUID record, JsonNode body, Optional<Idempotency.Request> request)
        implements Command<ShareRecord.Done> {

    static final String ACTION = "record.share";

    /** @param made false when it was shared with him already */
    record Done(Share share, boolean made) {}

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
