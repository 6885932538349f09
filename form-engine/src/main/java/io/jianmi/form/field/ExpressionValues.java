package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.expression.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stored values as the values of expressions. */
final class ExpressionValues {

    private ExpressionValues() {}

    static @Nullable Object of(JsonNode stored, Type type) {
        if (stored.isNull() || stored.isMissingNode()) {
            return null;
        }
        return switch (type.kind()) {
            case NUMBER -> new BigDecimal(stored.asText());
            case BOOLEAN -> stored.booleanValue();
            case DATE -> LocalDate.parse(stored.textValue());
            case DATE_TIME -> OffsetDateTime.parse(stored.textValue());
            case TIME -> LocalTime.parse(stored.textValue());
            case DAYS_DURATION -> Duration.parse(stored.textValue());
            case LIST -> list(stored, type.element() == null ? Type.ANY : type.element());
            default -> stored.textValue();
        };
    }

    private static List<@Nullable Object> list(JsonNode stored, Type element) {
        List<@Nullable Object> values = new ArrayList<>(stored.size());
        stored.forEach(item -> values.add(of(item, element)));
        return values;
    }
}
