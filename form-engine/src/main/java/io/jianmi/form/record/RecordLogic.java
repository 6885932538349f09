package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledDefault;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledRule;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.expression.CompiledExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What defaults, formulas and rules make of typed values: the one validation path of page, API, import and workflow.
 * Pure.
 */
final class RecordLogic {

    /** Formulas feed {@code set} rules, which feed formulas; twice is enough for any chain that publish lets through. */
    private static final int ROUNDS = 2;

    private final CompiledForm form;
    private final Map<String, @Nullable Object> user;
    private final Map<String, JsonNode> values;
    private final Map<String, JsonNode> linked;
    private final Map<String, @Nullable Object> variables = new HashMap<>();

    private RecordLogic(
            CompiledForm form,
            Map<String, @Nullable Object> user,
            Map<String, JsonNode> values,
            Map<String, JsonNode> linked) {
        this.form = form;
        this.user = user;
        this.values = values;
        this.linked = linked;
    }

    /**
     * @param values everything the record holds then, stored form; no entry for an empty field
     * @param changed keys whose value differs from before
     * @param shown fields that the rules show
     * @param required fields that must not be empty
     */
    record Outcome(
            Map<String, JsonNode> values,
            Set<String> changed,
            Set<String> shown,
            Set<String> required,
            List<Finding> findings) {}

    /**
     * @param before values before the change, empty for a new record
     * @param typed what was sent, stored form
     * @param creating defaults are filled in
     * @param complete required fields are asked for (a draft waits)
     * @param known whether the actor may know of a field: what he may not is never named
     * @param pointer of the data, such as {@code /data}
     */
    static Outcome apply(
            CompiledForm form,
            Map<String, @Nullable Object> user,
            Map<String, JsonNode> before,
            Map<String, JsonNode> typed,
            boolean creating,
            boolean complete,
            Predicate<String> known,
            String pointer) {
        Map<String, JsonNode> values = new LinkedHashMap<>(before);
        values.putAll(typed);
        RecordLogic logic = new RecordLogic(form, user, values, Map.of());
        return logic.run(before, typed, creating, complete, known, pointer);
    }

    /**
     * Of a new record.
     *
     * @param linked what its linkages have found, stored form
     */
    static Outcome begin(
            CompiledForm form,
            Map<String, @Nullable Object> user,
            Map<String, JsonNode> typed,
            Map<String, JsonNode> linked,
            boolean complete,
            Predicate<String> known,
            String pointer) {
        RecordLogic logic = new RecordLogic(form, user, new LinkedHashMap<>(typed), linked);
        return logic.run(Map.of(), typed, true, complete, known, pointer);
    }

    private Outcome run(
            Map<String, JsonNode> before,
            Map<String, JsonNode> typed,
            boolean creating,
            boolean complete,
            Predicate<String> known,
            String pointer) {
        variables.put("user", user);
        form.fields().forEach(field -> bind(field.key()));
        if (creating) {
            fillDefaults(typed.keySet());
        }
        beginRows(before);
        for (int round = 0; round < ROUNDS; round++) {
            computeFormulas();
            applySets();
        }
        computeFormulas();
        values.values().removeIf(RecordLogic::empty);
        Set<String> shown = ShownFields.of(form, rule -> true, this::holds);
        Set<String> required = required(shown);
        List<Finding> findings = new ArrayList<>();
        notShown(typed, shown, before, pointer, findings);
        readOnly(typed, before, pointer, findings);
        if (complete) {
            missing(required, known, pointer, findings);
        }
        failedChecks(known, pointer, findings);
        return new Outcome(values, RecordDraft.difference(before, values), shown, required, findings);
    }

    /** All variables as expressions see them. */
    static Map<String, @Nullable Object> variables(
            CompiledForm form, Map<String, @Nullable Object> user, Map<String, JsonNode> values) {
        RecordLogic logic = new RecordLogic(form, user, values, Map.of());
        logic.variables.put("user", user);
        form.fields().forEach(field -> logic.bind(field.key()));
        return logic.variables;
    }

    private void bind(String key) {
        JsonNode value = values.getOrDefault(key, Json.NODES.nullNode());
        variables.put(
                key,
                form.subform(key).isPresent()
                        ? SubformRows.variables(form.subform(key).get(), value)
                        : form.field(key)
                                .map(field -> field.type().toExpression(value))
                                .orElse(null));
    }

    private void fillDefaults(Set<String> typed) {
        for (CompiledField field : form.fields()) {
            CompiledDefault given = field.defaultValue();
            if (given == null || typed.contains(field.key())) {
                continue;
            }
            if (given instanceof CompiledDefault.Constant constant) {
                put(field, constant.value());
            } else if (given instanceof CompiledDefault.Formula formula) {
                put(field, result(field, formula.expression(), variables));
            } else if (linked.containsKey(field.key())) {
                put(field, linked.get(field.key()));
            }
        }
    }

    private void beginRows(Map<String, JsonNode> before) {
        for (CompiledSubform subform : form.subforms()) {
            JsonNode rows = values.get(subform.key());
            if (rows != null) {
                JsonNode had = before.getOrDefault(subform.key(), Json.NODES.arrayNode());
                values.put(subform.key(), SubformRows.begun(subform, rows, had, variables));
                bind(subform.key());
            }
        }
    }

    private void computeFormulas() {
        for (CompiledField field : form.formulas()) {
            CompiledExpression formula = field.formula();
            if (formula == null) {
                continue;
            }
            if (field.subform() == null) {
                put(field, result(field, formula, variables));
            } else {
                computeColumn(field, formula);
            }
        }
    }

    private void computeColumn(CompiledField field, CompiledExpression formula) {
        String key = String.valueOf(field.subform());
        CompiledSubform subform = form.subform(key).orElseThrow();
        ArrayNode computed = Json.NODES.arrayNode();
        for (JsonNode row : values.getOrDefault(key, Json.NODES.arrayNode())) {
            Map<String, @Nullable Object> inner = SubformRows.within(subform, row, variables);
            ObjectNode copy = ((ObjectNode) row).deepCopy();
            JsonNode result = result(field, formula, inner);
            if (result.isNull()) {
                copy.remove(field.key());
            } else {
                copy.set(field.key(), result);
            }
            computed.add(copy);
        }
        values.put(key, computed);
        bind(key);
    }

    private static JsonNode result(
            CompiledField field, CompiledExpression expression, Map<String, @Nullable Object> variables) {
        return field.type().fromResult(expression.evaluate(variables)).orElse(Json.NODES.nullNode());
    }

    private void put(CompiledField field, JsonNode value) {
        values.put(field.key(), value);
        bind(field.key());
    }

    private void applySets() {
        for (CompiledRule rule : form.rules()) {
            if (holds(rule)) {
                rule.set()
                        .forEach((key, expression) ->
                                form.field(key).ifPresent(field -> put(field, result(field, expression, variables))));
            }
        }
    }

    private boolean holds(CompiledRule rule) {
        return rule.when() != null && rule.when().holds(variables);
    }

    private Set<String> required(Set<String> shown) {
        Set<String> required = new LinkedHashSet<>();
        for (CompiledField field : form.fields()) {
            CompiledExpression when = field.requiredWhen();
            if (field.required() || when != null && when.holds(variables)) {
                required.add(field.key());
            }
        }
        form.rules().stream().filter(this::holds).forEach(rule -> required.addAll(rule.require()));
        required.retainAll(shown);
        required.removeIf(key -> form.field(key).map(field -> !field.typed()).orElse(true));
        return required;
    }

    private void notShown(
            Map<String, JsonNode> typed,
            Set<String> shown,
            Map<String, JsonNode> before,
            String pointer,
            List<Finding> findings) {
        typed.forEach((key, value) -> {
            if (!shown.contains(key) && !empty(value) && !value.equals(before.get(key))) {
                findings.add(Finding.error("field.not-shown", Pointer.child(pointer, key)));
            }
        });
    }

    private void readOnly(
            Map<String, JsonNode> typed, Map<String, JsonNode> before, String pointer, List<Finding> findings) {
        Set<String> locked = new HashSet<>();
        form.fields().stream().filter(field -> field.definition().readOnly()).forEach(field -> locked.add(field.key()));
        form.rules().stream().filter(this::holds).forEach(rule -> locked.addAll(rule.readOnly()));
        typed.forEach((key, value) -> {
            if (locked.contains(key) && !value.equals(before.getOrDefault(key, Json.NODES.nullNode()))) {
                findings.add(Finding.error("field.read-only", Pointer.child(pointer, key)));
            }
        });
        for (CompiledSubform subform : form.subforms()) {
            SubformRows.readOnly(
                    subform,
                    typed.getOrDefault(subform.key(), Json.NODES.arrayNode()),
                    before.getOrDefault(subform.key(), Json.NODES.arrayNode()),
                    Pointer.child(pointer, subform.key()),
                    findings);
        }
    }

    private void missing(Set<String> required, Predicate<String> known, String pointer, List<Finding> findings) {
        for (String key : required) {
            if (!values.containsKey(key)) {
                findings.add(
                        known.test(key)
                                ? Finding.error("field.required", Pointer.child(pointer, key))
                                : Finding.error("record.incomplete", ""));
            }
        }
        for (CompiledSubform subform : form.subforms()) {
            JsonNode rows = values.getOrDefault(subform.key(), Json.NODES.arrayNode());
            for (int i = 0; i < rows.size(); i++) {
                for (CompiledField field : subform.fields()) {
                    if (SubformRows.requires(subform, field, rows.get(i), variables)
                            && empty(rows.get(i).path(field.key()))
                            && known.test(field.path())) {
                        String row = Pointer.child(Pointer.child(pointer, subform.key()), i);
                        findings.add(Finding.error("field.required", Pointer.child(row, field.key())));
                    }
                }
            }
        }
    }

    private void failedChecks(Predicate<String> known, String pointer, List<Finding> findings) {
        for (CompiledRule rule : form.rules()) {
            CompiledExpression check = rule.check();
            if (check == null || check.passes(variables)) {
                continue;
            }
            boolean nameable = check.inputs().stream().allMatch(known);
            String at = rule.at() != null && known.test(rule.at()) ? Pointer.child(pointer, rule.at()) : "";
            findings.add(Finding.error(
                    "record.check-failed",
                    at,
                    nameable ? Map.of("message", rule.message().texts()) : Map.of()));
        }
    }

    /** Nothing was given: no value, an empty text or an empty list. */
    static boolean empty(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || value.isArray() && value.isEmpty()
                || value.isTextual() && value.textValue().isEmpty();
    }
}
