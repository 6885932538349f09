package io.jianmi.core.store;

import io.jianmi.core.problem.ProblemException;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Commits writes all or nothing. They become one data-modifying CTE: one statement, one round trip, one implicit
 * transaction. A write that touches an unexpected number of rows raises inside the database and undoes the rest.
 */
@Singleton
public final class TenantWriter {

    /** Raised by {@code platform.expect_rows}; its message is the index of the write. */
    private static final String GUARD_STATE = "JM001";

    private static final String UNIQUE_STATE = "23505";
    private static final String CHECK_STATE = "23514";

    /** How constraints end that keep out who does not know yet that a table's rows are stored otherwise. */
    public static final String FENCE = "__fence";

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    /** Statements differ by form and number of fields, not by value: a few hundred at most. */
    private static final int CACHED_STATEMENTS = 2_000;

    private final Pool pool;
    private final Map<List<String>, String> combined = new ConcurrentHashMap<>();

    public TenantWriter(@ReactiveDataSource(StatementCache.BY_KEY) Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs all writes in one transaction.
     *
     * @return fails with the problem of the first guard that did not hold, with {@link StoreProblem#FENCED}, or with
     *     {@link UniqueViolation}
     */
    public Uni<Void> commit(List<Write> writes) {
        if (writes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(statement(writes))
                .execute(parameters(writes))
                .replaceWithVoid()
                .onFailure(PgException.class)
                .transform(failure -> translate(failure, writes));
    }

    /**
     * Runs all writes and takes them back: what {@link #commit} would refuse is refused, and nothing is left.
     *
     * @return fails as {@link #commit} does
     */
    public Uni<Void> rehearse(List<Write> writes) {
        return pool.withConnection(connection -> connection
                .begin()
                .chain(transaction -> connection
                        .preparedQuery(statement(writes))
                        .execute(parameters(writes))
                        .eventually(transaction::rollback))
                .replaceWithVoid()
                .onFailure(PgException.class)
                .transform(failure -> translate(failure, writes)));
    }

    private String statement(List<Write> writes) {
        if (combined.size() > CACHED_STATEMENTS) {
            combined.clear();
        }
        List<String> key = writes.stream()
                .map(write -> write.expected() + ":" + write.told() + ":" + write.sql())
                .toList();
        return combined.computeIfAbsent(key, ignored -> combine(writes));
    }

    static String combine(List<Write> writes) {
        StringBuilder ctes = new StringBuilder("with ");
        StringBuilder guards = new StringBuilder();
        int offset = 0;
        for (int i = 0; i < writes.size(); i++) {
            Write write = writes.get(i);
            ctes.append(i == 0 ? "" : ", ").append("w").append(i).append(" as (");
            ctes.append(shift(write.sql(), offset))
                    .append(" returning ")
                    .append(write.told())
                    .append(")");
            if (write.guarded()) {
                guards.append(guards.isEmpty() ? "" : ", ")
                        .append("platform.expect_rows(%d, %d, (select count(*) from w%d))"
                                .formatted(i, write.expected(), i));
            }
            offset += write.parameters().size();
        }
        return ctes + " select " + (guards.isEmpty() ? "1" : guards);
    }

    private static String shift(String sql, int offset) {
        return offset == 0
                ? sql
                : PARAMETER.matcher(sql).replaceAll(match -> "\\$" + (Integer.parseInt(match.group(1)) + offset));
    }

    private static Tuple parameters(List<Write> writes) {
        if (writes.size() == 1) {
            return writes.get(0).parameters();
        }
        Tuple all = Tuple.tuple();
        for (Write write : writes) {
            Tuple parameters = write.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                all.addValue(parameters.getValue(i));
            }
        }
        return all;
    }

    private static RuntimeException translate(PgException failure, List<Write> writes) {
        if (GUARD_STATE.equals(failure.getSqlState())) {
            int index = Integer.parseInt(String.valueOf(failure.getErrorMessage()));
            return ProblemException.of(writes.get(index).otherwise());
        }
        if (UNIQUE_STATE.equals(failure.getSqlState())) {
            return new UniqueViolation(String.valueOf(failure.getConstraint()));
        }
        if (CHECK_STATE.equals(failure.getSqlState())
                && String.valueOf(failure.getConstraint()).endsWith(FENCE)) {
            return ProblemException.of(StoreProblem.FENCED);
        }
        return failure;
    }
}
