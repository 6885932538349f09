package io.jianmi.form.field.time;

import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.IsoText;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A time of day of no zone, {@code HH:mm} or {@code HH:mm:ss}. */
public final class TimeType extends IsoText {

    public TimeType() {
        super("time");
    }

    @Override
    protected Optional<String> stored(String typed) {
        LocalTime time = LocalTime.parse(typed);
        return time.truncatedTo(ChronoUnit.SECONDS).equals(time) ? Optional.of(time.toString()) : Optional.empty();
    }

    @Override
    protected Optional<String> computed(Object result) {
        return result instanceof LocalTime time
                ? Optional.of(time.truncatedTo(ChronoUnit.SECONDS).toString())
                : Optional.empty();
    }

    @Override
    public ColumnType column(FieldOptions.None options) {
        return ColumnType.TIME;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return Type.TIME;
    }
}
