package io.jianmi.workflow.design;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.hibernate.reactive.mutiny.Mutiny;

/** The last save wins; nothing published changes. */
@Singleton
public final class SaveWorkflowDraftHandler implements PlatformHandler<SaveWorkflowDraft, Boolean, Boolean> {

    private final InstantSource clock;

    SaveWorkflowDraftHandler(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> load(SaveWorkflowDraft command, Actor actor, Mutiny.Session session) {
        return Uni.createFrom().item(true);
    }

    @Override
    public Permit authorize(SaveWorkflowDraft command, Boolean loaded, Actor actor) {
        return Designing.permit(actor);
    }

    @Override
    public Uni<PlatformChanges<Boolean>> decide(
            SaveWorkflowDraft command, Boolean loaded, Actor actor, Mutiny.Session session) {
        return session.createNativeQuery("""
                        insert into platform.workflow_draft (tenant, app, key, definition, revision, updated_at, updated_by)
                        values (?1, ?2, ?3, ?4, 1, ?5, ?6)
                        on conflict (tenant, app, key) do update set definition = excluded.definition,
                        revision = workflow_draft.revision + 1, updated_at = excluded.updated_at,
                        updated_by = excluded.updated_by
                        """)
                .setParameter(1, actor.tenant().value())
                .setParameter(2, command.app())
                .setParameter(3, command.key())
                .setParameter(4, command.definition())
                .setParameter(5, clock.instant())
                .setParameter(6, actor.id().value())
                .executeUpdate()
                .map(saved -> new PlatformChanges<>(AuditDraft.of(command.action(), command.target()), () -> true));
    }
}
