package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Report;
import io.jianmi.form.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** One comparison with one column in clear, in whichever table it stands. Who may compare with it is decided before. */
final class ComparisonSql {

    private final Actor actor;
    private final List<Finding> findings;

    /** @param findings told what the value or the operator is refused for */
    ComparisonSql(Actor actor, List<Finding> findings) {
        this.actor = actor;
        this.findings = findings;
    }

    /** With a system field, which every record has. */
    Condition onSystem(Filter.Comparison comparison, SystemField field, Field<?> column) {
        Report report = new Report(Pointer.child(comparison.pointer(), "value"), findings);
        return switch (comparison.operator()) {
            case ME ->
                field == SystemField.CREATED_BY || field == SystemField.UPDATED_BY
                        ? compare(column, Operator.EQ, actor.id().value())
                        : refuse("filter.operator", comparison, "op");
            case IS_EMPTY -> condition(false);
            case IS_NOT_EMPTY -> condition(true);
            case IN, NOT_IN, BETWEEN ->
                many(column, comparison.operator(), comparison, item -> systemValue(field, item, report));
            case CONTAINS, STARTS_WITH, LAST4, MY_DEPARTMENTS, BELOW -> refuse("filter.operator", comparison, "op");
            default -> one(column, comparison.operator(), systemValue(field, comparison.value(), report));
        };
    }

    private static @Nullable Object systemValue(SystemField field, JsonNode value, Report report) {
        try {
            return field == SystemField.ID ? value.asText() : field.columnType().toColumn(value);
        } catch (RuntimeException malformed) {
            report.error("field.type");
            return null;
        }
    }

    /** @param column in the table at hand; empty where the field cannot be compared */
    Condition onColumn(Filter.Comparison comparison, CompiledField field, Optional<Field<?>> column) {
        Optional<Filterable> filterable = field.type().capability(Filterable.class);
        Operator operator = comparison.operator();
        if (filterable.isEmpty() || !filterable.get().operators().contains(operator) || column.isEmpty()) {
            return refuse("filter.operator", comparison, "op");
        }
        Report report = new Report(Pointer.child(comparison.pointer(), "value"), findings);
        ColumnType type = field.columnType();
        return switch (operator) {
            case IS_EMPTY -> column.get().isNull();
            case IS_NOT_EMPTY -> column.get().isNotNull();
            case ME -> compare(column.get(), Operator.EQ, actor.id().value());
            case MY_DEPARTMENTS -> among(column.get(), actor.departments());
            case BELOW -> among(column.get(), List.copyOf(actor.headOf()));
            case IN, NOT_IN, BETWEEN ->
                many(
                        column.get(),
                        operator,
                        comparison,
                        item -> operand(filterable.get(), operator, item, field, report, type));
            default ->
                one(
                        column.get(),
                        operator,
                        operand(filterable.get(), operator, comparison.value(), field, report, type));
        };
    }

    private static @Nullable Object operand(
            Filterable filterable,
            Operator operator,
            JsonNode value,
            CompiledField field,
            Report report,
            ColumnType type) {
        if (value.isNull()) {
            return null;
        }
        return filterable
                .operand(operator, value, field.type(), report)
                .map(type::toOperand)
                .orElse(null);
    }

    private interface Operand {
        @Nullable
        Object of(JsonNode item);
    }

    private Condition many(Field<?> column, Operator operator, Filter.Comparison comparison, Operand operand) {
        if (!comparison.value().isArray()
                || operator == Operator.BETWEEN && comparison.value().size() != 2) {
            return refuse("field.type", comparison, "value");
        }
        List<Object> values = new ArrayList<>();
        comparison.value().forEach(item -> {
            Object value = operand.of(item);
            if (value != null) {
                values.add(value);
            }
        });
        if (operator == Operator.BETWEEN) {
            return values.size() == 2
                    ? and(compare(column, Operator.GTE, values.get(0)), compare(column, Operator.LTE, values.get(1)))
                    : falseCondition();
        }
        Condition in = among(column, values);
        return operator == Operator.IN ? in : or(column.isNull(), not(in));
    }

    private Condition one(Field<?> column, Operator operator, @Nullable Object value) {
        if (value == null) {
            return operator == Operator.EQ
                    ? column.isNull()
                    : operator == Operator.NE ? column.isNotNull() : falseCondition();
        }
        return compare(column, operator, value);
    }

    @SuppressWarnings("unchecked") // the value was converted for this very column
    private static Condition compare(Field<?> column, Operator operator, Object value) {
        if (column.getDataType().isArray()) {
            return among(column, List.of(value));
        }
        Field<Object> left = (Field<Object>) column;
        Field<Object> right = val(value, left.getDataType());
        return switch (operator) {
            case EQ -> left.eq(right);
            case NE -> left.isDistinctFrom(right);
            case LT -> left.lt(right);
            case LTE -> left.le(right);
            case GT -> left.gt(right);
            case GTE -> left.ge(right);
            case CONTAINS -> left.containsIgnoreCase(right);
            case STARTS_WITH -> left.startsWithIgnoreCase(right);
            default -> throw new IllegalStateException("no comparison: " + operator);
        };
    }

    @SuppressWarnings("unchecked") // the values were converted for this very column
    private static Condition among(Field<?> column, List<?> values) {
        if (values.isEmpty()) {
            return falseCondition();
        }
        // Of a list: whether it holds any of them.
        return column.getDataType().isArray()
                ? condition("{0} && {1}", column, val(values.toArray(String[]::new), SQLDataType.CLOB.array()))
                : ((Field<Object>) column).in(values);
    }

    Condition refuse(String code, Filter.Comparison comparison, String place) {
        findings.add(Finding.error(code, Pointer.child(comparison.pointer(), place), Map.of()));
        return falseCondition();
    }
}
