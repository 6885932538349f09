package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.field.Derivation.RollUp;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A roll-up of rows inside the record, which have been read with it. */
final class SubformRollUp {

    private final CompiledSubform subform;
    private final CompiledField field;
    private final RollUp rollUp;
    private final RollUpResult result;

    private SubformRollUp(CompiledSubform subform, CompiledField field, RollUp rollUp, RollUpResult result) {
        this.subform = subform;
        this.field = field;
        this.rollUp = rollUp;
        this.result = result;
    }

    /** Empty when its rows are gone since it was published. */
    static Optional<SubformRollUp> of(CompiledForm form, CompiledField field, RollUp rollUp) {
        return form.subform(rollUp.key())
                .flatMap(subform -> RollUpResult.of(form, field, rollUp)
                        .map(result -> new SubformRollUp(subform, field, rollUp, result)));
    }

    /** Empty when the reader does not see the rows, or not in clear what is rolled up and what chooses among them. */
    Optional<JsonNode> value(Actor actor, Visible record) {
        boolean may = record.access().of(subform.key()) != FieldAccess.HIDDEN
                && computed().stream().allMatch(key -> reads(record, key));
        if (!may) {
            return Optional.empty();
        }
        List<StoredRecord.Child> rows = record.row().children().getOrDefault(subform.key(), List.of()).stream()
                .filter(row -> chosen(actor, row))
                .toList();
        return Optional.of(
                rollUp.field().isEmpty()
                        ? result.number(BigDecimal.valueOf(rows.size()))
                        : aggregate(rows, subform.field(rollUp.field().get()).orElseThrow()));
    }

    private Set<String> computed() {
        Set<String> keys = new LinkedHashSet<>();
        rollUp.field().ifPresent(keys::add);
        CompiledExpression filter = field.rowFilter();
        if (filter != null) {
            keys.addAll(filter.inputs());
        }
        return keys;
    }

    private boolean reads(Visible record, String key) {
        return subform.field(key)
                .filter(cell ->
                        !cell.encrypted() && record.access().of(cell.path()).atLeast(FieldAccess.READ))
                .isPresent();
    }

    private boolean chosen(Actor actor, StoredRecord.Child row) {
        CompiledExpression filter = field.rowFilter();
        if (filter == null) {
            return true;
        }
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("user", UserContext.of(actor));
        for (CompiledField cell : subform.fields()) {
            JsonNode value = row.clear().get(cell.key());
            variables.put(cell.key(), value == null ? null : cell.type().toExpression(value));
        }
        return filter.admits(variables);
    }

    private JsonNode aggregate(List<StoredRecord.Child> rows, CompiledField cell) {
        List<JsonNode> values = new ArrayList<>();
        rows.forEach(row -> Optional.ofNullable(row.clear().get(cell.key()))
                .filter(value -> !value.isNull())
                .ifPresent(values::add));
        if (values.isEmpty()) {
            return result.nothing();
        }
        return switch (rollUp.aggregate()) {
            case COUNT -> result.number(BigDecimal.valueOf(rows.size()));
            case SUM -> result.number(sum(values, cell));
            case AVERAGE ->
                result.number(sum(values, cell).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128));
            case MIN -> result.stored(values.stream().min(order(cell)).orElseThrow());
            case MAX -> result.stored(values.stream().max(order(cell)).orElseThrow());
        };
    }

    private static BigDecimal sum(List<JsonNode> values, CompiledField cell) {
        return values.stream()
                .map(value -> (BigDecimal) Objects.requireNonNull(cell.type().toExpression(value)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @SuppressWarnings("unchecked") // only numbers, days and times are rolled up, each beside its own kind
    private static Comparator<JsonNode> order(CompiledField cell) {
        return Comparator.comparing(
                value -> (Comparable<Object>) Objects.requireNonNull(cell.type().toExpression(value)));
    }
}
