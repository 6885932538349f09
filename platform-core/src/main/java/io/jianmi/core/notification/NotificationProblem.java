package io.jianmi.core.notification;

import io.jianmi.core.problem.ProblemType;

/** Problems of what members are told. */
public enum NotificationProblem implements ProblemType {
    PREFERENCES(
            "notification.preferences-invalid",
            422,
            "What was chosen about notifications has errors. Each finding says where and why.");

    private final Description description;

    NotificationProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
