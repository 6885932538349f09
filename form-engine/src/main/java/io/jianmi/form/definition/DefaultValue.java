package io.jianmi.form.definition;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a field's first value comes from when the filler gives none. */
public sealed interface DefaultValue {

    /** A value as one would send it. */
    record Constant(JsonNode value) implements DefaultValue {}

    /** A FEEL expression over {@code user} and the other fields. */
    record Formula(String text) implements DefaultValue {}

    /**
     * The value of {@code field} in the newest record of {@code form} that fits {@code where}, under the filler's rights.
     *
     * @param place where it stands below the field, such as {@code /default/linkage}
     */
    record Linkage(String place, String form, String where, String field) implements DefaultValue {}
}
