package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Command;
import io.jianmi.form.compile.CompiledForm;
import java.util.UUID;

/**
 * Changes fields of a record, submits a draft, or both.
 *
 * @param version the version that the caller has read (If-Match)
 * @param submit true submits a draft
 */
record UpdateRecord(CompiledForm form, UUID id, int version, ObjectNode data, boolean submit)
        implements Command<Sealed> {

    @Override
    public String action() {
        return submit ? "record.submit" : "record.update";
    }

    @Override
    public String target() {
        return "record/" + form.key() + "/" + id;
    }

    @Override
    public String policy() {
        return form.policy();
    }
}
