package io.jianmi.core.simulation;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Somebody looks with his own eyes again. */
record EndSimulation(UUID id) implements Command<Boolean> {

    @Override
    public String action() {
        return "simulation.end";
    }

    @Override
    public String target() {
        return "simulation/" + id;
    }

    @Singleton
    static final class Handler implements CommandHandler<EndSimulation, Boolean, Simulation> {

        private final SimulationStore store;
        private final InstantSource clock;

        Handler(SimulationStore store, InstantSource clock) {
            this.store = store;
            this.clock = clock;
        }

        @Override
        public Uni<Simulation> load(EndSimulation command, Actor actor) {
            return store.live(actor, command.id(), clock.instant())
                    .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
        }

        @Override
        public Permit authorize(EndSimulation command, Simulation his, Actor actor) {
            return Permit.allow("platform");
        }

        @Override
        public Uni<Changes<Boolean>> decide(EndSimulation command, Simulation his, Actor actor) {
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(SimulationStore.end(actor.tenant(), his, clock.instant())),
                            AuditDraft.of(command.action(), command.target()),
                            List.of(),
                            () -> true));
        }
    }
}
