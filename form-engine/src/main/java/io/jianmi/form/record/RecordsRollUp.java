package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.field.Derivation.RollUp;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;

/**
 * A roll-up of records of another form for one reader: one statement that counts or adds up those rows on which he reads the relation,
 * what is rolled up and what chooses among them. A row that a task alone shows is not among them, as nothing is computed with its fields.
 */
final class RecordsRollUp {

    /** No field key holds a hyphen. */
    private static final String POINTED_AT = Sql.quoted("pointed-at");

    private final RecordTable table;
    private final CompiledField relation;
    private final Optional<CompiledField> source;
    private final RollUpResult result;
    private final Condition rows;

    private RecordsRollUp(
            RecordTable table,
            CompiledField relation,
            Optional<CompiledField> source,
            RollUpResult result,
            Condition rows) {
        this.table = table;
        this.relation = relation;
        this.source = source;
        this.result = result;
        this.rows = rows;
    }

    /**
     * @param table of the form whose records are rolled up, as it is now
     * @param shared rows of it that are shared with the reader
     * @return empty when the reader may not compute with those fields on any row, or they are gone
     */
    static Optional<RecordsRollUp> of(
            RecordTable table,
            Actor actor,
            CompiledForm form,
            CompiledField field,
            RollUp rollUp,
            RecordAction action,
            Optional<Condition> shared) {
        CompiledForm there = table.form();
        Optional<CompiledField> relation = there.field(rollUp.key())
                .filter(pointing -> pointing.type()
                        .references()
                        .filter(references -> references.form().equals(form.key()))
                        .isPresent());
        Optional<RollUpResult> result = RollUpResult.of(form, field, rollUp);
        Optional<Condition> rows = rows(table, actor, field, rollUp, action, shared);
        return relation.isEmpty() || result.isEmpty() || rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordsRollUp(
                        table, relation.get(), rollUp.field().flatMap(there::field), result.get(), rows.get()));
    }

    private static Optional<Condition> rows(
            RecordTable table,
            Actor actor,
            CompiledField field,
            RollUp rollUp,
            RecordAction action,
            Optional<Condition> shared) {
        Grants grants = table.form().access().matching(actor);
        List<Condition> conditions = new ArrayList<>(List.of(RecordSelection.alive(table, actor, false)));
        if (action.leaves()) {
            conditions.add(table.scopes().leaving(actor, grants, action));
        }
        Set<Set<String>> said = new LinkedHashSet<>();
        for (String key : computed(field, rollUp)) {
            List<PermissionGroup> reading = grants.reading(key, action);
            if (table.form().sqlColumn(key).isEmpty() || reading.isEmpty()) {
                return Optional.empty();
            }
            ConsentSql.stands(table.tenant(), table.form(), key).ifPresent(conditions::add);
            Set<String> groups = new LinkedHashSet<>();
            reading.forEach(group -> groups.add(group.key()));
            if (said.add(groups)) {
                table.scopes()
                        .within(actor, grants, reading, shared.filter(lent -> grants.lend(reading)))
                        .ifPresent(conditions::add);
            }
        }
        CompiledExpression filter = field.rowFilter();
        if (filter == null) {
            return Optional.of(and(conditions));
        }
        return filter.toSql(table.form()::sqlColumn, UserContext.of(actor))
                .condition()
                .map(chosen -> {
                    conditions.add(chosen);
                    return and(conditions);
                });
    }

    /** Fields of those records that the roll-up computes with. */
    private static Set<String> computed(CompiledField field, RollUp rollUp) {
        Set<String> keys = new LinkedHashSet<>(Set.of(rollUp.key()));
        rollUp.field().ifPresent(keys::add);
        CompiledExpression filter = field.rowFilter();
        if (filter != null) {
            filter.inputs().stream()
                    .filter(name -> SystemField.parse(name).isEmpty())
                    .forEach(keys::add);
        }
        return keys;
    }

    /** Rows of the id of a record and its value; records to which nothing points are missing. */
    Sql.Statement statement(List<UUID> records) {
        String column = Sql.quoted(relation.column());
        Sql.Builder select = new Sql.Builder();
        if (relation.columnType().kind() == ColumnType.Kind.UUID) {
            return select.add("select " + column + ", " + aggregate() + " from " + table.name() + " where ")
                    .add(Sql.Part.of(column + " = any(?)", (Object) RecordTable.ids(records)))
                    .add(" and (")
                    .add(Sql.part(rows))
                    .add(") group by " + column)
                    .build();
        }
        String[] ids = records.stream().map(UUID::toString).toArray(String[]::new);
        return select.add("select " + POINTED_AT + ", " + aggregate() + " from " + table.name())
                .add(" cross join lateral (select distinct unnest(" + column + ") as " + POINTED_AT
                        + ") each_one where ")
                .add(Sql.Part.of(column + " && ?", (Object) ids))
                .add(Sql.Part.of(" and " + POINTED_AT + " = any(?)", (Object) ids))
                .add(" and (")
                .add(Sql.part(rows))
                .add(") group by " + POINTED_AT)
                .build();
    }

    private String aggregate() {
        return switch (result.aggregate()) {
            case COUNT -> "count(*)";
            case SUM -> "sum(" + sourceColumn() + ")";
            case AVERAGE -> "avg(" + sourceColumn() + ")";
            case MIN -> "min(" + sourceColumn() + ")";
            case MAX -> "max(" + sourceColumn() + ")";
        };
    }

    private String sourceColumn() {
        return Sql.quoted(source.orElseThrow().column());
    }

    UUID record(Row row) {
        return UUID.fromString(String.valueOf(row.getValue(0)));
    }

    JsonNode value(Row row) {
        Object value = row.getDelegate().getValue(1);
        if (value == null) {
            return result.nothing();
        }
        Object plain = value instanceof Numeric numeric ? numeric.bigDecimalValue() : value;
        boolean kept = result.aggregate() == Aggregate.MIN || result.aggregate() == Aggregate.MAX;
        return kept
                ? result.stored(source.orElseThrow().columnType().fromColumn(plain))
                : result.number(plain instanceof BigDecimal number ? number : new BigDecimal(plain.toString()));
    }

    JsonNode nothing() {
        return result.nothing();
    }
}
