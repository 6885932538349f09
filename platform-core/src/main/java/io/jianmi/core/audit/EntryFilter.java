package io.jianmi.core.audit;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Which entries are wanted; all conditions hold together. An action or a target that ends in {@code *} stands for all
 * that begin like it.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record EntryFilter(
        Optional<String> actor,
        Optional<String> action,
        Optional<String> target,
        Optional<OffsetDateTime> from,
        Optional<OffsetDateTime> to) {

    public static final EntryFilter ALL =
            new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The greatest code point, in the byte order of {@code text_pattern_ops}. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Conditions in SQL, each led by {@code and}; their values are added to the parameters. */
    String sql(Tuple parameters) {
        StringBuilder sql = new StringBuilder();
        actor.ifPresent(value -> and(sql, parameters, "actor =", value));
        action.ifPresent(value -> matches(sql, parameters, "action", value));
        target.ifPresent(value -> matches(sql, parameters, "object", value));
        from.ifPresent(value -> and(sql, parameters, "at >=", value));
        to.ifPresent(value -> and(sql, parameters, "at <", value));
        return sql.toString();
    }

    private static void matches(StringBuilder sql, Tuple parameters, String column, String value) {
        if (value.endsWith("*")) {
            String prefix = value.substring(0, value.length() - 1);
            and(sql, parameters, column + " ~>=~", prefix);
            and(sql, parameters, column + " ~<~", prefix + LAST);
        } else {
            and(sql, parameters, column + " =", value);
        }
    }

    private static void and(StringBuilder sql, Tuple parameters, String condition, Object value) {
        parameters.addValue(value);
        sql.append(" and ").append(condition).append(" $").append(parameters.size());
    }
}
