package io.jianmi.form.dashboard;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.design.Designers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds the next version; the draft stays locked meanwhile, so publishers take turns. */
@Singleton
final class PublishDashboardHandler implements PlatformHandler<PublishDashboard, Integer, Integer> {

    private final InstantSource clock;

    PublishDashboardHandler(InstantSource clock) {
        this.clock = clock;
    }

    /** The revision of the draft that stands, 0 for none. */
    @Override
    public Uni<Integer> load(PublishDashboard command, Actor actor, Mutiny.Session session) {
        return DashboardStore.locked(session, actor.tenant(), command.dashboard());
    }

    @Override
    public Permit authorize(PublishDashboard command, Integer revision, Actor actor) {
        return Designers.permit(actor);
    }

    @Override
    public Uni<PlatformChanges<Integer>> decide(
            PublishDashboard command, Integer revision, Actor actor, Mutiny.Session session) {
        if (revision != command.revision()) {
            throw ProblemException.of(DashboardProblem.DRAFT_CHANGED);
        }
        return next(command, actor, session)
                .call(version -> session.createNativeQuery("""
                                insert into platform.dashboard_version (tenant, app, key, version, definition, published_at,
                                published_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                                """)
                        .setParameter(1, actor.tenant().value())
                        .setParameter(2, command.dashboard().app())
                        .setParameter(3, command.dashboard().key())
                        .setParameter(4, version)
                        .setParameter(5, command.definition())
                        .setParameter(6, clock.instant())
                        .setParameter(7, actor.id().value())
                        .executeUpdate())
                .map(version -> new PlatformChanges<>(
                        AuditDraft.of(command.action(), command.target()).with(Map.of("version", version)),
                        () -> version));
    }

    private static Uni<Integer> next(PublishDashboard command, Actor actor, Mutiny.Session session) {
        return session.createNativeQuery("""
                        select coalesce(max(version), 0) + 1 from platform.dashboard_version
                        where tenant = ?1 and app = ?2 and key = ?3
                        """, Integer.class)
                .setParameter(1, actor.tenant().value())
                .setParameter(2, command.dashboard().app())
                .setParameter(3, command.dashboard().key())
                .getSingleResult();
    }
}
