package io.jianmi.workflow.compile;

import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.expression.Compilation;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.expression.Expressions;
import io.jianmi.form.expression.Names;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.OrgValue;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled form as workflows see it. */
public final class CompiledFormView implements WorkflowForm {

    private final CompiledForm form;
    private final Expressions expressions;
    private final Names names;

    public CompiledFormView(CompiledForm form, Expressions expressions) {
        this.form = form;
        this.expressions = expressions;
        this.names = names(form);
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
                    !field.typed());
        });
    }

    @Override
    public Checked expression(String text, Use use) {
        Compilation compiled = expressions.compile(text, names, expected(use));
        return new Checked(compiled.expression().map(Evaluated::new), compiled.findings());
    }

    private Type expected(Use use) {
        if (use instanceof Use.Condition) {
            return Type.BOOLEAN;
        }
        return use instanceof Use.ValueOf value
                ? form.field(value.field())
                        .map(field -> field.type().valueType())
                        .orElse(Type.ANY)
                : Type.ANY;
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
        Names cells = Names.none();
        for (CompiledField cell : subform.fields()) {
            cells = cells.with(cell.key(), cell.type().valueType(), cell.level());
        }
        return Type.list(Type.context(cells));
    }

    private record Evaluated(CompiledExpression expression) implements Formula {
        @Override
        public Set<String> inputs() {
            return expression.inputs();
        }

        @Override
        public @Nullable Object evaluate(Map<String, Object> values) {
            return expression.evaluate(values);
        }
    }
}
