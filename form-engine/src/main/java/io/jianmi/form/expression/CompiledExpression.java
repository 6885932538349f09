package io.jianmi.form.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.feel.syntaxtree.Exp;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A checked expression. Immutable and thread-safe. */
public final class CompiledExpression {

    private final Tree tree;
    private final Evaluator evaluator;
    private final Exp plain;
    private final Exp scoped;
    private final boolean usesUser;
    private final boolean usesClock;

    CompiledExpression(Tree tree, Evaluator evaluator) {
        this.tree = tree;
        this.usesUser = Trees.usesUser(tree);
        this.usesClock = Trees.usesClock(tree);
        this.evaluator = evaluator;
        this.plain = Composer.compose(tree, evaluator.zone());
        this.scoped = usesUser ? Composer.composeScope(tree, evaluator.zone()) : plain;
    }

    public Type type() {
        return tree.type();
    }

    /** The fields it reads, such as {@code amount}, {@code deals} (the rows as such) and {@code deals.sum}. */
    public Set<String> inputs() {
        return Inputs.of(tree);
    }

    public boolean usesUser() {
        return usesUser;
    }

    /** Whether it gives another result at another time, all else being equal. */
    public boolean usesClock() {
        return usesClock;
    }

    /** The level that its result inherits (design: taint). */
    public Sensitivity taint() {
        return Taint.of(tree);
    }

    /** Steps it takes at most on subforms of {@value Cost#PUBLISHED_ROWS} rows. */
    public long cost() {
        return Cost.of(tree, Cost.PUBLISHED_ROWS);
    }

    /** The tree that the browser evaluates; empty when only the server can compute this expression. */
    public Optional<JsonNode> portable() {
        return PortableWriter.write(tree);
    }

    /**
     * The value on these variables: field keys to BigDecimal, String, Boolean, java.time values, UUID, List, Map (a
     * subform is a list of maps) or null; {@code user} to a map. A name that is absent is null.
     *
     * @return BigDecimal, String, Boolean, LocalDate, LocalTime, ZonedDateTime, Duration, Period, List, Map or null
     * @throws ProblemException {@code expression.too-complex} when the lists given are too long for it
     */
    public @Nullable Object evaluate(Map<String, ?> variables) {
        return run(plain, variables);
    }

    /** As a condition: only {@code true} counts. */
    public boolean holds(Map<String, ?> variables) {
        return Boolean.TRUE.equals(run(plain, variables));
    }

    /** As a check: only {@code false} fails. */
    public boolean passes(Map<String, ?> variables) {
        return !Boolean.FALSE.equals(run(plain, variables));
    }

    /** As a scope or filter: only {@code true} counts, and what compares with a null of {@code user} never does. */
    public boolean admits(Map<String, ?> variables) {
        return Boolean.TRUE.equals(run(scoped, variables));
    }

    /**
     * As a SQL condition that is true for the very rows that {@link #admits} lets through.
     *
     * @param columns the column of a field key; empty when it has none that may be compared (a protected field)
     * @param user the entries of {@code user} for the actor
     */
    public SqlCondition toSql(Function<String, Optional<Field<?>>> columns, Map<String, ?> user) {
        return SqlWriter.write(tree, evaluator, columns, user);
    }

    private @Nullable Object run(Exp expression, Map<String, ?> variables) {
        int rows = Variables.longestList(variables);
        if (rows > Cost.PUBLISHED_ROWS && Cost.of(tree, rows) > Cost.MAX_RUNNING) {
            throw ProblemException.of(ExpressionProblem.TOO_COMPLEX, Map.of("limit", "steps"));
        }
        return evaluator.evaluate(expression, variables);
    }
}
