package io.jianmi.core.calendar.setting;

import io.jianmi.core.problem.ProblemType;

/** Problems of the working calendar. */
public enum CalendarProblem implements ProblemType {
    INVALID("calendar.invalid", 422, "The calendar has errors. Each finding says where and why.");

    private final Description description;

    CalendarProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
