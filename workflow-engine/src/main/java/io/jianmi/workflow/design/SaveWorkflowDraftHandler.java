package io.jianmi.workflow.design;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.workflow.design.SaveWorkflowDraftHandler.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Replaces the revision that the caller names; who names none replaces the last. Nothing published changes. */
@Singleton
public final class SaveWorkflowDraftHandler implements PlatformHandler<SaveWorkflowDraft, Integer, Optional<Standing>> {

    private final InstantSource clock;

    SaveWorkflowDraftHandler(InstantSource clock) {
        this.clock = clock;
    }

    /** What is replaced. */
    record Standing(int revision, String by) {}

    /** The row stays locked: who saves after it sees what was saved before. */
    @Override
    public Uni<Optional<Standing>> load(SaveWorkflowDraft command, Actor actor, Mutiny.Session session) {
        return session.createNativeQuery("""
                        select revision, updated_by from platform.workflow_draft
                        where tenant = ?1 and app = ?2 and key = ?3 for update
                        """, Object[].class)
                .setParameter(1, actor.tenant().value())
                .setParameter(2, command.app())
                .setParameter(3, command.key())
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new Standing(((Number) found[0]).intValue(), String.valueOf(found[1]))));
    }

    @Override
    public Permit authorize(SaveWorkflowDraft command, Optional<Standing> standing, Actor actor) {
        return Designing.permit(actor);
    }

    @Override
    public Uni<PlatformChanges<Integer>> decide(
            SaveWorkflowDraft command, Optional<Standing> standing, Actor actor, Mutiny.Session session) {
        int replaced = standing.map(Standing::revision).orElse(0);
        if (!command.precondition().allows(replaced)) {
            throw standing.map(found -> ProblemException.of(
                            DesignProblem.STALE_DRAFT, Map.of("revision", found.revision(), "by", found.by())))
                    .orElseGet(() -> ProblemException.of(DesignProblem.STALE_DRAFT));
        }
        return session.createNativeQuery("""
                        insert into platform.workflow_draft (tenant, app, key, definition, revision, updated_at, updated_by)
                        values (?1, ?2, ?3, ?4, 1, ?5, ?6)
                        on conflict (tenant, app, key) do update set definition = excluded.definition,
                        revision = workflow_draft.revision + 1, updated_at = excluded.updated_at,
                        updated_by = excluded.updated_by where workflow_draft.revision = ?7
                        """)
                .setParameter(1, actor.tenant().value())
                .setParameter(2, command.app())
                .setParameter(3, command.key())
                .setParameter(4, command.definition())
                .setParameter(5, clock.instant())
                .setParameter(6, actor.id().value())
                .setParameter(7, replaced)
                .executeUpdate()
                .map(saved -> {
                    if (saved == 0) {
                        throw ProblemException.of(CommonProblem.CONFLICT);
                    }
                    return new PlatformChanges<>(AuditDraft.of(command.action(), command.target()), () -> replaced + 1);
                });
    }
}
