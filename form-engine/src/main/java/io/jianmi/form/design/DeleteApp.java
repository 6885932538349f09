package io.jianmi.form.design;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Removes an app with its drafts; an app with published forms stays. */
record DeleteApp(String key) implements Command<Boolean> {

    @Override
    public String action() {
        return "app.delete";
    }

    @Override
    public String target() {
        return "app/" + key;
    }

    @Singleton
    static final class Handler implements PlatformHandler<DeleteApp, Boolean, Optional<AppRow>> {

        @Override
        public Uni<Optional<AppRow>> load(DeleteApp command, Actor actor, Mutiny.Session session) {
            return Definitions.app(session, actor.tenant().value(), command.key());
        }

        @Override
        public Permit authorize(DeleteApp command, Optional<AppRow> loaded, Actor actor) {
            return Designers.permit(actor);
        }

        @Override
        public Uni<PlatformChanges<Boolean>> decide(
                DeleteApp command, Optional<AppRow> loaded, Actor actor, Mutiny.Session session) {
            AppRow app = loaded.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
            String tenant = actor.tenant().value();
            return published(session, tenant, command.key())
                    .invoke(count -> {
                        if (count > 0) {
                            throw ProblemException.of(DesignProblem.APP_NOT_EMPTY);
                        }
                    })
                    .chain(() -> session.createMutationQuery("delete from DraftRow where key.tenant = ?1 and app = ?2")
                            .setParameter(1, tenant)
                            .setParameter(2, command.key())
                            .executeUpdate())
                    .chain(() -> session.remove(app))
                    .replaceWith(new PlatformChanges<>(AuditDraft.of(command.action(), command.target()), () -> true));
        }

        private static Uni<Long> published(Mutiny.Session session, String tenant, String app) {
            return session.createQuery("select count(*) from VersionRow where key.tenant = ?1 and app = ?2", Long.class)
                    .setParameter(1, tenant)
                    .setParameter(2, app)
                    .getSingleResult();
        }
    }
}
