package io.jianmi.form.field.datetime;

import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.IsoText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A point in time (RFC 3339 date-time) of the years 1 to 9999, kept in UTC to the microsecond; a text without offset names none. */
public final class DateTimeType extends IsoText {

    private static final int LAST_YEAR = 9999;

    public DateTimeType() {
        super("date-time");
    }

    @Override
    protected Optional<String> stored(String typed) {
        return canonical(OffsetDateTime.parse(typed));
    }

    @Override
    protected Optional<String> computed(Object result) {
        if (result instanceof ZonedDateTime zoned) {
            return canonical(zoned.toOffsetDateTime());
        }
        return result instanceof OffsetDateTime point ? canonical(point) : Optional.empty();
    }

    private static Optional<String> canonical(OffsetDateTime point) {
        int year = point.withOffsetSameInstant(ZoneOffset.UTC).getYear();
        Instant instant = point.toInstant().truncatedTo(ChronoUnit.MICROS);
        return year >= 1 && year <= LAST_YEAR ? Optional.of(instant.toString()) : Optional.empty();
    }

    @Override
    public ColumnType column(FieldOptions.None options) {
        return ColumnType.TIMESTAMPTZ;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return Type.DATE_TIME;
    }
}
