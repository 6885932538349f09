package io.jianmi.form.record;

import io.jianmi.core.command.Command;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledForm;
import java.util.List;
import java.util.function.Function;

/**
 * Moves records to the recycle bin, or back: one, or up to a thousand all or nothing.
 *
 * @param restore false to trash
 * @param along what is to be written with them, given what they become
 */
record TrashRecord(CompiledForm form, RecordTargets targets, boolean restore, Function<List<Sealed>, List<Write>> along)
        implements Command<List<Sealed>> {

    TrashRecord(CompiledForm form, RecordTargets targets, boolean restore) {
        this(form, targets, restore, stored -> List.of());
    }

    @Override
    public String action() {
        return restore ? "record.restore" : "record.trash";
    }

    @Override
    public String target() {
        return targets.object(form);
    }

    @Override
    public String policy() {
        return form.policy();
    }
}
