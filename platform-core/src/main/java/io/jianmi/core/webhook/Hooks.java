package io.jianmi.core.webhook;

import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;

/** Who looks after what a tenant sends: its administrators. */
final class Hooks {

    private static final String POLICY = "platform";

    private Hooks() {}

    static Permit permit(Actor actor) {
        return may(actor) ? Permit.allow(POLICY) : Permit.refuse(ProblemException.of(CommonProblem.FORBIDDEN), POLICY);
    }

    static void require(Actor actor) {
        if (!may(actor)) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
    }

    private static boolean may(Actor actor) {
        return actor.hasRole("admin");
    }
}
