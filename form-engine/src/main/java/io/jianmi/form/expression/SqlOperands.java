package io.jianmi.form.expression;

import io.jianmi.form.expression.Tree.Relation;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The sides of SQL comparisons: columns, arithmetic on columns, and values computed beforehand and bound. */
final class SqlOperands {

    private static final Set<Type.Kind> COMPARABLE = Set.of(
            Type.Kind.NUMBER, Type.Kind.STRING, Type.Kind.BOOLEAN, Type.Kind.DATE, Type.Kind.TIME, Type.Kind.DATE_TIME);

    private final Evaluator evaluator;
    private final Function<String, Optional<Field<?>>> columns;
    private final Map<String, ?> user;
    private final Findings findings;

    SqlOperands(
            Evaluator evaluator, Function<String, Optional<Field<?>>> columns, Map<String, ?> user, Findings findings) {
        this.evaluator = evaluator;
        this.columns = columns;
        this.user = user;
        this.findings = findings;
    }

    /** The value of a tree that reads no column. */
    @Nullable
    Object value(Tree closed) {
        return evaluator.evaluate(Composer.composeScope(closed, evaluator.zone()), Map.of(Names.USER, user));
    }

    /** Records that a construct has no SQL; gives null, so that it can stand for the missing part. */
    @Nullable
    Object refuse(String construct) {
        findings.add(Findings.NOT_SQL, Map.of("construct", construct));
        return null;
    }

    /** A column whose values compare one by one. */
    Optional<Field<?>> column(Tree tree) {
        return COMPARABLE.contains(tree.type().kind()) ? plain(tree) : none("type");
    }

    /** A column that holds a list. */
    Optional<Field<?>> array(Tree tree) {
        return tree.type().is(Type.Kind.LIST)
                        && COMPARABLE.contains(tree.type().elementOrAny().kind())
                ? plain(tree)
                : none("type");
    }

    private Optional<Field<?>> plain(Tree tree) {
        if (!(tree instanceof Tree.Reference reference) || reference.path().size() != 1) {
            return none(tree.getClass().getSimpleName());
        }
        String key = reference.path().get(0);
        Optional<Field<?>> column = columns.apply(key);
        if (column.isEmpty()) {
            findings.add(Findings.NOT_SQL, Map.of("field", key));
        }
        return column;
    }

    private Optional<Field<?>> none(String construct) {
        refuse(construct);
        return Optional.empty();
    }

    /** A column, or sums, differences and products of columns and numbers; those are exact in SQL as in FEEL. */
    Optional<Field<?>> operand(Tree tree) {
        if (Trees.isClosed(tree)) {
            return value(tree) instanceof BigDecimal number ? Optional.of(DSL.val(number)) : none("constant");
        }
        if (tree instanceof Tree.Negation negation) {
            return operand(negation.operand()).map(Field::neg);
        }
        if (!(tree instanceof Tree.Calculation calculation)) {
            return column(tree);
        }
        if (!tree.type().is(Type.Kind.NUMBER)) {
            return none(calculation.operator().symbol);
        }
        Optional<Field<?>> left = operand(calculation.left());
        Optional<Field<?>> right = operand(calculation.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Field<BigDecimal> x = left.get().coerce(BigDecimal.class);
        Field<BigDecimal> y = right.get().coerce(BigDecimal.class);
        return switch (calculation.operator()) {
            case ADD -> Optional.of(x.add(y));
            case SUBTRACT -> Optional.of(x.sub(y));
            case MULTIPLY -> Optional.of(x.mul(y));
            case DIVIDE, POWER -> none(calculation.operator().symbol);
        };
    }

    /** The value as a parameter of the column's type; of a collection, an array of them without its nulls. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Optional<Field> bound(Object value, Field<?> column) {
        DataType<?> type = column.getDataType();
        try {
            if (value instanceof Collection<?> items) {
                Object[] array = items.stream()
                        .filter(Objects::nonNull)
                        .map(item -> type.convert(plainValue(item)))
                        .toArray(size -> (Object[]) java.lang.reflect.Array.newInstance(type.getType(), size));
                return Optional.of(DSL.val(array, (DataType) type.getArrayDataType()));
            }
            return Optional.of(DSL.val(type.convert(plainValue(value)), (DataType) type));
        } catch (DataTypeException e) {
            // An id that is no id of this column's type equals none of its values.
            return Optional.empty();
        }
    }

    private static Object plainValue(Object value) {
        return value instanceof ZonedDateTime point ? point.toOffsetDateTime() : value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    Condition containedIn(Object value, Field<?> array) {
        Field element = DSL.val(plainValue(value));
        return element.eq(DSL.any((Field) array));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Condition compare(Relation relation, Field left, Field right, boolean exact) {
        return switch (relation) {
            case EQUAL -> exact ? left.isNotDistinctFrom(right) : left.eq(right);
            case LESS -> left.lt(right);
            case LESS_OR_EQUAL -> left.le(right);
            case GREATER -> left.gt(right);
            case GREATER_OR_EQUAL -> left.ge(right);
        };
    }
}
