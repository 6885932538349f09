package io.jianmi.core.command;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;

/** Who looks after a tenant. The answer does not depend on what exists, so it tells nothing of it. */
public final class Administrators {

    private static final String POLICY = "platform";

    private Administrators() {}

    public static Permit permit(Actor actor) {
        return include(actor)
                ? Permit.allow(POLICY)
                : Permit.refuse(ProblemException.of(CommonProblem.FORBIDDEN), POLICY);
    }

    public static void require(Actor actor) {
        if (!include(actor)) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
    }

    private static boolean include(Actor actor) {
        return actor.hasRole("admin");
    }
}
