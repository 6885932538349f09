package io.jianmi.form.record;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** Renders what jOOQ builds for the reactive client: quoted names, {@code $n} parameters, values always bound. */
final class Sql {

    static {
        // The library greets on the log otherwise.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private static final DSLContext PARTS = DSL.using(
            SQLDialect.POSTGRES,
            new Settings()
                    .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                    .withParamType(ParamType.INDEXED)
                    .withStatementType(StatementType.PREPARED_STATEMENT)
                    .withRenderFormatted(false));

    private Sql() {}

    /** Text and parameters of one statement. */
    record Statement(String text, Tuple parameters) {}

    /** A part of a statement: {@code ?} stands for each value, in order. */
    record Part(String text, List<Object> values) {

        static Part of(String text, Object... values) {
            return new Part(text, Arrays.asList(values));
        }
    }

    /** Renders a condition or column once; a part does not depend on what stands around it. */
    static Part part(QueryPart part) {
        return new Part(PARTS.render(part), PARTS.extractBindValues(part));
    }

    /** An identifier, quoted. */
    static String quoted(String... names) {
        return PARTS.render(DSL.name(names));
    }

    /** What an update sets, by column. */
    static String assigned(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> quoted(column.getKey()) + " = " + column.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The same after something else that it sets. */
    static String also(Map<String, String> columns) {
        return columns.isEmpty() ? "" : ", " + assigned(columns);
    }

    /**
     * Puts a statement together from text and rendered parts. What a statement has in common with all others of its table is
     * rendered once and kept, so that a request renders only its own conditions.
     */
    static final class Builder {

        private final StringBuilder text = new StringBuilder(1_024);
        private final List<Object> values = new ArrayList<>();

        /** Text without parameters. */
        Builder add(String sql) {
            text.append(sql);
            return this;
        }

        Builder add(Part part) {
            String sql = part.text();
            int from = 0;
            int placed = 0;
            for (int at = sql.indexOf('?'); at >= 0; at = sql.indexOf('?', from)) {
                placed++;
                text.append(sql, from, at).append('$').append(values.size() + placed);
                from = at + 1;
            }
            if (placed != part.values().size()) {
                throw new IllegalStateException("parameters and values of a part differ");
            }
            text.append(sql, from, sql.length());
            values.addAll(part.values());
            return this;
        }

        Statement build() {
            return new Statement(text.toString(), Tuple.tuple(values));
        }
    }
}
