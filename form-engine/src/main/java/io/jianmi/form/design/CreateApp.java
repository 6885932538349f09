package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes an app.
 *
 * @param title a string, or an object of one per language
 * @param request the caller's key for this request
 */
record CreateApp(String key, JsonNode title, Optional<Idempotency.Request> request) implements Command<AppView> {

    @Override
    public String action() {
        return "app.create";
    }

    @Override
    public String target() {
        return "app/" + key;
    }

    @Singleton
    static final class Handler implements PlatformHandler<CreateApp, AppView, Optional<AppRow>> {

        private final InstantSource clock;

        Handler(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public Uni<Optional<AppRow>> load(CreateApp command, Actor actor, Mutiny.Session session) {
            return Definitions.app(session, actor.tenant().value(), command.key());
        }

        @Override
        public Permit authorize(CreateApp command, Optional<AppRow> loaded, Actor actor) {
            return Designers.permit(actor);
        }

        @Override
        public Uni<PlatformChanges<AppView>> decide(
                CreateApp command, Optional<AppRow> loaded, Actor actor, Mutiny.Session session) {
            if (loaded.isPresent()) {
                throw ProblemException.of(DesignProblem.APP_KEY_TAKEN);
            }
            AppRow row = new AppRow(
                    new AppKey(actor.tenant().value(), command.key()),
                    Json.write(command.title()),
                    clock.instant(),
                    actor.id().value());
            return session.persist(row)
                    .replaceWith(new PlatformChanges<>(
                            AuditDraft.of(command.action(), command.target()), () -> AppView.of(row)));
        }
    }
}
