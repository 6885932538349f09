package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FieldDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field's JSON object while its type reads the options that only this type knows. Wrong JSON types read as absent: the schema
 * has reported them already.
 *
 * @param node the field's object
 * @param report for what the schema cannot say
 * @param nested parses the fields of a subform
 */
public record OptionReader(JsonNode node, Report report, NestedFields nested) {

    /** Parses a list of field definitions below a place of the document. */
    @FunctionalInterface
    public interface NestedFields {
        List<FieldDefinition> parse(JsonNode fields, Report report);
    }

    public @Nullable String text(String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    public int integer(String name, int otherwise) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : otherwise;
    }

    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    public List<FieldDefinition> fields(String name) {
        return nested.parse(node.path(name), report.child(name));
    }
}
