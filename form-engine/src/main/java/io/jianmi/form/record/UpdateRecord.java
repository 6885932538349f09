package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Command;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledForm;
import java.util.List;
import java.util.UUID;

/**
 * Changes fields of a record, submits a draft, or both.
 *
 * @param version the version that the caller has read (If-Match)
 * @param submit true submits a draft
 * @param along what is to be written with it
 */
record UpdateRecord(CompiledForm form, UUID id, int version, ObjectNode data, boolean submit, List<Write> along)
        implements Command<Sealed> {

    UpdateRecord {
        along = List.copyOf(along);
    }

    UpdateRecord(CompiledForm form, UUID id, int version, ObjectNode data, boolean submit) {
        this(form, id, version, data, submit, List.of());
    }

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
