package io.jianmi.form.expression;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.trueCondition;

import io.jianmi.form.expression.Tree.Relation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Translates a boolean tree into a SQL condition that is true for the rows for which FEEL says true. Whatever reads no
 * column (constants, the clock, {@code user}) is computed beforehand and bound. FEEL's equality and membership are
 * two-valued, SQL's are not: under a negation the exact form is written, elsewhere the one that indexes serve.
 */
final class SqlWriter {

    private static final Condition UNKNOWN = condition(castNull(SQLDataType.BOOLEAN));

    private final SqlOperands operands;

    private SqlWriter(SqlOperands operands) {
        this.operands = operands;
    }

    static SqlCondition write(
            Tree tree, Evaluator evaluator, Function<String, Optional<Field<?>>> columns, Map<String, ?> user) {
        Findings findings = new Findings();
        SqlWriter writer = new SqlWriter(new SqlOperands(evaluator, columns, user, findings));
        Condition condition = writer.of(tree, false);
        return findings.isEmpty() ? SqlCondition.of(condition) : SqlCondition.failed(findings.list());
    }

    private Condition of(Tree tree, boolean exact) {
        if (Trees.isClosed(tree)) {
            return fixed(operands.value(tree));
        }
        if (tree instanceof Tree.Logic logic) {
            Condition left = of(logic.left(), exact);
            Condition right = of(logic.right(), exact);
            return logic.conjunction() ? and(left, right) : or(left, right);
        }
        if (tree instanceof Tree.Not negated) {
            return not(of(negated.operand(), true));
        }
        if (tree instanceof Tree.Comparison comparison) {
            return comparison(comparison, exact);
        }
        if (tree instanceof Tree.Membership in) {
            return membership(in.value(), in.list(), exact, false);
        }
        if (tree instanceof Tree.Call call) {
            return call(call, exact);
        }
        return operands.column(tree).map(SqlWriter::truth).orElse(UNKNOWN);
    }

    private static Condition fixed(@Nullable Object value) {
        return value instanceof Boolean known ? (known ? trueCondition() : falseCondition()) : UNKNOWN;
    }

    private static Condition truth(Field<?> column) {
        return condition(column.coerce(SQLDataType.BOOLEAN));
    }

    private Condition comparison(Tree.Comparison tree, boolean exact) {
        if (Trees.isClosed(tree.left())) {
            return comparison(tree.relation().mirrored(), tree.right(), tree.left(), exact);
        }
        return comparison(tree.relation(), tree.left(), tree.right(), exact);
    }

    private Condition comparison(Relation relation, Tree left, Tree right, boolean exact) {
        Optional<Field<?>> column = operands.operand(left);
        if (relation != Relation.EQUAL && left.type().is(Type.Kind.STRING)) {
            // The order of texts is the collation's in SQL and that of UTF-16 in FEEL.
            operands.refuse("order");
            return UNKNOWN;
        }
        if (column.isEmpty()) {
            return UNKNOWN;
        }
        if (!Trees.isClosed(right)) {
            return operands.operand(right)
                    .map(other -> SqlOperands.compare(relation, column.get(), other, true))
                    .orElse(UNKNOWN);
        }
        Object value = operands.value(right);
        if (value == null) {
            boolean emptiness = relation == Relation.EQUAL && !Trees.usesUser(right);
            return emptiness ? column.get().isNull() : UNKNOWN;
        }
        return operands.bound(value, column.get())
                .map(bound -> SqlOperands.compare(relation, column.get(), bound, exact))
                .orElse(UNKNOWN);
    }

    /**
     * {@code value in list}, and {@code list contains(list, value)}, which differs on a list that is null.
     *
     * @param nullList whether a null list makes the result null instead of false
     */
    private Condition membership(Tree value, Tree list, boolean exact, boolean nullList) {
        if (Trees.isClosed(list)) {
            return among(value, list, exact, nullList);
        }
        Optional<Field<?>> column = operands.array(list);
        Object wanted = Trees.isClosed(value) ? operands.value(value) : operands.refuse("list");
        if (column.isEmpty() || wanted == null) {
            if (column.isPresent() && Trees.isClosed(value) && !Trees.usesUser(value)) {
                operands.refuse("null");
            }
            return UNKNOWN;
        }
        Condition contains = operands.containedIn(wanted, column.get());
        return exact && !nullList ? column.get().isNotNull().and(contains) : contains;
    }

    @SuppressWarnings("unchecked") // the array was bound with the column's own type
    private Condition among(Tree value, Tree list, boolean exact, boolean nullList) {
        Optional<Field<?>> column = operands.operand(value);
        Object known = operands.value(list);
        if (column.isEmpty() || !(known instanceof Collection<?> items)) {
            boolean emptiness = column.isPresent() && !nullList && !Trees.usesUser(list);
            return emptiness ? column.get().isNull() : UNKNOWN;
        }
        Condition listed = operands.bound(items, column.get())
                .map(array -> column.get().eq(any(array)))
                .orElse(UNKNOWN);
        if (items.contains(null)) {
            return listed.or(column.get().isNull());
        }
        return exact ? column.get().isNotNull().and(listed) : listed;
    }

    private Condition call(Tree.Call call, boolean exact) {
        String name = call.function().name();
        if (name.equals("list contains")) {
            return membership(call.arguments().get(1), call.arguments().get(0), exact, true);
        }
        if (name.equals("is defined")) {
            return operands.column(call.arguments().get(0))
                    .map(Field::isNotNull)
                    .orElse(UNKNOWN);
        }
        if (!name.equals("contains") && !name.equals("starts with") && !name.equals("ends with")) {
            operands.refuse(name);
            return UNKNOWN;
        }
        Optional<Field<?>> column = operands.column(call.arguments().get(0));
        Object part = Trees.isClosed(call.arguments().get(1))
                ? operands.value(call.arguments().get(1))
                : operands.refuse(name);
        if (column.isEmpty() || !(part instanceof String text)) {
            return UNKNOWN;
        }
        Field<String> field = column.get().coerce(SQLDataType.CLOB);
        return switch (name) {
            case "contains" -> field.contains(text);
            case "starts with" -> field.startsWith(text);
            default -> field.endsWith(text);
        };
    }
}
