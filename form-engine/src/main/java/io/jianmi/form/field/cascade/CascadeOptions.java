package io.jianmi.form.field.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of options.
 *
 * @param below what each value has below it
 */
public record CascadeOptions(Map<String, CascadeOptions> below) implements FieldOptions {

    public CascadeOptions {
        below = Map.copyOf(below);
    }

    /** Reads an array of options; a value that stands twice among its neighbours is a finding. */
    static CascadeOptions of(JsonNode options, Report report) {
        Map<String, CascadeOptions> below = new LinkedHashMap<>();
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.get(i);
            Report place = report.child(i);
            String value = Texts.clean(option.path("value").asText(""));
            if (below.put(value, of(option.path("options"), place.child("options"))) != null) {
                place.error("field.option-duplicate");
            }
        }
        return new CascadeOptions(below);
    }

    /** How many levels the deepest path has. */
    int depth() {
        return below.values().stream().mapToInt(next -> next.depth() + 1).max().orElse(0);
    }

    /** Whether the values lead from the top to an option that has none below. */
    boolean leads(List<String> path) {
        CascadeOptions here = this;
        for (String value : path) {
            CascadeOptions next = here.below.get(value);
            if (next == null) {
                return false;
            }
            here = next;
        }
        return here.below.isEmpty();
    }
}
