package io.jianmi.workflow.design;

import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;

/** Who may design workflows. The answer does not depend on what exists, so it tells nothing of it. */
public final class Designing {

    private static final String POLICY = "platform";

    private Designing() {}

    static Permit permit(Actor actor) {
        return may(actor) ? Permit.allow(POLICY) : Permit.refuse(ProblemException.of(CommonProblem.FORBIDDEN), POLICY);
    }

    static void require(Actor actor) {
        if (!may(actor)) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
    }

    public static boolean may(Actor actor) {
        return actor.system() || actor.hasRole("designer") || actor.hasRole("admin");
    }
}
