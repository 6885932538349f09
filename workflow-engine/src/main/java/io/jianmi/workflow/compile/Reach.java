package io.jianmi.workflow.compile;

import io.jianmi.workflow.compile.WorkflowForm.Checked;
import io.jianmi.workflow.compile.WorkflowForm.FieldFacts;
import io.jianmi.workflow.compile.WorkflowForm.Use;
import io.jianmi.workflow.node.AutomationStep;
import java.util.Map;
import java.util.Optional;

/** What a node reaches besides its own record: other forms, relations to them, and new records of them. */
final class Reach {

    private final WorkflowForm form;
    private final Checks checks;
    private final Map<String, Formula> formulas;

    Reach(WorkflowForm form, Checks checks, Map<String, Formula> formulas) {
        this.form = form;
        this.checks = checks;
        this.formulas = formulas;
    }

    /**
     * A new record: its form must be there, take the values, and be given what it demands.
     *
     * @param from whose names the expressions see
     */
    void create(AutomationStep.Create create, WorkflowForm from, String place) {
        Optional<WorkflowForm> target = other(create.form(), place + "/form");
        if (target.isEmpty()) {
            create.values().values().forEach(text -> expression(from, text, new Use.Ids(), place));
            return;
        }
        new ValueChecks(from, target.get(), checks).check(create.values(), place + "/values", formulas);
        create.relation()
                .filter(field -> target.get()
                        .field(field)
                        .flatMap(FieldFacts::reference)
                        .filter(reference -> reference.form().equals(form.key()))
                        .isEmpty())
                .ifPresent(field -> checks.error(Checks.NO_RELATION, place + "/relation", "field", field));
        target.get().fields().stream()
                .filter(field ->
                        target.get().field(field).filter(FieldFacts::needed).isPresent())
                .filter(field -> !create.values().containsKey(field)
                        && !create.relation().filter(field::equals).isPresent())
                .forEach(field -> checks.error(Checks.AUTOMATION_VALUE_MISSING, place + "/values", "field", field));
    }

    /** The form to which a relation field of this form leads. */
    Optional<String> relation(String field, String place) {
        Optional<String> named =
                form.field(field).flatMap(FieldFacts::reference).map(WorkflowForm.Reference::form);
        if (named.isEmpty()) {
            String code = form.field(field).isEmpty() ? Checks.UNKNOWN_FIELD : Checks.NO_RELATION;
            checks.error(code, place, "field", field);
        }
        return named;
    }

    /** A form by its key, this one too. */
    Optional<WorkflowForm> other(String key, String place) {
        if (key.equals(form.key())) {
            return Optional.of(form);
        }
        Optional<WorkflowForm> found = form.others().flatMap(others -> Optional.ofNullable(others.get(key)));
        if (found.isEmpty() && form.others().isPresent()) {
            checks.error(Checks.FORM_NOT_PUBLISHED, place, "form", key);
        }
        return found;
    }

    Optional<Formula> expression(WorkflowForm from, String text, Use use, String place) {
        Checked checked = from.expression(text, use);
        checks.below(place, checked.findings());
        checked.formula().ifPresent(formula -> formulas.put(text, formula));
        return checked.formula();
    }
}
