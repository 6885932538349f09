package io.jianmi.form.expression;

import io.jianmi.core.problem.ProblemType;

/** What can end a request because of an expression. */
public enum ExpressionProblem implements ProblemType {
    TOO_COMPLEX(Findings.TOO_COMPLEX, 422, "The expression takes too many steps on this record.");

    private final String code;
    private final int status;
    private final String title;

    ExpressionProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
