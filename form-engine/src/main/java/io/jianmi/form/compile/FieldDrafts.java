package io.jianmi.form.compile;

import io.jianmi.core.problem.Finding;
import io.jianmi.form.definition.FieldDefinition;
import io.jianmi.form.field.FieldTypes;
import io.jianmi.form.field.Nested;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.TypedField;
import io.jianmi.form.field.consent.ConsentOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** First pass: types and tags. Fields of unknown types were reported by the parser and stay out. */
final class FieldDrafts {

    private final FieldTypes types;
    private final CompileContext context;
    private final String form;
    private final List<Finding> findings;
    private final TagCompiler tags = new TagCompiler();

    FieldDrafts(FieldTypes types, CompileContext context, String form, List<Finding> findings) {
        this.types = types;
        this.context = context;
        this.form = form;
        this.findings = findings;
    }

    List<Draft> of(List<FieldDefinition> fields) {
        return of(fields, null);
    }

    private List<Draft> of(List<FieldDefinition> fields, @Nullable String subform) {
        List<Draft> drafts = new ArrayList<>();
        for (FieldDefinition field : fields) {
            types.find(field.type()).ifPresent(type -> drafts.add(draft(field, type.with(field.options()), subform)));
        }
        return drafts;
    }

    private Draft draft(FieldDefinition field, TypedField<?> type, @Nullable String subform) {
        Report report = new Report(field.pointer(), findings);
        Tag tag = tags.compile(field, type, report);
        List<Draft> cells = cells(field, type, subform, tag, report);
        checkReference(type, report);
        if (subform != null && type.options() instanceof ConsentOptions) {
            report.child("type").error("field.consent-in-subform");
        }
        return new Draft(
                field, subform, type, tag, IndexPlanner.plan(field, type, tag, subform != null, report), cells, report);
    }

    private List<Draft> cells(
            FieldDefinition field, TypedField<?> type, @Nullable String subform, Tag tag, Report report) {
        List<FieldDefinition> nested = nested(type);
        if (nested.isEmpty()) {
            return List.of();
        }
        if (subform != null) {
            report.child("type").error("field.subform-in-subform");
            return List.of();
        }
        return of(nested, field.key()).stream()
                .map(cell -> cell.tagged(cell.tag().atLeast(tag.level())))
                .toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a type's capability takes the type's own options
    private static List<FieldDefinition> nested(TypedField<?> type) {
        return type.capability(Nested.class)
                .map(nested -> (List<FieldDefinition>) nested.fields(type.options()))
                .orElse(List.of());
    }

    private void checkReference(TypedField<?> type, Report report) {
        type.references().ifPresent(references -> {
            String target = references.form();
            if (context.stored() || target.equals(form) || context.published().contains(target)) {
                return;
            }
            if (context.drafted().contains(target)) {
                report.child("form").warning("relation.form-unpublished", Map.of("form", target));
            } else {
                report.child("form").error("relation.form-unknown", Map.of("form", target));
            }
        });
    }
}
