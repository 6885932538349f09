package io.jianmi.workflow.automation;

import io.jianmi.core.problem.ProblemType;

/** Why an automation cannot go on; readable at its instance, and tried again. */
public enum AutomationProblem implements ProblemType {
    GONE("workflow.automation-gone", 409, "Nothing waits for this step any more."),
    TOO_DEEP("workflow.automation-too-deep", 409, "Automations have made records one after the other too many times."),
    TOO_MANY("workflow.automation-too-many", 409, "This step would change too many records at once."),
    NO_RECORD("workflow.automation-no-record", 409, "There is no record that this step could name.");

    private final Description description;

    AutomationProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
