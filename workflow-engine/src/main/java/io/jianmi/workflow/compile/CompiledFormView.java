package io.jianmi.workflow.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.expression.Compilation;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.expression.Expressions;
import io.jianmi.form.expression.Names;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.OrgValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled form as workflows see it. */
public final class CompiledFormView implements WorkflowForm {

    private final CompiledForm form;
    private final Expressions expressions;
    private final Names names;
    private final Optional<Map<String, CompiledForm>> others;

    private CompiledFormView(CompiledFormView record, CompiledSubform subform) {
        this.form = record.form;
        this.expressions = record.expressions;
        this.names = record.names.within(cells(subform));
        this.others = record.others;
    }

    /** A form whose workflow was checked before. */
    public CompiledFormView(CompiledForm form, Expressions expressions) {
        this(form, expressions, Optional.empty());
    }

    /** @param others see {@link #others} */
    public CompiledFormView(CompiledForm form, Expressions expressions, Optional<Map<String, CompiledForm>> others) {
        this.form = form;
        this.expressions = expressions;
        this.names = names(form);
        this.others = others;
    }

    /** The version that the workflow is compiled against. */
    public int version() {
        return form.version();
    }

    @Override
    public String key() {
        return form.key();
    }

    @Override
    public Set<String> fields() {
        Set<String> keys = new LinkedHashSet<>();
        form.fields().forEach(field -> keys.add(field.key()));
        return keys;
    }

    @Override
    public Optional<FieldFacts> field(String key) {
        return form.field(key).map(field -> {
            Optional<OrgValue.Unit> unit =
                    field.type().capability(OrgValue.class).map(OrgValue::unit);
            return new FieldFacts(
                    field.level(),
                    field.tag().purposes(),
                    unit.filter(OrgValue.Unit.MEMBER::equals).isPresent(),
                    unit.filter(OrgValue.Unit.DEPARTMENT::equals).isPresent(),
                    !field.typed(),
                    field.required() && field.typed() && field.defaultValue() == null,
                    field.type()
                            .references()
                            .map(to -> new Reference(
                                    to.form(), field.type().valueType().is(Type.Kind.LIST))));
        });
    }

    @Override
    public Optional<WorkflowForm> row(String subform) {
        return form.subform(subform).map(rows -> new CompiledFormView(this, rows));
    }

    @Override
    public Optional<Map<String, WorkflowForm>> others() {
        return others.map(forms -> {
            Map<String, WorkflowForm> views = new LinkedHashMap<>();
            forms.forEach((key, other) -> views.put(key, new CompiledFormView(other, expressions)));
            return views;
        });
    }

    @Override
    public Checked expression(String text, Use use) {
        Compilation compiled = expressions.compile(text, names, expected(use));
        boolean noMoment = use instanceof Use.Moment
                && compiled.expression().filter(CompiledFormView::momentary).isEmpty();
        if (compiled.expression().isPresent() && noMoment) {
            return new Checked(
                    Optional.empty(),
                    List.of(Finding.error("expression.type", "", Map.of("expected", Type.Kind.DATE_TIME.key()))));
        }
        return new Checked(compiled.expression().map(Evaluated::new), compiled.findings());
    }

    private static boolean momentary(CompiledExpression expression) {
        return expression.type().is(Type.Kind.DATE) || expression.type().is(Type.Kind.DATE_TIME);
    }

    private Type expected(Use use) {
        if (use instanceof Use.Condition) {
            return Type.BOOLEAN;
        }
        if (use instanceof Use.Words) {
            return Type.STRING;
        }
        if (use instanceof Use.ValueThere value) {
            return others.map(forms -> value.form().equals(form.key()) ? form : forms.get(value.form()))
                    .map(other -> type(other, value.field()))
                    .orElse(Type.ANY);
        }
        return use instanceof Use.ValueOf value ? type(form, value.field()) : Type.ANY;
    }

    private static Type type(CompiledForm form, String field) {
        return form.field(field).map(found -> found.type().resultType()).orElse(Type.ANY);
    }

    private static Names names(CompiledForm form) {
        Names names = Names.none();
        for (CompiledField field : form.fields()) {
            Type type = form.subform(field.key())
                    .map(CompiledFormView::rows)
                    .orElseGet(() -> field.type().valueType());
            names = field.derived() ? names.withheld(field.key()) : names.with(field.key(), type, field.level());
        }
        return names.withUser();
    }

    private static Type rows(CompiledSubform subform) {
        return Type.list(Type.context(cells(subform)));
    }

    private static Names cells(CompiledSubform subform) {
        Names cells = Names.none();
        for (CompiledField cell : subform.fields()) {
            cells = cells.with(cell.key(), cell.type().valueType(), cell.level());
        }
        return cells;
    }

    private record Evaluated(CompiledExpression expression) implements Formula {
        @Override
        public Set<String> inputs() {
            return expression.inputs();
        }

        @Override
        public Sensitivity taint() {
            return expression.taint();
        }

        @Override
        public @Nullable Object evaluate(Map<String, Object> values) {
            return expression.evaluate(values);
        }
    }
}
