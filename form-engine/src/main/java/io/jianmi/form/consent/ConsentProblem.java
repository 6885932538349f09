package io.jianmi.form.consent;

import io.jianmi.core.problem.ProblemType;

/** Problems of what the privacy desk enters into the consent ledger. */
public enum ConsentProblem implements ProblemType {
    INVALID("consent.invalid", 422, "Parts of this entry are not acceptable. Each finding says which and why."),
    NOT_GIVEN("consent.not-given", 409, "There is nothing to withdraw: this is no consent that still stands.");

    private final Description description;

    ConsentProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
