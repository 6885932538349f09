package io.jianmi.form.record;

import io.jianmi.core.crypto.KeyClass;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import java.util.EnumSet;
import java.util.Set;

/** Which classes of keys a form needs. */
final class RecordKeys {

    private RecordKeys() {}

    /** Those of every protected field and of every file, cells of subforms included. */
    static Set<KeyClass> all(CompiledForm form) {
        Set<KeyClass> classes = EnumSet.noneOf(KeyClass.class);
        form.columns().forEach(field -> add(field, classes));
        form.subforms().forEach(subform -> subform.fields().forEach(cell -> add(cell, classes)));
        return classes;
    }

    private static void add(CompiledField field, Set<KeyClass> classes) {
        if (field.encrypted()) {
            classes.add(KeyClass.of(field.level()));
        } else if (RecordFiles.holdsFiles(field)) {
            classes.add(RecordFiles.keyClass(field));
        }
    }
}
