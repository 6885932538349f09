package io.jianmi.core.store;

import io.jianmi.core.problem.ProblemType;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * One INSERT, UPDATE or DELETE without RETURNING, with positional parameters {@code $1..$n} and schema-qualified names.
 * The writes of one command run on one snapshot: no two of them may touch the same row.
 *
 * @param expected exact number of rows it must touch, or -1 for any
 * @param otherwise the problem when it touches another number
 * @param told what later writes of the same command may read of the rows that it touched, where it is the first: {@code t.id}
 */
public record Write(String sql, Tuple parameters, int expected, ProblemType otherwise, String told) {

    /** How later writes of a command name what the first tells them; what it has not touched it does not tell. */
    public static final String FIRST = "w0";

    private static final String NOTHING = "1";

    private Write(String sql, Tuple parameters, int expected, ProblemType otherwise) {
        this(sql, parameters, expected, otherwise, NOTHING);
    }

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

    /** The same, telling this of the rows that it touches. */
    public Write telling(String column) {
        return new Write(sql, parameters, expected, otherwise, column);
    }

    boolean guarded() {
        return expected >= 0;
    }
}
