package io.jianmi.workflow.compile;

import io.jianmi.core.json.Pointer;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.workflow.compile.WorkflowForm.FieldFacts;
import io.jianmi.workflow.node.Due;
import io.jianmi.workflow.node.FieldView;
import java.util.Optional;

/** What a step shows: fields must exist, and no step sees more than the tags allow (PIPL 28; GB/T 35273, 7). */
final class ViewChecks {

    private final WorkflowForm form;
    private final Checks checks;

    ViewChecks(WorkflowForm form, Checks checks) {
        this.form = form;
        this.checks = checks;
    }

    void check(FieldView view, String pointer) {
        for (String named : view.fields().keySet()) {
            if (!named.equals(FieldView.DEFAULT) && form.field(named).isEmpty()) {
                checks.error(Checks.UNKNOWN_FIELD, Pointer.child(pointer + "/fields", named), "field", named);
            }
        }
        for (String key : form.fields()) {
            form.field(key).ifPresent(field -> field(view, key, field, pointer));
        }
    }

    private void field(FieldView view, String key, FieldFacts field, String pointer) {
        FieldAccess access = view.of(key);
        boolean named = view.fields().containsKey(key);
        String place = Pointer.child(pointer + "/fields", named ? key : FieldView.DEFAULT);
        if (!most(field.level()).atLeast(access)) {
            if (named && access != FieldAccess.EDIT) {
                checks.error(Checks.SEES_TOO_MUCH, place, "field", key);
            } else {
                checks.info(Checks.CAPPED, place, "field", key);
            }
        }
        if (access == FieldAccess.REVEAL && most(field.level()).atLeast(FieldAccess.REVEAL)) {
            terms(view, key, field, place);
        }
    }

    private void terms(FieldView view, String key, FieldFacts field, String place) {
        Optional<FieldView.Reveal> terms = view.reveal();
        if (terms.isEmpty()) {
            checks.error(Checks.REVEAL_WITHOUT_TERMS, place, "field", key);
        } else if (!field.purposes().contains(terms.get().purpose())) {
            checks.error(Checks.REVEAL_PURPOSE, place, "field", key);
        }
    }

    /** Nobody has looked when a step approves itself, so it must not be one that opens sensitive values. */
    void due(Due due, FieldView view, String pointer) {
        boolean opens = form.fields().stream()
                .anyMatch(key -> view.of(key) == FieldAccess.REVEAL
                        && form.field(key)
                                .filter(field -> field.level().compareTo(Sensitivity.SENSITIVE) >= 0)
                                .isPresent());
        if (due.then() == Due.Then.APPROVE && opens) {
            checks.error(Checks.AUTO_APPROVE_REVEALS, pointer + "/due/then");
        }
    }

    /** The most that anybody can see of a level without a reveal grant. */
    private static FieldAccess most(Sensitivity level) {
        return switch (level) {
            case PUBLIC, INTERNAL, PERSONAL -> FieldAccess.EDIT;
            case SENSITIVE -> FieldAccess.REVEAL;
            case SECRET -> FieldAccess.MASKED;
        };
    }
}
