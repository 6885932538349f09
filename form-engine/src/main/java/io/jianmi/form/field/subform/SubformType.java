package io.jianmi.form.field.subform;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FieldDefinition;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Nested;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows inside a record, each with an id of its own. Reads the shape only; each cell is read by its own field. */
public final class SubformType implements FieldType<SubformOptions>, Nested<SubformOptions> {

    private static final int DEFAULT_MAX_ROWS = 200;

    @Override
    public String key() {
        return "subform";
    }

    @Override
    public Class<SubformOptions> optionsType() {
        return SubformOptions.class;
    }

    @Override
    public SubformOptions options(OptionReader in) {
        return new SubformOptions(
                in.fields("fields"), in.integer("minRows", 0), in.integer("maxRows", DEFAULT_MAX_ROWS));
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, SubformOptions options, Report report) {
        if (!in.isArray()) {
            report.error("field.type", Map.of("expected", "rows"));
            return Optional.empty();
        }
        int before = report.findings().size();
        if (in.size() > options.maxRows()) {
            report.error("field.too-many-rows", Map.of("maxRows", options.maxRows()));
        }
        if (in.size() < options.minRows()) {
            report.error("field.too-few-rows", Map.of("minRows", options.minRows()));
        }
        for (int i = 0; i < in.size(); i++) {
            if (!in.get(i).isObject()) {
                report.child(i).error("field.type", Map.of("expected", "row"));
            }
        }
        return report.findings().size() == before ? Optional.of(in) : Optional.empty();
    }

    /** How the rows travel as one value; at rest they are a child table. */
    @Override
    public ColumnType column(SubformOptions options) {
        return ColumnType.JSONB;
    }

    @Override
    public Type valueType(SubformOptions options) {
        return Type.list(Type.ANY);
    }

    @Override
    public List<FieldDefinition> fields(SubformOptions options) {
        return options.fields();
    }
}
