package io.jianmi.core.store;

import io.jianmi.core.problem.ProblemType;

/** Problems of writing. */
public enum StoreProblem implements ProblemType {
    LOST_RACE("store.lost-race", 409, "Somebody changed this at the same moment. Load it again.");

    private final String code;
    private final int status;
    private final String title;

    StoreProblem(String code, int status, String title) {
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
