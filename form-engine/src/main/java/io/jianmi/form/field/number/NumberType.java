package io.jianmi.form.field.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.DecimalText;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Sortable;
import io.jianmi.form.field.TypedField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An exact decimal, stored and sent as a plain decimal string with the field's scale. */
public final class NumberType implements FieldType<NumberOptions>, Filterable, Sortable, Computable<NumberOptions> {

    /** Most digits of all; what FEEL's arithmetic (34 digits) holds with room for sums. */
    private static final int PRECISION = 30;

    private static final int MAX_SCALE = 10;
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,40}(?:\\.[0-9]{1,40})?");

    @Override
    public String key() {
        return "number";
    }

    @Override
    public Class<NumberOptions> optionsType() {
        return NumberOptions.class;
    }

    @Override
    public NumberOptions options(OptionReader in) {
        BigDecimal minimum = decimal(in.node().path("minimum"));
        BigDecimal maximum = decimal(in.node().path("maximum"));
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            in.report().child("minimum").error("field.bounds-crossed");
        }
        return new NumberOptions(in.integer("scale", -1), minimum, maximum);
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, NumberOptions options, Report report) {
        if (in.isTextual() && in.textValue().isBlank()) {
            return Optional.of(Json.NODES.nullNode());
        }
        BigDecimal number = decimal(in);
        if (number == null) {
            report.error("field.type", Map.of("expected", "number"));
            return Optional.empty();
        }
        return fits(number, options, report) ? Optional.of(stored(number, options)) : Optional.empty();
    }

    /** Bounds and scale bind values, not operands. */
    @Override
    public Optional<JsonNode> operand(Operator operator, JsonNode in, TypedField<?> field, Report report) {
        BigDecimal number = decimal(in);
        if (number == null) {
            report.error("field.type", Map.of("expected", "number"));
            return Optional.empty();
        }
        return Optional.of(Json.NODES.textNode(DecimalText.strip(number).toPlainString()));
    }

    @Override
    public ColumnType column(NumberOptions options) {
        return options.scale() < 0 ? ColumnType.numeric(0, -1) : ColumnType.numeric(PRECISION, options.scale());
    }

    @Override
    public Type valueType(NumberOptions options) {
        return Type.NUMBER;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.ORDER;
    }

    /** Rounded half-even to the scale; a number too large for the column does not fit. */
    @Override
    public Optional<JsonNode> fromResult(Object result, NumberOptions options) {
        if (!(result instanceof BigDecimal number) || tooLarge(number, options)) {
            return Optional.empty();
        }
        BigDecimal rounded = number.setScale(options.scale() < 0 ? MAX_SCALE : options.scale(), RoundingMode.HALF_EVEN);
        return Optional.of(stored(rounded, options));
    }

    private static boolean fits(BigDecimal number, NumberOptions options, Report report) {
        int before = report.findings().size();
        int scale = options.scale() < 0 ? MAX_SCALE : options.scale();
        if (DecimalText.strip(number).scale() > scale) {
            report.error("field.scale", Map.of("scale", scale));
        }
        if (tooLarge(number, options)) {
            report.error("field.too-large", Map.of("digits", PRECISION));
        }
        BigDecimal minimum = options.minimum();
        if (minimum != null && number.compareTo(minimum) < 0) {
            report.error("field.minimum", Map.of("minimum", minimum.toPlainString()));
        }
        BigDecimal maximum = options.maximum();
        if (maximum != null && number.compareTo(maximum) > 0) {
            report.error("field.maximum", Map.of("maximum", maximum.toPlainString()));
        }
        return report.findings().size() == before;
    }

    private static boolean tooLarge(BigDecimal number, NumberOptions options) {
        int scale = options.scale() < 0 ? MAX_SCALE : options.scale();
        return number.precision() - number.scale() > PRECISION - scale;
    }

    private static JsonNode stored(BigDecimal number, NumberOptions options) {
        BigDecimal shaped = options.scale() < 0 ? DecimalText.strip(number) : number.setScale(options.scale());
        return Json.NODES.textNode(shaped.toPlainString());
    }

    /** A JSON number, or a string without exponent; null for anything else. */
    private static @Nullable BigDecimal decimal(JsonNode node) {
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return Math.abs((long) number.scale()) > 100 ? null : number;
        }
        if (node.isTextual() && PLAIN.matcher(node.textValue().strip()).matches()) {
            return new BigDecimal(node.textValue().strip());
        }
        return null;
    }
}
