package io.jianmi.workflow.compile;

import io.jianmi.core.json.Pointer;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.workflow.compile.WorkflowForm.Checked;
import io.jianmi.workflow.compile.WorkflowForm.FieldFacts;
import io.jianmi.workflow.compile.WorkflowForm.Use;
import java.util.Map;
import java.util.Optional;

/**
 * Values that a workflow stores by itself: the fields must be there and take them, and no value comes into a field whose tag
 * protects it less than where it comes from (design 4: taint).
 */
final class ValueChecks {

    private final WorkflowForm from;
    private final WorkflowForm into;
    private final Checks checks;

    /**
     * @param from whose fields the expressions see
     * @param into whose fields get the values
     */
    ValueChecks(WorkflowForm from, WorkflowForm into, Checks checks) {
        this.from = from;
        this.into = into;
        this.checks = checks;
    }

    void check(Map<String, String> values, String pointer, Map<String, Formula> formulas) {
        values.forEach((field, text) -> check(field, text, Pointer.child(pointer, field), formulas));
    }

    private void check(String field, String text, String place, Map<String, Formula> formulas) {
        Optional<FieldFacts> facts = into.field(field);
        if (facts.isEmpty()) {
            checks.error(Checks.UNKNOWN_FIELD, place, "field", field);
        } else if (facts.get().computed()) {
            checks.error(Checks.COMPUTED_FIELD, place, "field", field);
        } else {
            Use use = into == from ? new Use.ValueOf(field) : new Use.ValueThere(into.key(), field);
            Checked checked = from.expression(text, use);
            checks.below(place, checked.findings());
            checked.formula().ifPresent(formula -> {
                formulas.put(text, formula);
                level(field, facts.get().level(), formula.taint(), place);
            });
        }
    }

    private void level(String field, Sensitivity has, Sensitivity needs, String place) {
        if (has.compareTo(needs) < 0) {
            checks.error(Checks.AUTOMATION_LOWERS_TAG, place, "field", field);
        }
    }
}
