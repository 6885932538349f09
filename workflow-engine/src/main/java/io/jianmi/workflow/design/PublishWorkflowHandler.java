package io.jianmi.workflow.design;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.cluster.Notice;
import io.jianmi.core.command.Permit;
import io.jianmi.core.command.PlatformChanges;
import io.jianmi.core.command.PlatformHandler;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds the next version; two publishers at once cannot both get it. */
@Singleton
public final class PublishWorkflowHandler implements PlatformHandler<PublishWorkflow, Integer, Integer> {

    private final InstantSource clock;

    PublishWorkflowHandler(InstantSource clock) {
        this.clock = clock;
    }

    /** The number that the new version gets; the draft row stays locked, so publishers take turns. */
    @Override
    public Uni<Integer> load(PublishWorkflow command, Actor actor, Mutiny.Session session) {
        return session.createNativeQuery("""
                        select revision from platform.workflow_draft
                        where tenant = ?1 and app = ?2 and key = ?3 for update
                        """, Integer.class)
                .setParameter(1, actor.tenant().value())
                .setParameter(2, command.app())
                .setParameter(3, command.key())
                .getSingleResultOrNull()
                .chain(revision -> {
                    if (revision == null || revision != command.revision()) {
                        return Uni.createFrom().failure(ProblemException.of(CommonProblem.CONFLICT));
                    }
                    return session.createNativeQuery("""
                                    select coalesce(max(version), 0) + 1 from platform.workflow_version
                                    where tenant = ?1 and app = ?2 and key = ?3
                                    """, Integer.class)
                            .setParameter(1, actor.tenant().value())
                            .setParameter(2, command.app())
                            .setParameter(3, command.key())
                            .getSingleResult();
                });
    }

    @Override
    public Permit authorize(PublishWorkflow command, Integer version, Actor actor) {
        return Designing.permit(actor);
    }

    @Override
    public Uni<PlatformChanges<Integer>> decide(
            PublishWorkflow command, Integer version, Actor actor, Mutiny.Session session) {
        return session.createNativeQuery("""
                        insert into platform.workflow_version (tenant, app, key, version, form, form_version, definition,
                        published_at, published_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                        """)
                .setParameter(1, actor.tenant().value())
                .setParameter(2, command.app())
                .setParameter(3, command.key())
                .setParameter(4, version)
                .setParameter(5, command.form())
                .setParameter(6, command.formVersion())
                .setParameter(7, command.definition())
                .setParameter(8, clock.instant())
                .setParameter(9, actor.id().value())
                .executeUpdate()
                .map(inserted -> new PlatformChanges<>(
                                AuditDraft.of(command.action(), command.target())
                                        .with(Map.of("version", version, "formVersion", command.formVersion())),
                                () -> version)
                        .telling(new Notice(WorkflowRefresh.TOPIC, actor.tenant(), command.key())));
    }
}
