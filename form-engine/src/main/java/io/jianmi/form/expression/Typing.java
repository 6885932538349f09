package io.jianmi.form.expression;

import static io.jianmi.form.expression.Type.Kind.DATE;
import static io.jianmi.form.expression.Type.Kind.DATE_TIME;
import static io.jianmi.form.expression.Type.Kind.DAYS_DURATION;
import static io.jianmi.form.expression.Type.Kind.MONTHS_DURATION;
import static io.jianmi.form.expression.Type.Kind.NUMBER;
import static io.jianmi.form.expression.Type.Kind.STRING;
import static io.jianmi.form.expression.Type.Kind.TIME;

import io.jianmi.form.expression.Tree.Arithmetic;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The type rules of operators and of the parts of dates (DMN 1.5, tables 45 to 53 and 57). */
final class Typing {

    private static final Map<Type.Kind, Set<String>> NUMBER_PARTS = Map.of(
            DATE, Set.of("year", "month", "day", "weekday"),
            TIME, Set.of("hour", "minute", "second"),
            DATE_TIME, Set.of("year", "month", "day", "weekday", "hour", "minute", "second"),
            DAYS_DURATION, Set.of("days", "hours", "minutes", "seconds"),
            MONTHS_DURATION, Set.of("years", "months"));

    private Typing() {}

    /** What the operator gives on these types; empty when it gives nothing but null. */
    static Optional<Type> result(Arithmetic operator, Type left, Type right) {
        if (left.isOpen() || right.isOpen()) {
            return Optional.of(open(operator, left, right));
        }
        return switch (operator) {
            case ADD -> sum(left, right).or(() -> sum(right, left));
            case SUBTRACT -> difference(left, right);
            case MULTIPLY -> product(left, right).or(() -> product(right, left));
            case DIVIDE -> quotient(left, right);
            case POWER -> left.is(NUMBER) && right.is(NUMBER) ? Optional.of(Type.NUMBER) : Optional.empty();
        };
    }

    /** With one side unknown a number beside it tells the result, since nothing else mixes with numbers but durations. */
    private static Type open(Arithmetic operator, Type left, Type right) {
        boolean additive = operator == Arithmetic.ADD || operator == Arithmetic.SUBTRACT;
        boolean number = left.is(NUMBER) || right.is(NUMBER);
        return operator == Arithmetic.POWER || (additive && number) ? Type.NUMBER : Type.ANY;
    }

    private static Optional<Type> sum(Type left, Type right) {
        if (left.is(NUMBER) && right.is(NUMBER) || left.is(STRING) && right.is(STRING)) {
            return Optional.of(left);
        }
        if (isDuration(left) && left.equals(right)) {
            return Optional.of(left);
        }
        return moved(left, right);
    }

    private static Optional<Type> difference(Type left, Type right) {
        if (left.is(NUMBER) && right.is(NUMBER) || isDuration(left) && left.equals(right)) {
            return Optional.of(left);
        }
        boolean instants = left.is(DATE) || left.is(TIME) || left.is(DATE_TIME);
        return instants && left.equals(right) ? Optional.of(Type.DAYS_DURATION) : moved(left, right);
    }

    /** A point in time and a duration. */
    private static Optional<Type> moved(Type point, Type by) {
        boolean movable = (point.is(DATE) || point.is(DATE_TIME)) && isDuration(by);
        return movable || point.is(TIME) && by.is(DAYS_DURATION) ? Optional.of(point) : Optional.empty();
    }

    private static Optional<Type> product(Type left, Type right) {
        return right.is(NUMBER) && (left.is(NUMBER) || isDuration(left)) ? Optional.of(left) : Optional.empty();
    }

    private static Optional<Type> quotient(Type left, Type right) {
        if (isDuration(left) && left.equals(right)) {
            return Optional.of(Type.NUMBER);
        }
        return product(left, right);
    }

    private static boolean isDuration(Type type) {
        return type.is(DAYS_DURATION) || type.is(MONTHS_DURATION);
    }

    /** The type of a part such as {@code birthday.year}; empty when the type has no such part. */
    static Optional<Type> part(Type base, String key) {
        return NUMBER_PARTS.getOrDefault(base.kind(), Set.of()).contains(key)
                ? Optional.of(Type.NUMBER)
                : Optional.empty();
    }
}
