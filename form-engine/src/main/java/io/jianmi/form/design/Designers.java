package io.jianmi.form.design;

import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;

/** Who may design. The answer does not depend on what exists, so it tells nothing of it. */
public final class Designers {

    static final String POLICY = "platform";

    private Designers() {}

    public static boolean include(Actor actor) {
        return actor.system() || actor.hasRole("designer") || actor.hasRole("admin");
    }

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
}
