package io.jianmi.form.expression;

import io.jianmi.form.expression.Tree.Constant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.camunda.feel.syntaxtree.*;
import org.jspecify.annotations.Nullable;

/** Literals, from feel-engine's nodes and back. */
final class Constants {

    /** Longest range an iteration may spell out. */
    static final int MAX_SERIES = 1_000;

    private Constants() {}

    static @Nullable Constant of(Exp exp) {
        if (exp instanceof ConstNumber e) {
            return new Constant(Type.NUMBER, e.value().bigDecimal());
        } else if (exp instanceof ConstString e) {
            return new Constant(Type.STRING, e.value());
        } else if (exp instanceof ConstBool e) {
            return new Constant(Type.BOOLEAN, e.value());
        } else if (exp instanceof ConstNull$) {
            return new Constant(Type.NULL, null);
        } else if (exp instanceof ConstDate e) {
            return new Constant(Type.DATE, e.value());
        } else if (exp instanceof ConstLocalTime e) {
            return new Constant(Type.TIME, e.value());
        } else if (exp instanceof ConstTime e) {
            return new Constant(Type.TIME, e.value());
        } else if (exp instanceof ConstLocalDateTime e) {
            return new Constant(Type.DATE_TIME, e.value());
        } else if (exp instanceof ConstDateTime e) {
            return new Constant(Type.DATE_TIME, e.value());
        } else if (exp instanceof ConstDayTimeDuration e) {
            return new Constant(Type.DAYS_DURATION, e.value());
        } else if (exp instanceof ConstYearMonthDuration e) {
            return new Constant(Type.MONTHS_DURATION, e.value());
        }
        return null;
    }

    static Exp toEngine(@Nullable Object value) {
        if (value == null) {
            return ConstNull$.MODULE$;
        } else if (value instanceof BigDecimal v) {
            return new ConstNumber(Scala.number(v));
        } else if (value instanceof String v) {
            return new ConstString(v);
        } else if (value instanceof Boolean v) {
            return new ConstBool(v);
        } else if (value instanceof java.time.LocalDate v) {
            return new ConstDate(v);
        } else if (value instanceof java.time.LocalTime v) {
            return new ConstLocalTime(v);
        } else if (value instanceof ZonedTime v) {
            return new ConstTime(v);
        } else if (value instanceof java.time.LocalDateTime v) {
            return new ConstLocalDateTime(v);
        } else if (value instanceof java.time.ZonedDateTime v) {
            return new ConstDateTime(v);
        } else if (value instanceof java.time.Duration v) {
            return new ConstDayTimeDuration(v);
        } else if (value instanceof java.time.Period v) {
            return new ConstYearMonthDuration(v);
        }
        throw new IllegalArgumentException(
                "no FEEL literal: " + value.getClass().getName());
    }

    /** The integers between two literal ones, both included, upwards or downwards; null when there is no short list. */
    static @Nullable List<Tree> series(Tree start, Tree end) {
        if (!(start instanceof Constant from && from.value() instanceof BigDecimal first)
                || !(end instanceof Constant to && to.value() instanceof BigDecimal last)
                || last.subtract(first).abs().compareTo(BigDecimal.valueOf(MAX_SERIES)) >= 0) {
            return null;
        }
        boolean up = first.compareTo(last) < 0;
        List<Tree> numbers = new ArrayList<>();
        BigDecimal step = up ? BigDecimal.ONE : BigDecimal.ONE.negate();
        for (BigDecimal i = first; up ? i.compareTo(last) <= 0 : i.compareTo(last) >= 0; i = i.add(step)) {
            numbers.add(new Constant(Type.NUMBER, i));
        }
        return List.copyOf(numbers);
    }
}
