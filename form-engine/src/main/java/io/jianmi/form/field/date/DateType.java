package io.jianmi.form.field.date;

import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.IsoText;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.SheetShape;
import java.time.LocalDate;
import java.util.Optional;

/** A day, {@code yyyy-MM-dd} (RFC 3339 full-date) of the years 1 to 9999. */
public final class DateType extends IsoText implements Maskable {

    private static final int LENGTH = 10;

    public DateType() {
        super("date");
    }

    @Override
    protected Optional<String> stored(String typed) {
        LocalDate day = LocalDate.parse(typed);
        return typed.length() == LENGTH && day.getYear() >= 1 ? Optional.of(day.toString()) : Optional.empty();
    }

    @Override
    protected Optional<String> computed(Object result) {
        return result instanceof LocalDate day ? Optional.of(day.toString()) : Optional.empty();
    }

    @Override
    public ColumnType column(FieldOptions.None options) {
        return ColumnType.DATE;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return Type.DATE;
    }

    @Override
    public SheetShape shape() {
        return SheetShape.DATE;
    }
}
