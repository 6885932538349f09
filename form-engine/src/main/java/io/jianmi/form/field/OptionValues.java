package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.definition.LocalText;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The list that a designer wrote of what may be chosen.
 *
 * @param values in order
 * @param titled the value of each title, in any language, that stands for one value alone
 */
public record OptionValues(Set<String> values, Map<String, String> titled) implements FieldOptions {

    /** Longest value, in code points. */
    public static final int MAX_LENGTH = 200;

    public OptionValues {
        values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        titled = Map.copyOf(titled);
    }

    /** The member {@code options}; a value that stands twice is a finding. */
    public static OptionValues of(OptionReader in) {
        Set<String> values = new LinkedHashSet<>();
        Map<String, Set<String>> titled = new HashMap<>();
        int position = 0;
        for (JsonNode option : in.node().path("options")) {
            String value = Texts.clean(option.path("value").asText(""));
            if (!values.add(value)) {
                in.report().child("options").child(position).error("field.option-duplicate");
            }
            for (String title : LocalText.of(option.path("title")).texts().values()) {
                titled.computeIfAbsent(Texts.clean(title), each -> new LinkedHashSet<>())
                        .add(value);
            }
            position++;
        }
        Map<String, String> clear = new HashMap<>();
        titled.forEach((title, meant) -> {
            if (meant.size() == 1) {
                clear.put(title, meant.iterator().next());
            }
        });
        return new OptionValues(values, clear);
    }

    /** The value that somebody means who writes it or its title; what he wrote where that is neither. */
    public String meant(String written) {
        return values.contains(written) ? written : titled.getOrDefault(Texts.clean(written), written);
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
