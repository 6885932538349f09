package io.jianmi.form.compile;

import io.jianmi.form.definition.DefaultValue;
import io.jianmi.form.definition.FieldDefinition;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.field.Derivation;
import io.jianmi.form.field.ReferenceOptions;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which other forms the derived fields and the linkages of a form read. */
public final class DerivedSources {

    private DerivedSources() {}

    /** Keys of these forms, published or not; the form itself is not among them. */
    public static Set<String> of(FormDefinition form) {
        Set<String> keys = new LinkedHashSet<>();
        for (FieldDefinition field : form.fields()) {
            if (field.options() instanceof Derivation.LookUp lookUp) {
                target(form, lookUp.through()).ifPresent(keys::add);
            } else if (field.options() instanceof Derivation.RollUp rollUp) {
                rollUp.form().ifPresent(keys::add);
            }
            if (field.defaultValue() instanceof DefaultValue.Linkage linkage) {
                keys.add(linkage.form());
            }
        }
        keys.remove(form.key());
        return keys;
    }

    private static Optional<String> target(FormDefinition form, String relation) {
        for (FieldDefinition field : form.fields()) {
            FieldOptions options = field.options();
            if (field.key().equals(relation) && options instanceof ReferenceOptions references) {
                return Optional.of(references.form());
            }
        }
        return Optional.empty();
    }
}
