package io.jianmi.form.field.duration;

import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.IsoText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A length of time in days, hours, minutes and seconds ({@code P1DT2H}, ISO 8601), of at most a thousand years either way; months and
 * years have no fixed length, so they are refused. A day is 24 hours.
 */
public final class DurationType extends IsoText {

    private static final Duration LONGEST = Duration.ofDays(365_250);

    public DurationType() {
        super("duration");
    }

    @Override
    protected Optional<String> stored(String typed) {
        return canonical(Duration.parse(typed));
    }

    @Override
    protected Optional<String> computed(Object result) {
        return result instanceof Duration length ? canonical(length.truncatedTo(ChronoUnit.SECONDS)) : Optional.empty();
    }

    private static Optional<String> canonical(Duration length) {
        return length.truncatedTo(ChronoUnit.SECONDS).equals(length)
                        && length.abs().compareTo(LONGEST) <= 0
                ? Optional.of(length.toString())
                : Optional.empty();
    }

    @Override
    public ColumnType column(FieldOptions.None options) {
        return ColumnType.DURATION;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return Type.DAYS_DURATION;
    }
}
