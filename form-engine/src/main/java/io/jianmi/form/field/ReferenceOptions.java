package io.jianmi.form.field;

import io.jianmi.form.definition.FieldOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a reference to records of another form knows of it.
 *
 * @param form key of the other form
 * @param show fields of the other form shown beside its title
 * @param subject whether the other record's person is this record's person
 */
public record ReferenceOptions(String form, List<String> show, boolean subject) implements FieldOptions {

    /** As PostgreSQL writes it. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public ReferenceOptions {
        show = List.copyOf(show);
    }

    public static ReferenceOptions of(OptionReader in) {
        List<String> show = new ArrayList<>();
        in.node().path("show").forEach(key -> show.add(key.asText()));
        return new ReferenceOptions(Objects.requireNonNullElse(in.text("form"), ""), show, in.flag("subject"));
    }

    /** The id of a record as it is stored; empty and reported when the text is none. */
    public static Optional<String> id(String typed, Report report) {
        String id = typed.strip().toLowerCase(Locale.ROOT);
        if (!UUID.matcher(id).matches()) {
            report.error("field.id-invalid");
            return Optional.empty();
        }
        return Optional.of(id);
    }
}
