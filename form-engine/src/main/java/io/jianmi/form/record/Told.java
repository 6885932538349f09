package io.jianmi.form.record;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledSubform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer told of protected fields that hold something, for the entry about the read.
 *
 * @param highest of the fields whose value left in clear, and of sensitive ones also masked
 * @param open whether a sensitive value left in clear
 */
record Told(Sensitivity highest, boolean open) {

    /** Empty when nothing protected was told. */
    static Optional<Told> of(Visible visible) {
        Told told = null;
        for (CompiledField field : held(visible)) {
            told = with(told, field, visible);
        }
        return Optional.ofNullable(told);
    }

    /** Protected fields and cells that hold something. */
    static List<CompiledField> held(Visible visible) {
        List<CompiledField> held = new ArrayList<>();
        for (CompiledField field : visible.form().columns()) {
            if (visible.row().cells().containsKey(field.key())) {
                held.add(field);
            }
        }
        for (CompiledSubform subform : visible.form().subforms()) {
            List<StoredRecord.Child> children = visible.row().children().getOrDefault(subform.key(), List.of());
            for (CompiledField cell : subform.fields()) {
                if (children.stream().anyMatch(child -> child.cells().containsKey(cell.key()))) {
                    held.add(cell);
                }
            }
        }
        return held;
    }

    private static @Nullable Told with(@Nullable Told told, CompiledField field, Visible visible) {
        FieldAccess may = visible.access().of(field.path());
        boolean clear = may.atLeast(FieldAccess.READ);
        boolean sensitive = field.level() == Sensitivity.SENSITIVE;
        if (!(sensitive && may != FieldAccess.HIDDEN || field.encrypted() && clear)) {
            return told;
        }
        return told == null
                ? new Told(field.level(), sensitive && clear)
                : new Told(told.highest().max(field.level()), told.open() || sensitive && clear);
    }
}
