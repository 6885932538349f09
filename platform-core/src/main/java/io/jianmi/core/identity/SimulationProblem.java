package io.jianmi.core.identity;

import io.jianmi.core.problem.ProblemType;

/** Problems of whoever looks with the eyes of somebody else. */
public enum SimulationProblem implements ProblemType {
    INVALID("simulation.invalid", 422, "Name one member or one role to look as. Each finding says where and why."),
    REFUSED("simulation.refused", 403, "Who looks as somebody else reads forms and records, and nothing more."),
    OVER("simulation.over", 403, "The time of looking as somebody else is over. Begin again, or look as yourself.");

    private final Description description;

    SimulationProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
