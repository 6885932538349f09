package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The family of exact decimals, stored and sent as plain decimal strings with the field's scale. */
public abstract class ExactNumber
        implements FieldType<ExactNumber.Options>, Filterable, Sortable, Computable<ExactNumber.Options>, Importable {

    /** Any number of digits after the point, up to {@value #MAX_SCALE}. */
    protected static final int ANY_SCALE = -1;

    /** Most digits of all; what FEEL's arithmetic (34 digits) holds with room for sums. */
    private static final int PRECISION = 30;

    private static final int MAX_SCALE = 10;
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,40}(?:\\.[0-9]{1,40})?");

    /**
     * @param scale digits after the point, {@value ExactNumber#ANY_SCALE} for any
     * @param minimum least value, null for none
     * @param maximum greatest value, null for none
     */
    public record Options(
            int scale,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) implements FieldOptions {

        private int mostDigits() {
            return scale < 0 ? MAX_SCALE : scale;
        }
    }

    private final String key;
    private final int defaultScale;

    protected ExactNumber(String key, int defaultScale) {
        this.key = key;
        this.defaultScale = defaultScale;
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Options options(OptionReader in) {
        BigDecimal minimum = decimal(in.node().path("minimum"));
        BigDecimal maximum = decimal(in.node().path("maximum"));
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            in.report().child("minimum").error("field.bounds-crossed");
        }
        return new Options(in.integer("scale", defaultScale), minimum, maximum);
    }

    @Override
    public final Optional<JsonNode> read(JsonNode in, Options options, Report report) {
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
    public final Optional<JsonNode> operand(Operator operator, JsonNode in, TypedField<?> field, Report report) {
        BigDecimal number = decimal(in);
        if (number == null) {
            report.error("field.type", Map.of("expected", "number"));
            return Optional.empty();
        }
        return Optional.of(Json.NODES.textNode(DecimalText.strip(number).toPlainString()));
    }

    @Override
    public final ColumnType column(Options options) {
        return options.scale() < 0 ? ColumnType.numeric(0, -1) : ColumnType.numeric(PRECISION, options.scale());
    }

    @Override
    public final Type valueType(Options options) {
        return Type.NUMBER;
    }

    @Override
    public final Set<Operator> operators() {
        return Operators.ORDER;
    }

    /** Rounded half-even to the scale; a number too large for the column does not fit. */
    @Override
    public final Optional<JsonNode> fromResult(Object result, Options options) {
        return result instanceof BigDecimal number && !tooLarge(number, options)
                ? Optional.of(stored(number.setScale(options.mostDigits(), RoundingMode.HALF_EVEN), options))
                : Optional.empty();
    }

    private static boolean fits(BigDecimal number, Options options, Report report) {
        int before = report.findings().size();
        if (DecimalText.strip(number).scale() > options.mostDigits()) {
            report.error("field.scale", Map.of("scale", options.mostDigits()));
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

    private static boolean tooLarge(BigDecimal number, Options options) {
        return number.precision() - number.scale() > PRECISION - options.mostDigits();
    }

    private static JsonNode stored(BigDecimal number, Options options) {
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

    @Override
    public SheetShape shape() {
        return SheetShape.NUMBER;
    }
}
