package io.jianmi.core.store;

import io.jianmi.core.problem.ProblemType;

/** Problems of writing. */
public enum StoreProblem implements ProblemType {
    LOST_RACE("store.lost-race", 409, "Somebody changed this at the same moment. Load it again."),
    FENCED("store.fenced", 409, "What this writes is stored otherwise by now. Ask again.");

    private final Description description;

    StoreProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
