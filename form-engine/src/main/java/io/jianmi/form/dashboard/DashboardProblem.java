package io.jianmi.form.dashboard;

import io.jianmi.core.problem.ProblemType;

/** Problems of dashboards. */
public enum DashboardProblem implements ProblemType {
    INVALID("dashboard.definition-invalid", 422, "The definition has errors. Each finding says where and why."),
    STALE_DRAFT(
            "dashboard.stale-draft", 412, "Somebody has saved the draft since you read it. Nothing was overwritten."),
    DRAFT_CHANGED("dashboard.draft-changed", 409, "The draft changed while it was published. Publish again.");

    private final Description description;

    DashboardProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
