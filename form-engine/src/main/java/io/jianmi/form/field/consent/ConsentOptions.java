package io.jianmi.form.field.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.field.OptionReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of the person.
 *
 * @param notice version of the text that is shown; a new text is a new version
 * @param purposes in order, each agreed to on its own
 */
public record ConsentOptions(String notice, List<String> purposes) implements FieldOptions {

    public ConsentOptions {
        purposes = List.copyOf(purposes);
    }

    static ConsentOptions of(OptionReader in) {
        String notice = in.text("notice");
        if (notice == null || notice.isBlank()) {
            in.report().child("notice").error("field.consent-notice-missing");
        }
        List<String> purposes = new ArrayList<>();
        for (JsonNode purpose : in.node().path("purposes")) {
            if (purpose.isTextual()) {
                purposes.add(purpose.textValue());
            }
        }
        if (purposes.isEmpty()) {
            in.report().child("purposes").error("field.consent-purposes-missing");
        }
        return new ConsentOptions(notice == null ? "" : notice.strip(), purposes);
    }
}
