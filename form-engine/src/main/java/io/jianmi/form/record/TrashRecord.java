package io.jianmi.form.record;

import io.jianmi.core.command.Command;
import io.jianmi.form.compile.CompiledForm;
import java.util.UUID;

/**
 * Moves a record to the recycle bin, or back.
 *
 * @param version the version that the caller has read; -1 when it does not matter (restore)
 * @param restore false to trash
 */
record TrashRecord(CompiledForm form, UUID id, int version, boolean restore) implements Command<Integer> {

    @Override
    public String action() {
        return restore ? "record.restore" : "record.trash";
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
