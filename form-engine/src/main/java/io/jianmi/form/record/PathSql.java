package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.val;

import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Operator;
import io.jianmi.form.query.Filter;
import io.jianmi.form.record.RecordSelection.Asker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Comparisons one step beyond the record's own columns: {@code deals.product}, of the rows of a subform, and {@code company.industry}, of
 * the records that a relation names. One of them has to match; {@code ne}, {@code notIn} and {@code isEmpty} are what {@code eq}, {@code in}
 * and {@code isNotEmpty} are not. Of related records only those count that the actor may see and whose field he reads there: for his
 * filter the others are not there.
 */
final class PathSql {

    private final Asker asker;
    private final ComparisonSql compared;

    PathSql(Asker asker, ComparisonSql compared) {
        this.asker = asker;
        this.compared = compared;
    }

    /** @param field of the record itself whose readers the condition is for */
    record Reached(String field, Condition condition) {}

    /** Empty when it is refused, with a finding. */
    Optional<Reached> compile(Filter.Comparison comparison) {
        int dot = comparison.field().indexOf('.');
        String step = comparison.field().substring(0, dot);
        String beyond = comparison.field().substring(dot + 1);
        Optional<CompiledField> through = asker.form().field(step);
        if (through.isEmpty() || asker.grants().atMost(step) == FieldAccess.HIDDEN) {
            return refuse("field.unknown", comparison);
        }
        Optional<CompiledSubform> subform = asker.form().subform(step);
        return subform.isPresent()
                ? cells(comparison, subform.get(), beyond)
                : related(comparison, through.get(), beyond);
    }

    private Optional<Reached> cells(Filter.Comparison comparison, CompiledSubform subform, String key) {
        Optional<CompiledField> cell = subform.field(key);
        String path = comparison.field();
        if (cell.isEmpty() || asker.grants().atMost(path) == FieldAccess.HIDDEN) {
            return refuse("field.unknown", comparison);
        }
        if (cell.get().encrypted() || asker.grants().reading(path).isEmpty()) {
            return refuse("field.not-usable", comparison);
        }
        Condition some = condition(
                "\"id\" in (select \"record_id\" from {0} where {1})",
                raw(Sql.quoted(asker.actor().tenant().schema(), subform.table())),
                compared.onColumn(some(comparison), cell.get(), subform.sqlColumn(key)));
        return Optional.of(new Reached(path, none(comparison) ? not(some) : some));
    }

    private Optional<Reached> related(Filter.Comparison comparison, CompiledField relation, String key) {
        Optional<RelatedForms.Related> there =
                relation.type().references().map(references -> asker.related().get(references.form()));
        if (there.isEmpty() || there.get().grants().groups().isEmpty()) {
            return refuse("field.unknown", comparison);
        }
        if (relation.encrypted() || asker.grants().reading(relation.key()).isEmpty()) {
            return refuse("field.not-usable", comparison);
        }
        return matching(some(comparison), there.get(), key).map(records -> {
            Condition some = pointing(relation, there.get().table(), records);
            return new Reached(relation.key(), none(comparison) ? not(some) : some);
        });
    }

    /** Records over there that match, as far as the actor may compute with what is compared. */
    private Optional<Condition> matching(Filter.Comparison comparison, RelatedForms.Related there, String key) {
        CompiledForm form = there.table().form();
        Grants grants = there.grants();
        Optional<SystemField> system = SystemField.parse(key);
        Optional<CompiledField> field = form.field(key);
        if (system.isEmpty() && (field.isEmpty() || grants.atMost(key) == FieldAccess.HIDDEN)) {
            return refuse("field.unknown", comparison);
        }
        List<PermissionGroup> reading = system.isPresent() ? grants.readers() : grants.reading(key);
        if (reading.isEmpty()
                || system.isEmpty() && field.filter(CompiledField::encrypted).isPresent()) {
            return refuse("field.not-usable", comparison);
        }
        List<Condition> all = new ArrayList<>(List.of(RecordSelection.alive(there.table(), asker.actor(), false)));
        there.table()
                .scopes()
                .within(asker.actor(), grants, reading, there.shared().filter(rows -> grants.lend(reading)))
                .ifPresent(all::add);
        ConsentSql.stands(asker.actor().tenant(), form, key).ifPresent(all::add);
        all.add(
                system.isPresent()
                        ? compared.onSystem(
                                comparison, system.get(), form.sqlColumn(key).orElseThrow())
                        : compared.onColumn(comparison, field.orElseThrow(), form.sqlColumn(key)));
        return Optional.of(and(all));
    }

    /** Rows whose relation names one of those records. */
    private static Condition pointing(CompiledField relation, RecordTable there, Condition records) {
        String column = Sql.quoted(relation.column());
        Condition some = relation.columnType().kind() == ColumnType.Kind.UUID
                ? condition("{0} in (select \"id\" from {1} where {2})", raw(column), raw(there.name()), records)
                : condition(
                        "exists (select 1 from unnest({0}) as named(it) where named.it in (select \"id\"::text from {1} where {2}))",
                        raw(column), raw(there.name()), records);
        return condition(coalesce(DSL.field(some), val(false)));
    }

    private static boolean none(Filter.Comparison comparison) {
        return comparison.operator() == Operator.NOT_IN
                || comparison.operator() == Operator.IS_EMPTY
                || comparison.value().isNull() && comparison.operator() == Operator.EQ
                || !comparison.value().isNull() && comparison.operator() == Operator.NE;
    }

    /** What one row has to be so that the comparison holds, or does not where it asks for {@link #none}. */
    private static Filter.Comparison some(Filter.Comparison comparison) {
        Operator asked = comparison.operator();
        boolean empty = comparison.value().isNull() && (asked == Operator.EQ || asked == Operator.NE);
        Operator one = asked == Operator.IS_EMPTY || empty
                ? Operator.IS_NOT_EMPTY
                : asked == Operator.NE ? Operator.EQ : asked == Operator.NOT_IN ? Operator.IN : asked;
        return new Filter.Comparison(comparison.pointer(), comparison.field(), one, comparison.value());
    }

    private <T> Optional<T> refuse(String code, Filter.Comparison comparison) {
        compared.refuse(code, comparison, "field");
        return Optional.empty();
    }
}
