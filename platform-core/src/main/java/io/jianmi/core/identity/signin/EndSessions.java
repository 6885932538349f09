package io.jianmi.core.identity.signin;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.signin.SessionStore.Session;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody ends sessions of his own.
 *
 * @param only that one; empty: all
 * @param except but not this one
 */
record EndSessions(Optional<String> only, Optional<String> except) implements Command<Integer> {

    static EndSessions one(String id) {
        return new EndSessions(Optional.of(id), Optional.empty());
    }

    static EndSessions others(Optional<String> than) {
        return new EndSessions(Optional.empty(), than);
    }

    @Override
    public String action() {
        return "session.end";
    }

    @Override
    public String target() {
        return "session";
    }

    private boolean means(Session session) {
        return only.map(session.id()::equals).orElse(true)
                && except.map(session.id()::equals).map(kept -> !kept).orElse(true);
    }

    @Singleton
    static final class Handler implements CommandHandler<EndSessions, Integer, List<String>> {

        private static final String POLICY = "platform";

        private final SessionStore store;

        Handler(SessionStore store) {
            this.store = store;
        }

        @Override
        public Uni<List<String>> load(EndSessions command, Actor actor) {
            return store.of(actor.id()).map(own -> {
                List<String> meant =
                        own.stream().filter(command::means).map(Session::id).toList();
                if (meant.isEmpty() && command.only().isPresent()) {
                    throw ProblemException.of(CommonProblem.NOT_FOUND);
                }
                return meant;
            });
        }

        @Override
        public Permit authorize(EndSessions command, List<String> meant, Actor actor) {
            return Permit.allow(POLICY);
        }

        @Override
        public Uni<Changes<Integer>> decide(EndSessions command, List<String> meant, Actor actor) {
            AuditDraft audit = AuditDraft.of(command.action(), command.target()).with(Map.of("sessions", meant.size()));
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(SessionStore.end(actor.id(), meant)), audit, List.of(), () -> meant.size()));
        }
    }
}
