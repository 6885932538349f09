package io.jianmi.core.simulation;

import io.jianmi.core.identity.Actor;

/** Who may look with the eyes of others: whoever gives them their rights. */
final class Simulations {

    private Simulations() {}

    static boolean may(Actor actor) {
        return actor.hasRole("admin") || actor.hasRole("designer");
    }
}
