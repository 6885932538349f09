package io.jianmi.workflow.compile;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.workflow.assignee.AssigneeRule;
import io.jianmi.workflow.assignee.AssigneeRule.Departments;
import io.jianmi.workflow.assignee.AssigneeRule.Expression;
import io.jianmi.workflow.assignee.AssigneeRule.Field;
import io.jianmi.workflow.assignee.AssigneeRule.HeadOf;
import io.jianmi.workflow.assignee.AssigneeRule.Members;
import io.jianmi.workflow.assignee.AssigneeRule.Roles;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.compile.WorkflowForm.FieldFacts;
import java.util.Map;

/**
 * Whether rules can select anybody. Names that are wrong for ever (a field that is none) are errors; an organisation in
 * which nobody fits today is a warning, since people come and go while a workflow stays.
 */
final class AssigneeChecks {

    private final WorkflowForm form;
    private final Org org;
    private final Checks checks;

    AssigneeChecks(WorkflowForm form, Org org, Checks checks) {
        this.form = form;
        this.org = org;
        this.checks = checks;
    }

    void check(Assignment assignment, String pointer, Map<String, Formula> formulas) {
        rule(assignment.rule(), pointer, formulas);
        assignment.otherwise().ifPresent(rule -> rule(rule, pointer + "/otherwise", formulas));
    }

    /** Where nobody has come from a step before: whom its handler chooses is never known. */
    void unchosen(Assignment assignment, String pointer, Map<String, Formula> formulas) {
        unchosen(assignment.rule(), pointer, formulas);
        assignment.otherwise().ifPresent(rule -> unchosen(rule, pointer + "/otherwise", formulas));
    }

    void unchosen(AssigneeRule rule, String pointer, Map<String, Formula> formulas) {
        if (rule instanceof AssigneeRule.Previous) {
            checks.warning(Checks.NOBODY_CHOOSES_HERE, pointer);
        } else {
            rule(rule, pointer, formulas);
        }
    }

    private void rule(AssigneeRule rule, String pointer, Map<String, Formula> formulas) {
        if (rule instanceof Field field) {
            field(field.key(), pointer + "/field", true);
        } else if (rule instanceof HeadOf head && !head.ofInitiator()) {
            field(head.of(), pointer + "/headOf", false);
        } else if (rule instanceof Expression expression) {
            var checked = form.expression(expression.text(), new WorkflowForm.Use.Ids());
            checks.below(pointer + "/expression", checked.findings());
            checked.formula().ifPresent(formula -> formulas.put(expression.text(), formula));
        } else if (!selectsSomebody(rule)) {
            checks.warning(Checks.ASSIGNEES_NOBODY, pointer, "rule", word(rule));
        }
    }

    private void field(String key, String pointer, boolean people) {
        if (form.field(key).isEmpty()) {
            checks.error(Checks.UNKNOWN_FIELD, pointer, "field", key);
        } else if (form.field(key)
                .filter(people ? FieldFacts::people : FieldFacts::departments)
                .isEmpty()) {
            checks.error(Checks.ASSIGNEES_FIELD, pointer, "field", key);
        }
    }

    private boolean selectsSomebody(AssigneeRule rule) {
        if (rule instanceof Roles named) {
            return named.roles().stream()
                    .anyMatch(role -> !org.membersWithRole(role).isEmpty());
        }
        if (rule instanceof Members named) {
            return named.members().stream()
                    .anyMatch(name -> org.member(new MemberId(name)).isPresent()
                            || org.memberByName(name).isPresent());
        }
        if (rule instanceof Departments named) {
            return named.departments().stream()
                    .anyMatch(name -> org.departments().stream()
                            .anyMatch(department -> department.id().equals(name)
                                    || department.path().equals(name)));
        }
        return true;
    }

    private static String word(AssigneeRule rule) {
        return rule instanceof Roles ? "roles" : rule instanceof Members ? "members" : "departments";
    }
}
