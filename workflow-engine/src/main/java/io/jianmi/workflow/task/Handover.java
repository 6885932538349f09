package io.jianmi.workflow.task;

import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.jianmi.workflow.assignee.Deputies;
import io.jianmi.workflow.delegation.Delegation;
import io.jianmi.workflow.delegation.Delegations;
import io.jianmi.workflow.node.TaskAction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Hands the open tasks of a member over when his delegation begins, where it says so. Each task is an act of its own: one that
 * the step's rules keep from the delegate stays where it is, and a second node finds the task handed on.
 */
@Singleton
public final class Handover {

    private static final Logger LOG = Logger.getLogger(Handover.class);

    private static final int MOST = 5_000;

    private final Tenants tenants;
    private final Pool pool;
    private final CommandPipeline pipeline;
    private final DecideHandler handler;
    private final Delegations delegations;

    Handover(Tenants tenants, Pool pool, CommandPipeline pipeline, DecideHandler handler, Delegations delegations) {
        this.tenants = tenants;
        this.pool = pool;
        this.pipeline = pipeline;
        this.handler = handler;
        this.delegations = delegations;
    }

    private record Open(UUID task, String workflow) {}

    @Scheduled(
            every = "{jianmi.timers.every}",
            delayed = "12s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return tenants.each(this::run);
    }

    /** Every delegation of the tenant that has begun, once. */
    Uni<Void> run(TenantKey tenant) {
        return delegations
                .beginning(tenant)
                .chain(begun -> begun.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : delegations
                                .deputies(tenant)
                                .chain(deputies -> each(begun, one -> hand(tenant, one, deputies))))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "handover.failed tenant=%s %s",
                            tenant, failure.getClass().getName());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> hand(TenantKey tenant, Delegation begun, Deputies deputies) {
        return open(tenant, begun.member())
                .chain(tasks -> each(
                        tasks.stream()
                                .filter(task -> begun.workflows().isEmpty()
                                        || begun.workflows().contains(task.workflow()))
                                .toList(),
                        task -> hand(tenant, task, deputies.of(begun.member(), task.workflow()))))
                .chain(() -> delegations.handed(tenant, begun.id()));
    }

    private Uni<Void> hand(TenantKey tenant, Open task, Optional<MemberId> delegate) {
        if (delegate.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        DecideTask command = DecideTask.plain(
                task.task(), TaskAction.DELEGATE, List.of(delegate.get().value()));
        return pipeline.run(handler, command, Actor.system(tenant))
                .replaceWithVoid()
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> {
                    LOG.debugf("handover.stays task=%s", task.task());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<List<Open>> open(TenantKey tenant, MemberId member) {
        String sql = """
                select id, app || '/' || workflow from "%s".task
                where assignee = $1 and box = 'todo' and kind = 'WORK' order by sort_at, id limit $2
                """.formatted(tenant.schema());
        return pool.preparedQuery(sql).execute(Tuple.of(member.value(), MOST)).map(rows -> {
            List<Open> open = new ArrayList<>();
            for (Row row : rows) {
                open.add(new Open(row.getUUID(0), row.getString(1)));
            }
            return open;
        });
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
