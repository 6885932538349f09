package io.jianmi.form.view;

import io.jianmi.core.problem.ProblemType;

/** Problems of views. */
public enum ViewProblem implements ProblemType {
    INVALID("view.invalid", 422, "The view cannot be saved so. Each finding says where and why."),
    NOT_YOURS("view.not-yours", 403, "Only the owner of the view may change it."),
    OF_DEFINITION("view.of-definition", 409, "The view belongs to the form's definition; designers change it there."),
    STALE_VERSION("view.stale-version", 412, "Somebody changed the view since you read it. Load it again."),
    NOT_DELETED("view.not-deleted", 409, "The view is not deleted."),
    TOO_MANY("view.too-many", 409, "You have as many views of this form as one may have. Delete some."),
    TOO_MANY_SHARED("view.too-many-shared", 409, "The form has as many shared views as it may have. Delete some.");

    private final Description description;

    ViewProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
