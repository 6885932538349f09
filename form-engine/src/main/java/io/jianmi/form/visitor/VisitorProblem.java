package io.jianmi.form.visitor;

import io.jianmi.core.problem.ProblemType;

/** Problems of public forms. */
public enum VisitorProblem implements ProblemType {
    CHANGED("public.form-changed", 409, "The form was changed since it was opened. Look at it again, then send it."),
    CHALLENGE(
            "public.challenge-failed",
            422,
            "The challenge is not solved, is too old, or was used before. Solve a new one."),
    TOO_MANY("public.too-many", 429, "Too much was sent from here. Try again later."),
    NOT_OPEN(
            "public.not-open",
            409,
            "The published version of the form lets no visitors in. Open it and publish first.");

    private final Description description;

    VisitorProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
