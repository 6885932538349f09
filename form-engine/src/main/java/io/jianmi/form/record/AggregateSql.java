package io.jianmi.form.record;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nvl;
import static org.jooq.impl.DSL.val;

import io.jianmi.form.aggregate.AggregateQuery;
import io.jianmi.form.aggregate.Bucket;
import io.jianmi.form.aggregate.Dimension;
import io.jianmi.form.aggregate.Groupable;
import io.jianmi.form.aggregate.Measure;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.OptionValues;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;

/**
 * Questions about groups of one form's records as selects of the same columns, so that many are asked at once: the number of the question,
 * both keys as text, the measures as texts, the persons unseen.
 */
final class AggregateSql {

    private static final int KEYS = 2;
    private static final Set<ColumnType.Kind> CHOSEN = Set.of(ColumnType.Kind.TEXT, ColumnType.Kind.TEXT_ARRAY);
    /** Names that no column has. */
    private static final String EACH = "\"each %1$d\"(\"value %1$d\")";

    private static final String EACH_VALUE = "\"each %1$d\".\"value %1$d\"";
    private static final String MONTHS_ETC = "date_trunc('%s', %s)::date";

    private final RecordTable table;
    private final CompiledForm form;
    private final String zone;

    /** @param zone in which days begin */
    AggregateSql(RecordTable table, ZoneId zone) {
        this.table = table;
        this.form = table.form();
        this.zone = Sql.part(inline(zone.getId())).text();
    }

    /**
     * @param rows which are put into groups
     * @param seen those of them that the reader could list; empty when he could list all
     */
    Sql.Part select(int question, AggregateQuery query, Sql.Part rows, Optional<Condition> seen) {
        List<Object> values = new ArrayList<>();
        StringBuilder inner = new StringBuilder("select ");
        for (int i = 0; i < KEYS; i++) {
            boolean asked = i < query.dimensions().size();
            inner.append(asked ? key(query.dimensions().get(i), i) : "null::text")
                    .append(" as d" + i + ", ");
        }
        for (int i = 0; i < query.measures().size(); i++) {
            inner.append(measure(query.measures().get(i))).append(" as m" + i + ", ");
        }
        inner.append(unseen(seen, values)).append(" as unseen from ").append(table.name());
        for (int i = 0; i < query.dimensions().size(); i++) {
            inner.append(spread(query.dimensions().get(i), i));
        }
        inner.append(" where ").append(rows.text());
        values.addAll(rows.values());
        inner.append(query.dimensions().isEmpty() ? "" : " group by 1, 2");
        return new Sql.Part(outer(question, query, inner, values), values);
    }

    private String outer(int question, AggregateQuery query, CharSequence inner, List<Object> values) {
        StringBuilder measures = new StringBuilder();
        for (int i = 0; i < query.measures().size(); i++) {
            measures.append(i > 0 ? ", " : "").append("g.m" + i + "::text");
        }
        return "select " + question + ", g.d0::text, g.d1::text, array[" + measures + "], g.unseen from (" + inner
                + ") g order by " + order(query, values) + " limit " + (query.limit() + 1);
    }

    private static String unseen(Optional<Condition> seen, List<Object> values) {
        if (seen.isEmpty()) {
            return "0::bigint";
        }
        Sql.Part part = Sql.part(nvl(field(seen.get()), val(false)));
        values.addAll(part.values());
        return "count(distinct \"subject_id\") filter (where not " + part.text() + ")";
    }

    private String order(AggregateQuery query, List<Object> values) {
        String direction = query.order().descending() ? " desc nulls last" : " asc nulls last";
        List<String> keys = new ArrayList<>();
        if (query.order().by() == AggregateQuery.By.VALUE) {
            keys.add("g.m0" + direction);
        }
        for (int i = 0; i < KEYS; i++) {
            boolean asked = i < query.dimensions().size();
            keys.add((asked ? position(query.dimensions().get(i).field(), "g.d" + i, values) : "g.d" + i)
                    + (query.order().by() == AggregateQuery.By.KEY && i == 0 ? direction : " asc nulls last"));
        }
        return String.join(", ", keys);
    }

    /** Choices stand as the designer has them stand. */
    private String position(String key, String column, List<Object> values) {
        Optional<OptionValues> options = form.field(key)
                .filter(field -> CHOSEN.contains(field.columnType().kind()))
                .filter(field -> field.type().options() instanceof OptionValues)
                .map(field -> (OptionValues) field.type().options());
        options.ifPresent(known -> values.add(known.values().toArray(String[]::new)));
        return options.isPresent() ? "array_position(?::text[], " + column + ")" : column;
    }

    /** A record with several values is a row for each of them, one with none a row without. */
    private String spread(Dimension dimension, int number) {
        return Groupable.several(form, dimension.field())
                ? " left join lateral unnest(%s) as %s on true"
                        .formatted(column(dimension.field()), EACH.formatted(number))
                : "";
    }

    private String key(Dimension dimension, int number) {
        if (Groupable.several(form, dimension.field())) {
            return EACH_VALUE.formatted(number);
        }
        String column = column(dimension.field());
        Optional<Bucket> by = dimension.by();
        if (by.isEmpty()) {
            return column;
        }
        return switch (by.get()) {
            case PROVINCE -> "rpad(left(" + column + ", 2), 6, '0')";
            case CITY -> "rpad(left(" + column + ", 4), 6, '0')";
            case DAY, WEEK, MONTH, QUARTER, YEAR ->
                MONTHS_ETC.formatted(by.get().name().toLowerCase(Locale.ROOT), local(dimension.field(), column));
        };
    }

    private String local(String key, String column) {
        return type(key).kind() == ColumnType.Kind.TIMESTAMPTZ ? "(" + column + " at time zone " + zone + ")" : column;
    }

    private String measure(Measure measure) {
        return switch (measure.aggregate()) {
            case COUNT -> "count(*)";
            case SUM -> "sum(" + of(measure) + ")";
            case AVERAGE -> "avg(" + of(measure) + ")";
            case MIN -> "min(" + of(measure) + ")";
            case MAX -> "max(" + of(measure) + ")";
        };
    }

    private String of(Measure measure) {
        return column(measure.field().orElseThrow());
    }

    private String column(String key) {
        return Sql.part(form.sqlColumn(key).orElseThrow()).text();
    }

    private ColumnType type(String key) {
        return SystemField.parse(key)
                .map(SystemField::columnType)
                .or(() -> form.field(key).map(CompiledField::columnType))
                .orElseThrow();
    }
}
