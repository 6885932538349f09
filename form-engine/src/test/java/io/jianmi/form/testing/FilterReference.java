package io.jianmi.form.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.TypedField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a filter's operators mean, said in the obvious and slow way, on the values that expressions see. */
final class FilterReference {

    private final TypedField<?> field;
    private final Actor reader;

    FilterReference(TypedField<?> field, Actor reader) {
        this.field = field;
        this.reader = reader;
    }

    /** @param operands stored forms; of a list type, of one item each */
    boolean chooses(Operator operator, JsonNode stored, List<JsonNode> operands) {
        List<Object> held = held(stored);
        List<Object> wanted = new ArrayList<>();
        operands.forEach(operand -> wanted.addAll(held(operand)));
        return switch (operator) {
            case IS_EMPTY -> held.isEmpty();
            case IS_NOT_EMPTY -> !held.isEmpty();
            case EQ, IN -> any(held, wanted);
            case NE, NOT_IN -> !any(held, wanted);
            case LT -> !held.isEmpty() && order(held.get(0), wanted.get(0)) < 0;
            case LTE -> !held.isEmpty() && order(held.get(0), wanted.get(0)) <= 0;
            case GT -> !held.isEmpty() && order(held.get(0), wanted.get(0)) > 0;
            case GTE -> !held.isEmpty() && order(held.get(0), wanted.get(0)) >= 0;
            case BETWEEN ->
                !held.isEmpty() && order(held.get(0), wanted.get(0)) >= 0 && order(held.get(0), wanted.get(1)) <= 0;
            case CONTAINS ->
                field.valueType().is(Type.Kind.LIST)
                        ? any(held, wanted)
                        : !held.isEmpty()
                                && part(operands)
                                        .filter(lower(stored)::contains)
                                        .isPresent();
            case STARTS_WITH ->
                !held.isEmpty()
                        && part(operands).filter(lower(stored)::startsWith).isPresent();
            case ME -> held.contains(reader.id().value());
            case MY_DEPARTMENTS -> any(held, List.copyOf(reader.departments()));
            case BELOW -> any(held, List.copyOf(reader.headOf()));
            case LAST4 -> throw new IllegalArgumentException("of protected fields only");
        };
    }

    /** Empty, one value, or the items of a list. */
    private List<Object> held(JsonNode stored) {
        Object value = stored.isTextual() && field.column().toOperand(stored) instanceof String text
                ? text
                : field.toExpression(stored);
        if (value instanceof Collection<?> items) {
            return List.copyOf(items);
        }
        return value == null ? List.of() : List.of(value);
    }

    private static boolean any(List<?> held, List<?> wanted) {
        return held.stream().anyMatch(one -> wanted.stream().anyMatch(other -> order(one, other) == 0));
    }

    @SuppressWarnings("unchecked") // both are values of one field
    static int order(Object left, @Nullable Object right) {
        return ((Comparable<Object>) left).compareTo(Objects.requireNonNull(right));
    }

    private String lower(JsonNode stored) {
        return String.valueOf(field.toExpression(stored)).toLowerCase(Locale.ROOT);
    }

    /** A part of a text is a text, whatever the type; a blank one is in none. */
    private static Optional<String> part(List<JsonNode> operands) {
        return Optional.ofNullable(operands.get(0).textValue()).map(text -> text.toLowerCase(Locale.ROOT));
    }
}
