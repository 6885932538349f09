package io.jianmi.form.dashboard;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.design.Designers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Of two designers who save what both have read, the second is told so. */
@Singleton
final class SaveDashboardDraftHandler
        implements PlatformHandler<SaveDashboardDraft, Integer, SaveDashboardDraftHandler.Loaded> {

    private final InstantSource clock;

    SaveDashboardDraftHandler(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param app whether there is such an app
     * @param revision of the draft that stands, 0 for none
     */
    record Loaded(boolean app, int revision) {}

    @Override
    public Uni<Loaded> load(SaveDashboardDraft command, Actor actor, Mutiny.Session session) {
        return session.createNativeQuery("select count(*) from platform.app where tenant = ?1 and key = ?2", Long.class)
                .setParameter(1, actor.tenant().value())
                .setParameter(2, command.dashboard().app())
                .getSingleResult()
                .chain(apps -> DashboardStore.locked(session, actor.tenant(), command.dashboard())
                        .map(revision -> new Loaded(apps > 0, revision)));
    }

    @Override
    public Permit authorize(SaveDashboardDraft command, Loaded loaded, Actor actor) {
        return Designers.permit(actor);
    }

    @Override
    public Uni<PlatformChanges<Integer>> decide(
            SaveDashboardDraft command, Loaded loaded, Actor actor, Mutiny.Session session) {
        if (!loaded.app()) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
        if (!command.precondition().allows(loaded.revision())) {
            throw ProblemException.of(DashboardProblem.STALE_DRAFT, Map.of("revision", loaded.revision()));
        }
        int revision = loaded.revision() + 1;
        return session.createNativeQuery("""
                        insert into platform.dashboard_draft (tenant, app, key, definition, revision, updated_at, updated_by)
                        values (?1, ?2, ?3, ?4, 1, ?5, ?6)
                        on conflict (tenant, app, key) do update set definition = excluded.definition,
                        revision = dashboard_draft.revision + 1, updated_at = excluded.updated_at,
                        updated_by = excluded.updated_by
                        """)
                .setParameter(1, actor.tenant().value())
                .setParameter(2, command.dashboard().app())
                .setParameter(3, command.dashboard().key())
                .setParameter(4, command.definition())
                .setParameter(5, clock.instant())
                .setParameter(6, actor.id().value())
                .executeUpdate()
                .map(saved -> new PlatformChanges<>(
                        AuditDraft.of(command.action(), command.target()).with(Map.of("revision", revision)),
                        () -> revision));
    }
}
