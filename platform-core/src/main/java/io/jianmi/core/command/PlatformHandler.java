package io.jianmi.core.command;

import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Does one command on the {@code platform} schema (apps, definitions, settings) through Hibernate Reactive. The session
 * is inside the command's transaction and sees only the actor's tenant (row level security).
 *
 * @param <C> the command
 * @param <R> its answer
 * @param <L> what it loads to decide upon
 */
public interface PlatformHandler<C extends Command<R>, R, L> {

    Uni<L> load(C command, Actor actor, Mutiny.Session session);

    Permit authorize(C command, L loaded, Actor actor);

    /** Changes entities of the session and says what is to be logged. */
    Uni<PlatformChanges<R>> decide(C command, L loaded, Actor actor, Mutiny.Session session);
}
