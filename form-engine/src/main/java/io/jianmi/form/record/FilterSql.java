package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SearchIndex;
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

/**
 * Filters to SQL under the actor's access: what he may not read he may not compute with. A predicate on a field is joined
 * with the scopes of the grants that let him read it; protected fields answer to declared blind indexes only.
 */
final class FilterSql {

    private final CompiledForm form;
    private final RowRoads roads;
    private final Actor actor;
    private final Grants grants;
    private final RecordSealer sealer;
    private final List<Finding> findings;
    private final List<Recheck> rechecks = new ArrayList<>();

    /** @param roads told which rows the filter is about; its condition belongs beside {@link #compile}'s */
    FilterSql(
            CompiledForm form,
            Actor actor,
            Grants grants,
            RowRoads roads,
            RecordSealer sealer,
            List<Finding> findings) {
        this.form = form;
        this.actor = actor;
        this.grants = grants;
        this.roads = roads;
        this.sealer = sealer;
        this.findings = findings;
    }

    /** A match of a short token, to be confirmed on the opened value: tokens collide on purpose. */
    record Recheck(CompiledField field, String mode, JsonNode value) {}

    List<Recheck> rechecks() {
        return rechecks;
    }

    Condition compile(Filter filter) {
        return compile(filter, true);
    }

    /** @param top whether the filter stands in a conjunction at the top, where candidates can be confirmed later */
    private Condition compile(Filter filter, boolean top) {
        if (filter instanceof Filter.And all) {
            return all.parts().isEmpty()
                    ? noCondition()
                    : and(all.parts().stream().map(part -> compile(part, top)).toList());
        }
        if (filter instanceof Filter.Or any) {
            return any.parts().isEmpty()
                    ? falseCondition()
                    : or(any.parts().stream().map(part -> compile(part, false)).toList());
        }
        if (filter instanceof Filter.Not negated) {
            // Of a comparison with nothing only its emptiness is known, so its negation is true.
            return not(org.jooq
                    .impl
                    .DSL
                    .coalesce(org.jooq.impl.DSL.field(compile(negated.part(), false)), val(false))
                    .isTrue());
        }
        return comparison((Filter.Comparison) filter, top);
    }

    private Condition comparison(Filter.Comparison comparison, boolean top) {
        Optional<SystemField> system = SystemField.parse(comparison.field());
        if (system.isPresent()) {
            return onSystem(comparison, system.get());
        }
        Optional<CompiledField> field = form.field(comparison.field());
        if (field.isEmpty() || grants.atMost(comparison.field()) == FieldAccess.HIDDEN) {
            return refuse("field.unknown", comparison, "field");
        }
        if (field.get().encrypted()) {
            return onIndex(comparison, field.get(), top);
        }
        List<PermissionGroup> reading = grants.reading(comparison.field());
        if (reading.isEmpty()) {
            return refuse("field.not-usable", comparison, "field");
        }
        Condition compared = ConsentSql.stands(actor.tenant(), form, comparison.field())
                .map(stands -> and(onColumn(comparison, field.get()), stands))
                .orElseGet(() -> onColumn(comparison, field.get()));
        if (top) {
            roads.demand(reading, reading);
            return compared;
        }
        return and(compared, roads.within(reading));
    }

    private Condition onIndex(Filter.Comparison comparison, CompiledField field, boolean top) {
        String mode = switch (comparison.operator()) {
            case EQ -> "exact";
            case LAST4 -> "last4";
            default -> "";
        };
        Optional<SearchIndex> index = field.index(mode).filter(SearchIndex::searchable);
        if (index.isEmpty()) {
            return refuse("field.not-usable", comparison, "field");
        }
        List<PermissionGroup> reading = grants.reading(field.key());
        List<PermissionGroup> unread = grants.groupsWith(RecordAction.SEARCH).stream()
                .filter(group -> group.declared(field.key(), field.level()) != FieldAccess.HIDDEN)
                .toList();
        List<PermissionGroup> searching = new ArrayList<>(reading);
        searching.addAll(unread);
        if (searching.isEmpty()) {
            return refuse("field.not-usable", comparison, "field");
        }
        if (!top) {
            return refuse("filter.search-not-nested", comparison, "field");
        }
        if (!comparison.value().isTextual()) {
            return refuse("field.type", comparison, "value");
        }
        rechecks.add(new Recheck(field, mode, comparison.value()));
        roads.demand(searching, reading);
        Condition found = sealer.token(actor.tenant(), form, field, index.get(), comparison.value())
                .map(token -> org.jooq
                        .impl
                        .DSL
                        .field(org.jooq.impl.DSL.name(index.get().column()), byte[].class)
                        .eq(token))
                .orElseGet(() -> condition(false));
        // Where the person has taken back her consent nobody reads the field, and the right to search unread is left.
        return ConsentSql.stands(actor.tenant(), form, field.key())
                .map(stands -> and(found, or(stands, roads.speaking(unread))))
                .orElse(found);
    }

    private Condition onSystem(Filter.Comparison comparison, SystemField field) {
        Field<?> column = form.sqlColumn(field.key()).orElseThrow();
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

    private Condition onColumn(Filter.Comparison comparison, CompiledField field) {
        Optional<Filterable> filterable = field.type().capability(Filterable.class);
        Optional<Field<?>> column = form.sqlColumn(field.key());
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

    private Condition refuse(String code, Filter.Comparison comparison, String place) {
        findings.add(Finding.error(code, Pointer.child(comparison.pointer(), place), Map.of()));
        return falseCondition();
    }
}
