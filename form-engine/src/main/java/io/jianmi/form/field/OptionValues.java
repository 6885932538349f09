package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FieldOptions;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The list that a designer wrote of what may be chosen.
 *
 * @param values in order
 */
public record OptionValues(Set<String> values) implements FieldOptions {

    /** Longest value, in code points. */
    public static final int MAX_LENGTH = 200;

    public OptionValues {
        values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** The member {@code options}; a value that stands twice is a finding. */
    public static OptionValues of(OptionReader in) {
        Set<String> values = new LinkedHashSet<>();
        int position = 0;
        for (JsonNode option : in.node().path("options")) {
            String value = Texts.clean(option.path("value").asText(""));
            if (!values.add(value)) {
                in.report().child("options").child(position).error("field.option-duplicate");
            }
            position++;
        }
        return new OptionValues(values);
    }

    /** Whether the list has the value; one that it has not is reported. */
    public boolean offers(String value, Report report) {
        boolean offered = values.contains(value);
        if (!offered) {
            report.error("field.option-unknown");
        }
        return offered;
    }
}
