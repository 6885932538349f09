package io.jianmi.form.field.serial;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Generated;
import io.jianmi.form.field.Importable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Sortable;
import io.jianmi.form.field.Texts;
import io.jianmi.form.field.TypedField;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A number that the server gives when a record is created; unique among the records of the form. */
public final class SerialType
        implements FieldType<SerialOptions>, Filterable, Sortable, Generated<SerialOptions>, Importable {

    private static final String DEFAULT_PATTERN = "{000000}";
    private static final SerialPattern FALLBACK = new SerialPattern(List.of());

    @Override
    public String key() {
        return "serial";
    }

    @Override
    public Class<SerialOptions> optionsType() {
        return SerialOptions.class;
    }

    @Override
    public SerialOptions options(OptionReader in) {
        String text = Objects.requireNonNullElse(in.text("pattern"), DEFAULT_PATTERN);
        SerialPattern pattern = SerialPattern.parse(text).orElseGet(() -> {
            in.report().child("pattern").error("field.pattern-invalid");
            return FALLBACK;
        });
        return new SerialOptions(
                pattern, SerialOptions.Reset.parse(in.text("reset")).orElseGet(pattern::finest), in.flag("gapFree"));
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, SerialOptions options, Report report) {
        report.error("field.generated");
        return Optional.empty();
    }

    @Override
    public Optional<JsonNode> operand(Operator operator, JsonNode in, TypedField<?> field, Report report) {
        return Texts.read(in, Texts.MAX_OPERAND, false, report);
    }

    @Override
    public ColumnType column(SerialOptions options) {
        return ColumnType.TEXT;
    }

    @Override
    public Type valueType(SerialOptions options) {
        return Type.STRING;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.TEXT;
    }

    @Override
    public String period(LocalDate day, SerialOptions options) {
        return switch (options.reset()) {
            case NEVER -> "";
            case YEAR -> day.toString().substring(0, 4);
            case MONTH -> day.toString().substring(0, 7);
            case DAY -> day.toString();
        };
    }

    @Override
    public boolean gapFree(SerialOptions options) {
        return options.gapFree();
    }

    @Override
    public String format(long number, LocalDate day, SerialOptions options) {
        return options.pattern().format(number, day);
    }
}
