package io.jianmi.form.record;

import io.jianmi.form.aggregate.AggregateQuery;
import io.jianmi.form.aggregate.Group;
import io.jianmi.form.aggregate.Measure;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.ColumnType;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@link AggregateSql} to groups. */
final class AggregateValues {

    /** Digits that an average has more than the values it is of. */
    private static final int FINER = 2;

    private AggregateValues() {}

    static Group group(Row row, CompiledForm form, AggregateQuery query) {
        List<Optional<String>> keys = new ArrayList<>();
        for (int i = 0; i < query.dimensions().size(); i++) {
            keys.add(Optional.ofNullable(row.getString(1 + i)));
        }
        String[] values = row.getArrayOfStrings(3);
        List<Optional<String>> measured = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            measured.add(written(values[i], form, query.measures().get(i)));
        }
        return new Group(keys, measured, row.getLong(4));
    }

    /** As a value of the field is written; an average has some digits more. */
    private static Optional<String> written(@Nullable String value, CompiledForm form, Measure measure) {
        Optional<ColumnType> type = measure.field().flatMap(form::field).map(CompiledField::columnType);
        if (value == null || type.isEmpty() || type.get().kind() == ColumnType.Kind.DATE) {
            return Optional.ofNullable(value);
        }
        BigDecimal number = new BigDecimal(value);
        int scale = Math.max(type.get().scale(), 0);
        return switch (measure.aggregate()) {
            case AVERAGE ->
                Optional.of(
                        number.setScale(scale + FINER, RoundingMode.HALF_EVEN).toPlainString());
            case COUNT, SUM, MIN, MAX ->
                Optional.of((number.scale() < scale ? number.setScale(scale) : number).toPlainString());
        };
    }
}
