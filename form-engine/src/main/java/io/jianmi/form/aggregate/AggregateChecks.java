package io.jianmi.form.aggregate;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Report;
import io.jianmi.form.query.Filter;
import java.util.List;
import java.util.Optional;

/** What speaks against a question whoever asks it: fields that there are not, that are protected, or that cannot be grouped by or added up. */
public final class AggregateChecks {

    /** Ciphertexts have no order and no sum, and a document that compares with one would keep it in clear. */
    public static final String PROTECTED = "dashboard.protected-field";

    private final CompiledForm form;
    private final List<Finding> findings;

    public AggregateChecks(CompiledForm form, List<Finding> findings) {
        this.form = form;
        this.findings = findings;
    }

    public void check(AggregateQuery query) {
        query.dimensions().forEach(this::dimension);
        query.measures().forEach(this::measure);
        filter(query.filter());
    }

    private void dimension(Dimension dimension) {
        String place = Pointer.child(dimension.pointer(), "field");
        if (!usable(dimension.field(), place)) {
            return;
        }
        if (!Groupable.field(form, dimension.field())) {
            findings.add(Finding.error("dashboard.not-groupable", place));
        } else if (!Groupable.bucket(form, dimension)) {
            findings.add(Finding.error("dashboard.bucket", dimension.pointer()));
        }
    }

    private void measure(Measure measure) {
        String place = measure.field().isPresent() ? Pointer.child(measure.pointer(), "field") : measure.pointer();
        boolean usable = measure.field().map(field -> usable(field, place)).orElse(true);
        if (usable && !Groupable.measure(form, measure)) {
            findings.add(Finding.error("dashboard.not-measurable", place));
        }
    }

    /** Whether there is such a field, in clear. */
    public boolean usable(String key, String place) {
        if (SystemField.parse(key).isPresent()) {
            return true;
        }
        Optional<CompiledField> field = form.field(key);
        if (field.isEmpty()) {
            findings.add(Finding.error("field.unknown", place));
        } else if (field.get().encrypted()) {
            findings.add(Finding.error(PROTECTED, place));
        }
        return field.filter(known -> !known.encrypted()).isPresent();
    }

    /** What no query under any access would take. */
    public void filter(Filter filter) {
        Filter.comparisons(filter).forEach(comparison -> {
            if (usable(comparison.field(), Pointer.child(comparison.pointer(), "field"))) {
                form.field(comparison.field()).ifPresent(field -> comparison(comparison, field));
            }
        });
    }

    private void comparison(Filter.Comparison comparison, CompiledField field) {
        Optional<Filterable> filterable = field.type().capability(Filterable.class);
        Operator operator = comparison.operator();
        if (filterable.isEmpty() || !filterable.get().operators().contains(operator)) {
            findings.add(Finding.error("filter.operator", Pointer.child(comparison.pointer(), "op")));
            return;
        }
        Report report = new Report(Pointer.child(comparison.pointer(), "value"), findings);
        JsonNode value = comparison.value();
        if (value.isArray()) {
            value.forEach(item -> filterable.get().operand(operator, item, field.type(), report));
        } else if (!value.isNull()) {
            filterable.get().operand(operator, value, field.type(), report);
        }
    }
}
