package io.jianmi.core.store;

import io.jianmi.core.problem.ProblemType;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * One INSERT, UPDATE or DELETE without RETURNING, with positional parameters {@code $1..$n} and schema-qualified names.
 * The writes of one command run on one snapshot: no two of them may touch the same row.
 *
 * @param expected exact number of rows it must touch, or -1 for any
 * @param otherwise the problem when it touches another number
 */
public record Write(String sql, Tuple parameters, int expected, ProblemType otherwise) {

    /** A statement that may touch any number of rows. */
    public static Write any(String sql, Tuple parameters) {
        return new Write(sql, parameters, -1, StoreProblem.LOST_RACE);
    }

    /** A statement guarded by a version or status: touching not exactly one row means that somebody was faster. */
    public static Write one(String sql, Tuple parameters) {
        return new Write(sql, parameters, 1, StoreProblem.LOST_RACE);
    }

    public static Write one(String sql, Tuple parameters, ProblemType otherwise) {
        return new Write(sql, parameters, 1, otherwise);
    }

    /** A statement that must touch so many rows; touching another number means that somebody was faster. */
    public static Write many(String sql, Tuple parameters, int expected) {
        return new Write(sql, parameters, expected, StoreProblem.LOST_RACE);
    }

    boolean guarded() {
        return expected >= 0;
    }
}
