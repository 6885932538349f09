package io.jianmi.core.command;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StoreProblem;
import io.smallrye.mutiny.Uni;

/**
 * Does one command on a tenant's data. The steps run in this order and none can be skipped, since each needs the result
 * of the one before.
 *
 * @param <C> the command
 * @param <R> its answer
 * @param <L> what it loads to decide upon
 */
public interface CommandHandler<C extends Command<R>, R, L> {

    /** Loads what the decision needs, inside the actor's tenant. Missing and invisible fail alike. */
    Uni<L> load(C command, Actor actor);

    /** Pure: may this actor do that to this target? */
    Permit authorize(C command, L loaded, Actor actor);

    /** Validates and computes everything that is to be written. May read, must not write. */
    Uni<Changes<R>> decide(C command, L loaded, Actor actor);

    /**
     * How often it is decided: a lost race is decided anew on fresh data (a second signer); once where the caller must know
     * of it (a failed If-Match).
     */
    default int tries() {
        return 1;
    }

    /** The problem to answer when this unique index refused a write. */
    default Uni<ProblemException> conflict(C command, L loaded, Actor actor, String index) {
        return Uni.createFrom().item(ProblemException.of(StoreProblem.LOST_RACE));
    }
}
