package io.jianmi.form.erasure;

import io.jianmi.core.problem.ProblemType;

/** Problems of erasing, restricting and holding. */
enum ErasureProblem implements ProblemType {
    REASON("erasure.reason-required", 422, "Say why the person's data is to be erased."),
    STEP_UP("erasure.step-up-required", 401, "Prove again who you are, with a second factor."),
    STANDING("erasure.standing", 409, "This person is being erased already. Look at that erasure."),
    RESTRICTED("restriction.standing", 409, "This person's data is restricted already."),
    NOT_RESTRICTED("restriction.none", 409, "This person's data is not restricted."),
    RESTRICTED_FOR_GOOD("restriction.erasing", 409, "This person is to be erased, so her data stays restricted."),
    HELD("hold.standing", 409, "A hold stands on this person already. Release it first."),
    NOT_HELD("hold.none", 409, "No hold stands on this person."),
    TOO_LATE("hold.too-late", 409, "This person is being erased, which cannot be stopped any more."),
    HOLD_INVALID("hold.invalid", 422, "Say why, who answers for the hold, and when it is looked at again.");

    private final Description description;

    ErasureProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
