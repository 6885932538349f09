package io.jianmi.form.field.choice;

import io.jianmi.form.definition.FieldOptions;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** @param values what may be chosen, in order */
public record ChoiceOptions(Set<String> values) implements FieldOptions {

    public ChoiceOptions {
        values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
