package io.jianmi.core.administration;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stops a job of whomever. */
record CancelJob(UUID id) implements Command<Boolean> {

    @Override
    public String action() {
        return "job.cancel";
    }

    @Override
    public String target() {
        return "job/" + id;
    }

    @Singleton
    static final class Handler implements CommandHandler<CancelJob, Boolean, List<Write>> {

        private final List<JobSource> sources;

        Handler(@All List<JobSource> sources) {
            this.sources = List.copyOf(sources);
        }

        @Override
        public Uni<List<Write>> load(CancelJob command, Actor actor) {
            return Multi.createFrom()
                    .iterable(sources)
                    .onItem()
                    .transformToUniAndConcatenate(source -> source.stopping(actor.tenant(), command.id()))
                    .filter(Optional::isPresent)
                    .map(Optional::orElseThrow)
                    .collect()
                    .asList();
        }

        @Override
        public Permit authorize(CancelJob command, List<Write> stopping, Actor actor) {
            Permit permit = Administrators.permit(actor);
            return permit.refusal().isEmpty() && stopping.isEmpty()
                    ? Permit.refuse(ProblemException.of(CommonProblem.NOT_FOUND), permit.policy())
                    : permit;
        }

        @Override
        public Uni<Changes<Boolean>> decide(CancelJob command, List<Write> stopping, Actor actor) {
            return Uni.createFrom()
                    .item(Changes.of(
                            stopping, AuditDraft.of(command.action(), command.target()), List.of(), () -> true));
        }
    }
}
