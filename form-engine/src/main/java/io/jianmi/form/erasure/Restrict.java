package io.jianmi.form.erasure;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Restricts a person's data, or lifts that.
 *
 * @param restricts false lifts it
 * @param right id of the request of hers that it answers
 */
record Restrict(UUID subject, boolean restricts, Optional<UUID> right) implements Command<Boolean> {

    @Override
    public String action() {
        return restricts ? "subject.restrict" : "subject.lift";
    }

    @Override
    public String target() {
        return "subject/" + subject;
    }

    @Override
    public String policy() {
        return "platform";
    }

    @Singleton
    static final class Handler implements CommandHandler<Restrict, Boolean, Optional<SubjectStanding.Standing>> {

        private final SubjectStanding standing;
        private final InstantSource clock;

        Handler(SubjectStanding standing, InstantSource clock) {
            this.standing = standing;
            this.clock = clock;
        }

        @Override
        public Uni<Optional<SubjectStanding.Standing>> load(Restrict command, Actor actor) {
            return standing.forDesk(actor, command.subject());
        }

        @Override
        public Permit authorize(Restrict command, Optional<SubjectStanding.Standing> found, Actor actor) {
            return SubjectStanding.permit(command, found, actor);
        }

        @Override
        public Uni<Changes<Boolean>> decide(Restrict command, Optional<SubjectStanding.Standing> found, Actor actor) {
            SubjectStanding.Standing now = found.orElseThrow();
            if (command.restricts() == (now.restricted() != null)) {
                throw ProblemException.of(
                        command.restricts() ? ErasureProblem.RESTRICTED : ErasureProblem.NOT_RESTRICTED);
            }
            if (!command.restricts() && now.erasing().isPresent()) {
                throw ProblemException.of(ErasureProblem.RESTRICTED_FOR_GOOD);
            }
            Write write = command.restricts()
                    ? RestrictionStore.restrict(
                            actor, command.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS), command.right())
                    : RestrictionStore.lift(actor, command.subject());
            AuditDraft entry = AuditDraft.of(command.action(), command.target())
                    .with(command.right()
                            .<Map<String, Object>>map(id -> Map.of("right", id.toString()))
                            .orElse(Map.of()));
            return Uni.createFrom().item(Changes.of(List.of(write), entry, List.of(), () -> true));
        }
    }
}
