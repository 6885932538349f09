package io.jianmi.form.erasure;

import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.form.record.RestrictedSubjects;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps a person's data from being used: her records stay and exist for the privacy desk alone, in every channel, until it is lifted. Whoever
 * does not sit at the desk is answered as if there were no such person. Answered once the audit entry stands under a signed tree head.
 */
@Singleton
public final class Restrictions {

    private final CommandPipeline pipeline;
    private final Restrict.Handler handler;
    private final RestrictedSubjects restricted;

    Restrictions(CommandPipeline pipeline, Restrict.Handler handler, RestrictedSubjects restricted) {
        this.pipeline = pipeline;
        this.handler = handler;
        this.restricted = restricted;
    }

    /**
     * Fails with {@code restriction.standing} where she is restricted already.
     *
     * @param right id of the request of hers that it answers, where it does
     */
    public Uni<Void> restrict(Actor actor, UUID subject, Optional<UUID> right) {
        return run(actor, new Restrict(subject, true, right));
    }

    /** Fails with {@code restriction.none}, and with {@code restriction.erasing} while she waits to be erased. */
    public Uni<Void> lift(Actor actor, UUID subject) {
        return run(actor, new Restrict(subject, false, Optional.empty()));
    }

    private Uni<Void> run(Actor actor, Restrict command) {
        return pipeline.runSealed(handler, command, actor)
                .invoke(() -> restricted.changed(actor.tenant(), ""))
                .replaceWithVoid();
    }
}
