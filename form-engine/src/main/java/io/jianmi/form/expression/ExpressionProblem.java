package io.jianmi.form.expression;

import io.jianmi.core.problem.ProblemType;

/** What can end a request because of an expression. */
public enum ExpressionProblem implements ProblemType {
    INVALID("expression.invalid", 422, "The expression cannot be evaluated. Each finding says where and why."),
    TOO_COMPLEX(Findings.TOO_COMPLEX, 422, "The expression takes too many steps on this record.");

    private final Description description;

    ExpressionProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
