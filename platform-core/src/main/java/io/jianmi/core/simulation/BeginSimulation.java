package io.jianmi.core.simulation;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Perspective;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody begins to look with the eyes of another.
 *
 * @param request the caller's key for this request
 */
record BeginSimulation(Perspective as, Optional<Idempotency.Request> request) implements Command<Simulation> {

    @Override
    public String action() {
        return "simulation.begin";
    }

    @Override
    public String target() {
        return "simulation/" + as.kind().word() + "/" + as.key();
    }

    @Singleton
    static final class Handler implements CommandHandler<BeginSimulation, Simulation, Boolean> {

        private static final String POLICY = "platform";
        private static final Duration LASTS = Duration.ofMinutes(30);

        private final Ids ids;
        private final InstantSource clock;

        Handler(Ids ids, InstantSource clock) {
            this.ids = ids;
            this.clock = clock;
        }

        @Override
        public Uni<Boolean> load(BeginSimulation command, Actor actor) {
            return Uni.createFrom().item(true);
        }

        @Override
        public Permit authorize(BeginSimulation command, Boolean loaded, Actor actor) {
            return Simulations.may(actor)
                    ? Permit.allow(POLICY)
                    : Permit.refuse(ProblemException.of(CommonProblem.FORBIDDEN), POLICY);
        }

        @Override
        public Uni<Changes<Simulation>> decide(BeginSimulation command, Boolean loaded, Actor actor) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Simulation begun = new Simulation(ids.next(), actor.id(), command.as(), now, now.plus(LASTS));
            AuditDraft entry = AuditDraft.of(command.action(), command.target())
                    .with(Map.of(
                            "simulation", begun.id().toString(),
                            "until", begun.until().toString()));
            return Uni.createFrom()
                    .item(Changes.of(
                                    List.of(SimulationStore.begin(actor.tenant(), begun)),
                                    entry,
                                    List.of(),
                                    () -> begun)
                            .making(begun.id()));
        }
    }
}
