package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.SharedObject;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one decision shows of every record that it was taken on. A page has few decisions and many records, so this is
 * worked out once for each.
 */
final class RecordShape {

    private final CompiledForm form;
    private final List<Shown> shown = new ArrayList<>();
    private final List<CompiledField> opened;
    private final ObjectNode access;
    private final boolean derives;

    /** A field that is not hidden, and its rows' form where it is a subform. */
    record Shown(CompiledField field, FieldAccess may, Optional<CompiledSubform> subform) {}

    RecordShape(CompiledForm form, RowAccess decided, AskedFields asked) {
        this.form = form;
        ObjectNode own = Json.NODES.objectNode();
        for (CompiledField field : form.fields()) {
            FieldAccess may = decided.of(field.key());
            if (may != FieldAccess.HIDDEN && asked.has(field)) {
                shown.add(new Shown(field, may, form.subform(field.key())));
                own.put(field.key(), may.key());
            }
        }
        this.derives = shown.stream().anyMatch(one -> one.field().derived());
        this.access = new SharedObject(own);
        this.opened = opened(form, decided, asked);
    }

    /** Cells that are opened to show or mask them, key by key: changing the key costs as much as opening a cell. */
    static List<CompiledField> opened(CompiledForm form, RowAccess decided, AskedFields asked) {
        return form.sealedColumns().stream()
                .filter(field -> asked.has(field) && opens(field, decided))
                .toList();
    }

    static boolean opens(CompiledField field, RowAccess decided) {
        return field.encrypted()
                && field.level() != Sensitivity.SECRET
                && decided.of(field.path()) != FieldAccess.HIDDEN;
    }

    CompiledForm form() {
        return form;
    }

    List<Shown> shown() {
        return shown;
    }

    List<CompiledField> opened() {
        return opened;
    }

    /** The access of each field as the answer tells it; what a record takes from others it may get with less, or not at all. */
    ObjectNode access(UUID record, DerivedValues derived) {
        if (!derives) {
            return access;
        }
        ObjectNode mixed = Json.NODES.objectNode();
        for (Shown one : shown) {
            String key = one.field().key();
            Optional<FieldAccess> may = one.field().derived()
                    ? derived.of(record, key).map(DerivedValues.Shown::access)
                    : Optional.of(one.may());
            may.ifPresent(access -> mixed.put(key, access.key()));
        }
        return mixed;
    }
}
