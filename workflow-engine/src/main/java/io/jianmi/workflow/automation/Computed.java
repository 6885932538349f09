package io.jianmi.workflow.automation;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.record.AutomationRecords.Given;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.Formula;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a node come to on a record as it stands.
 *
 * @param inputs values by name, as expressions see them
 */
public record Computed(CompiledNode node, Map<String, @Nullable Object> inputs) {

    /** @param facts the record's values; {@code user} is the initiator */
    public static Computed of(CompiledNode node, Map<String, Object> facts, Actor initiator) {
        Map<String, @Nullable Object> inputs = new HashMap<>(facts);
        inputs.put("user", UserContext.of(initiator));
        return new Computed(node, inputs);
    }

    /** As a row of a subform sees it: its cells stand before the record's fields of the same key. */
    public Computed row(Map<?, ?> cells) {
        Map<String, @Nullable Object> inner = new HashMap<>(inputs);
        cells.forEach((key, cell) -> inner.put(String.valueOf(key), cell));
        return new Computed(node, inner);
    }

    Formula formula(String text) {
        return Objects.requireNonNull(node.formulas().get(text));
    }

    public Given value(String text) {
        Formula formula = formula(text);
        return new Given(formula.evaluate(inputs), formula.taint());
    }

    /**
     * Values for a record.
     *
     * @param expressions by field
     */
    public Map<String, Given> values(Map<String, String> expressions) {
        Map<String, Given> values = new HashMap<>();
        expressions.forEach((field, text) -> values.put(field, value(text)));
        return values;
    }

    /** The records that a relation field names. */
    public Set<UUID> related(String field) {
        return ids(inputs.get(field));
    }

    /** A value of a relation field, or ids that an expression gives. */
    static Set<UUID> ids(@Nullable Object value) {
        Collection<?> list =
                value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
        return list.stream()
                .filter(Objects::nonNull)
                .flatMap(id -> Ids.parse(id.toString()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
