package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.DefaultValue;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.expression.Names;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.Generated;
import io.jianmi.form.field.Report;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Second pass: formulas in their order with the levels they inherit, then defaults and conditions. */
final class FieldCompiler {

    private final ExpressionSite site;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, CompiledExpression> formulas = new LinkedHashMap<>();
    private List<String> order = List.of();

    FieldCompiler(ExpressionSite site, List<Draft> fields) {
        this.site = site;
        for (Draft field : fields) {
            drafts.put(field.path(), field);
            field.cells().forEach(cell -> drafts.put(cell.path(), cell));
        }
        compileFormulas();
    }

    /** Paths of the computed fields, each after those it reads. */
    List<String> order() {
        return order;
    }

    /** The record's names with their final levels. */
    Names names() {
        Names names = Names.none();
        for (Draft field : drafts.values()) {
            if (field.subform() == null) {
                names = field.type().derivation().isPresent()
                        ? names.withheld(field.key())
                        : names.with(field.key(), typeOf(field), field.tag().level());
            }
        }
        return names.withUser();
    }

    CompiledField field(Draft given) {
        Draft draft = drafts.getOrDefault(given.path(), given);
        Names names = namesFor(draft);
        String pointer = draft.definition().pointer();
        return new CompiledField(
                draft.definition(),
                draft.subform(),
                draft.type(),
                draft.tag(),
                draft.indexes(),
                formulas.get(draft.path()),
                site.condition(draft.definition().requiredWhen(), names, pointer + "/requiredWhen"),
                defaultValue(draft, names),
                null,
                0);
    }

    private void compileFormulas() {
        Map<String, Set<String>> reads = new LinkedHashMap<>();
        Map<String, String> pointers = new LinkedHashMap<>();
        for (Draft draft : List.copyOf(drafts.values())) {
            String text = draft.definition().formula();
            if (text != null && computable(draft)) {
                Set<String> inputs = site.peek(
                                text, namesFor(draft), draft.type().resultType())
                        .map(formula -> inputs(formula, draft))
                        .orElse(Set.of());
                reads.put(draft.path(), inputs);
                pointers.put(draft.path(), draft.definition().pointer() + "/formula");
            }
        }
        order = FormulaOrder.of(reads, pointers, site.findings());
        order.forEach(this::compileFormula);
    }

    /** Compiled once all that it reads has its final level, which it then inherits. */
    private void compileFormula(String path) {
        Draft draft = drafts.get(path);
        if (draft == null) {
            return;
        }
        CompiledExpression formula = site.compile(
                draft.definition().formula(),
                namesFor(draft),
                draft.type().resultType(),
                draft.definition().pointer() + "/formula");
        if (formula == null) {
            return;
        }
        formulas.put(path, formula);
        if (formula.taint().compareTo(draft.tag().level()) > 0) {
            if (draft.tag().declared()) {
                draft.report()
                        .child("sensitivity")
                        .warning(
                                "field.level-inherited",
                                Map.of("level", formula.taint().key()));
            }
            drafts.put(path, draft.tagged(draft.tag().atLeast(formula.taint())));
        }
    }

    private static boolean computable(Draft draft) {
        boolean computable = draft.type().capability(Computable.class).isPresent();
        if (!computable) {
            draft.report()
                    .child("formula")
                    .error(
                            "field.formula-unsupported",
                            Map.of("type", draft.definition().type()));
        }
        return computable;
    }

    /** Names of the row, where there is one, stand before those of the record. */
    private Set<String> inputs(CompiledExpression formula, Draft draft) {
        Set<String> inputs = new LinkedHashSet<>();
        for (String input : formula.inputs()) {
            String inRow = draft.subform() + "." + input;
            inputs.add(drafts.containsKey(inRow) ? inRow : input);
        }
        return inputs;
    }

    private Names namesFor(Draft draft) {
        String subform = draft.subform();
        return subform == null ? names() : names().within(cellNames(subform));
    }

    private Names cellNames(String subform) {
        Names names = Names.none();
        for (Draft cell : drafts.values()) {
            if (subform.equals(cell.subform())) {
                names = names.with(
                        cell.key(), cell.type().valueType(), cell.tag().level());
            }
        }
        return names;
    }

    private Type typeOf(Draft field) {
        return field.cells().isEmpty() ? field.type().valueType() : Type.list(Type.context(cellNames(field.key())));
    }

    private @Nullable CompiledDefault defaultValue(Draft draft, Names names) {
        DefaultValue written = draft.definition().defaultValue();
        Report place = draft.report().child("default");
        if (written == null) {
            return null;
        }
        if (draft.definition().computed()
                || draft.type().capability(Generated.class).isPresent()
                || draft.type().derivation().isPresent()
                || draft.type().attachments().isPresent()) {
            place.error("field.default-unsupported");
            return null;
        }
        if (written instanceof DefaultValue.Constant constant) {
            return constant(draft, constant.value(), place);
        }
        if (written instanceof DefaultValue.Formula formula) {
            return formula(draft, formula.text(), names, place);
        }
        if (draft.subform() != null) {
            place.error("field.linkage-unsupported");
        }
        // What it reads is known when all fields are: LinkageCompiler.
        return null;
    }

    private static @Nullable CompiledDefault constant(Draft draft, JsonNode value, Report place) {
        Optional<JsonNode> stored = draft.type().read(value, place);
        return stored.map(CompiledDefault.Constant::new).orElse(null);
    }

    private @Nullable CompiledDefault formula(Draft draft, String text, Names names, Report place) {
        Report formula = place.child("formula");
        if (draft.type().capability(Computable.class).isEmpty()) {
            formula.error(
                    "field.formula-unsupported",
                    Map.of("type", draft.definition().type()));
            return null;
        }
        CompiledExpression compiled = site.compile(text, names, draft.type().resultType(), formula.pointer());
        if (compiled == null) {
            return null;
        }
        if (compiled.taint().compareTo(draft.tag().level()) > 0) {
            formula.error(
                    "field.level-disclosed", Map.of("level", compiled.taint().key()));
        }
        return new CompiledDefault.Formula(compiled);
    }
}
