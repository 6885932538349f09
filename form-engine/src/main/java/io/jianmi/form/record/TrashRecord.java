package io.jianmi.form.record;

import io.jianmi.core.command.Command;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledForm;
import java.util.List;
import java.util.UUID;

/**
 * Moves a record to the recycle bin, or back.
 *
 * @param version the version that the caller has read; -1 when it does not matter (restore)
 * @param restore false to trash
 * @param along what is to be written with it
 */
record TrashRecord(CompiledForm form, UUID id, int version, boolean restore, List<Write> along)
        implements Command<Integer> {

    TrashRecord {
        along = List.copyOf(along);
    }

    TrashRecord(CompiledForm form, UUID id, int version, boolean restore) {
        this(form, id, version, restore, List.of());
    }

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
