package io.jianmi.form.aggregate;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.ReferenceOptions;
import io.jianmi.form.field.Report;
import io.jianmi.form.query.Filter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One group that a reader has picked out of an answer, as the filter that finds its records. */
public final class Picked {

    private final CompiledForm form;
    private final ZoneId zone;

    /** @param zone in which days begin */
    public Picked(CompiledForm form, ZoneId zone) {
        this.form = form;
        this.zone = zone;
    }

    /**
     * @param key as an answer has given it; empty: records where the field is empty
     * @param pointer where it stands in the request
     * @return empty when no answer gives such a key
     */
    public Optional<Filter> filter(Dimension dimension, Optional<String> key, String pointer) {
        if (key.isEmpty()) {
            return Optional.of(is(dimension, Operator.IS_EMPTY, Json.NODES.nullNode(), pointer));
        }
        return dimension
                .by()
                .map(by -> by.ofTime()
                        ? within(dimension, by, key.get(), pointer)
                        : below(dimension, by, key.get(), pointer))
                .orElseGet(
                        () -> value(dimension, key.get()).map(value -> is(dimension, has(dimension), value, pointer)));
    }

    private Optional<Filter> within(Dimension dimension, Bucket by, String key, String pointer) {
        try {
            LocalDate from = LocalDate.parse(key);
            return Optional.of(new Filter.And(List.of(
                    is(dimension, Operator.GTE, moment(dimension, from), pointer),
                    is(dimension, Operator.LT, moment(dimension, next(from, by)), pointer))));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static LocalDate next(LocalDate from, Bucket by) {
        return switch (by) {
            case DAY, PROVINCE, CITY -> from.plusDays(1);
            case WEEK -> from.plusWeeks(1);
            case MONTH -> from.plusMonths(1);
            case QUARTER -> from.plusMonths(3);
            case YEAR -> from.plusYears(1);
        };
    }

    private JsonNode moment(Dimension dimension, LocalDate day) {
        return Json.NODES.textNode(
                kind(dimension) == ColumnType.Kind.DATE
                        ? day.toString()
                        : day.atStartOfDay(zone).toInstant().toString());
    }

    private static Optional<Filter> below(Dimension dimension, Bucket by, String key, String pointer) {
        int digits = by == Bucket.PROVINCE ? 2 : 4;
        return key.length() < digits
                ? Optional.empty()
                : Optional.of(
                        is(dimension, Operator.STARTS_WITH, Json.NODES.textNode(key.substring(0, digits)), pointer));
    }

    private Operator has(Dimension dimension) {
        return Groupable.several(form, dimension.field()) ? Operator.CONTAINS : Operator.EQ;
    }

    private Optional<JsonNode> value(Dimension dimension, String key) {
        if (Groupable.relation(form, dimension.field()).isPresent()) {
            return ReferenceOptions.id(key, new Report("", new ArrayList<>())).map(Json.NODES::textNode);
        }
        try {
            return Optional.of(
                    switch (kind(dimension)) {
                        case BOOLEAN -> Json.NODES.booleanNode(Boolean.parseBoolean(key));
                        case INTEGER -> Json.NODES.numberNode(Integer.parseInt(key));
                        case NUMERIC -> Json.NODES.textNode(new BigDecimal(key).toPlainString());
                        default -> Json.NODES.textNode(key);
                    });
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private static Filter is(Dimension dimension, Operator operator, JsonNode value, String pointer) {
        return new Filter.Comparison(pointer, dimension.field(), operator, value);
    }

    private ColumnType.Kind kind(Dimension dimension) {
        return SystemField.parse(dimension.field())
                .map(SystemField::columnType)
                .or(() -> form.field(dimension.field()).map(CompiledField::columnType))
                .map(ColumnType::kind)
                .orElse(ColumnType.Kind.TEXT);
    }
}
