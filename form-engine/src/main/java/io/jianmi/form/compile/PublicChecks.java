package io.jianmi.form.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.field.OrgValue;
import io.jianmi.form.field.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form may ask of anybody who has the link: only what people type in by themselves, and nothing personal without saying what for
 * (PIPL article 17). Nothing is said of a form that lets nobody in.
 */
final class PublicChecks {

    private final CompiledForm form;
    private final List<Finding> findings;

    PublicChecks(CompiledForm form, List<Finding> findings) {
        this.form = form;
        this.findings = findings;
    }

    void check() {
        FormDefinition.PublicForm open = form.definition().publicForm();
        if (open == null || !open.enabled()) {
            return;
        }
        Report place = new Report("/public", findings);
        if (open.fields().isEmpty()) {
            place.child("fields").error("public.no-fields");
        }
        List<CompiledField> asked = new ArrayList<>();
        for (int i = 0; i < open.fields().size(); i++) {
            String key = open.fields().get(i);
            Report at = place.child("fields").child(i);
            CompiledField field = form.field(key).orElse(null);
            if (field == null) {
                at.error("public.unknown-field", Map.of("field", key));
            } else {
                asked.add(field);
                parts(field).forEach(part -> field(part, at));
            }
        }
        boolean personal = asked.stream().flatMap(this::parts).anyMatch(CompiledField::encrypted);
        if (personal && open.notice().texts().isEmpty()) {
            place.child("notice").error("public.notice-missing");
        }
        Set<String> keys = new HashSet<>(open.fields());
        leftOut(keys, place.child("fields"));
        rules(keys);
    }

    /** The field, and the columns of a subform, which are typed in with it. */
    private Stream<CompiledField> parts(CompiledField field) {
        return Stream.concat(
                Stream.of(field), form.subform(field.key()).stream().flatMap(subform -> subform.fields().stream()));
    }

    private void field(CompiledField field, Report at) {
        Map<String, Object> named = Map.of("field", field.path());
        if (field.type().references().isPresent() || field.type().type() instanceof OrgValue || field.derived()) {
            at.error("public.field-reads-others", named);
        } else if (!field.typed()
                || field.definition().readOnly()
                || field.definition().hidden()) {
            at.error("public.field-not-asked", named);
        } else if (field.type().attachments().isPresent()) {
            at.error("public.field-holds-files", named);
        }
        if (field.level() == Sensitivity.SECRET) {
            at.error("public.secret", named);
        } else if (field.level() == Sensitivity.SENSITIVE) {
            at.warning("public.sensitive", named);
        }
        if (field.definition().unique()) {
            at.warning("public.unique", named);
        }
    }

    /** What has to be filled in and is not asked for would refuse everybody, unless it comes by itself. */
    private void leftOut(Set<String> asked, Report at) {
        Set<String> moved = new LinkedHashSet<>();
        form.rules().forEach(rule -> {
            moved.addAll(rule.show());
            moved.addAll(rule.hide());
            moved.addAll(rule.set().keySet());
        });
        form.fields().stream()
                .filter(field -> field.required() && field.typed() && field.defaultValue() == null)
                .filter(field -> !asked.contains(field.key()) && !moved.contains(field.key()))
                .forEach(field -> at.error("public.required-left-out", Map.of("field", field.key())));
    }

    /** A rule that shows, locks or asks for a field by what a visitor may not know acts only when he sends. */
    private void rules(Set<String> asked) {
        for (int i = 0; i < form.rules().size(); i++) {
            CompiledRule rule = form.rules().get(i);
            boolean touches = Stream.of(rule.show(), rule.hide(), rule.require(), rule.readOnly())
                    .flatMap(List::stream)
                    .anyMatch(asked::contains);
            if (touches && (!PublishedForm.nameable(rule, asked::contains) || !told(rule.when()))) {
                new Report(form.definition().rules().get(i).pointer(), findings)
                        .warning("public.rule-unseen", Map.of());
            }
        }
    }

    /** Whether the visitor's page can decide it as the server does. */
    private static boolean told(@Nullable CompiledExpression expression) {
        return expression == null || expression.portable().isPresent() && !expression.usesUser();
    }
}
