package io.jianmi.workflow.compile;

import io.jianmi.workflow.node.Children;
import io.jianmi.workflow.node.Duty;
import java.util.Map;
import java.util.Optional;

/** Whose workflows a node starts: relations and subforms must be there, and new records must be as their form wants them. */
final class SubworkflowChecks {

    private final WorkflowForm form;
    private final Checks checks;
    private final Map<String, Formula> formulas;

    SubworkflowChecks(WorkflowForm form, Checks checks, Map<String, Formula> formulas) {
        this.form = form;
        this.checks = checks;
        this.formulas = formulas;
    }

    /** @param pointer of the node */
    void check(Duty.Launch launch, String pointer) {
        Reach reach = new Reach(form, checks, formulas);
        String place = pointer + "/records";
        if (launch.children() instanceof Children.Related related) {
            reach.relation(related.through(), place + "/through");
        } else if (launch.children() instanceof Children.Made made) {
            WorkflowForm from =
                    made.each().flatMap(field -> rows(field, place + "/each")).orElse(form);
            reach.create(made.create(), from, place + "/create");
        }
    }

    private Optional<WorkflowForm> rows(String field, String place) {
        Optional<WorkflowForm> rows = form.row(field);
        if (rows.isEmpty()) {
            String code = form.field(field).isEmpty() ? Checks.UNKNOWN_FIELD : Checks.NO_SUBFORM;
            checks.error(code, place, "field", field);
        }
        return rows;
    }
}
