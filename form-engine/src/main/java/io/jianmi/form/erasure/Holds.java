package io.jianmi.form.erasure;

import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Keeps a person from being erased for as long as somebody says why. An erasure that is ordered meanwhile waits and begins by itself. */
@Singleton
public final class Holds {

    private final CommandPipeline pipeline;
    private final Hold.Handler handler;

    Holds(CommandPipeline pipeline, Hold.Handler handler) {
        this.pipeline = pipeline;
        this.handler = handler;
    }

    /** Fails with {@code hold.standing}, and with {@code hold.too-late} once an erasure is ordered. */
    public Uni<Void> place(Actor actor, UUID subject, HoldTerms terms) {
        return run(actor, new Hold(subject, Optional.of(terms)));
    }

    /** Fails with {@code hold.none}. */
    public Uni<Void> release(Actor actor, UUID subject) {
        return run(actor, new Hold(subject, Optional.empty()));
    }

    private Uni<Void> run(Actor actor, Hold command) {
        return pipeline.runSealed(handler, command, actor).replaceWithVoid();
    }
}
