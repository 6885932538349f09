package io.jianmi.workflow.task;

import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import io.jianmi.core.store.StoreProblem;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.jianmi.workflow.node.TaskAction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Acts when a term is over or a reminder is due, by the product's clock. What is to be done stands on the task's row, so a
 * restart forgets nothing; the act and the moment it answers change in one transaction, so of several nodes one does it. A
 * tenant's lock only spares the others the work.
 */
@Singleton
public final class TaskTimers {

    private static final Logger LOG = Logger.getLogger(TaskTimers.class);

    /** Of one tenant in one round; the rest comes with the next. */
    private static final int SIZE = 200;

    /** What could not be done is tried again after that long, so that it does not hold up the others. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    /** Somebody was faster, or decided meanwhile: nothing is left to do. */
    private static final Set<ProblemType> SETTLED = Set.of(
            TaskProblem.NOT_FOUND,
            TaskProblem.ALREADY_HANDLED,
            TaskProblem.ACTION_NOT_OFFERED,
            TaskProblem.TOO_LATE,
            StoreProblem.LOST_RACE);

    private final Tenants tenants;
    private final Pool pool;
    private final CommandPipeline pipeline;
    private final DecideHandler handler;
    private final InstantSource clock;

    TaskTimers(Tenants tenants, Pool pool, CommandPipeline pipeline, DecideHandler handler, InstantSource clock) {
        this.tenants = tenants;
        this.pool = pool;
        this.pipeline = pipeline;
        this.handler = handler;
        this.clock = clock;
    }

    /** @param over the term is over; else only its reminder is due */
    private record Ripe(UUID task, boolean over) {}

    @Scheduled(
            every = "{jianmi.timers.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return tenants.each(this::run);
    }

    /** Everything of the tenant that is due now, once. */
    Uni<Void> run(TenantKey tenant) {
        Instant now = clock.instant();
        return ripe(tenant, now)
                .chain(ripe -> ripe.isEmpty() ? Uni.createFrom().voidItem() : elected(tenant))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "timers.failed tenant=%s %s",
                            tenant, failure.getClass().getName());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> elected(TenantKey tenant) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_try_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("timers/" + tenant.value()))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? all(tenant)
                        : Uni.createFrom().voidItem()));
    }

    /** The same without asking whether another node does it: then the transactions alone decide. */
    Uni<Void> all(TenantKey tenant) {
        Instant now = clock.instant();
        return ripe(tenant, now)
                .onItem()
                .transformToMulti(ripe -> Multi.createFrom().iterable(ripe))
                .onItem()
                .transformToUniAndConcatenate(one -> one(tenant, one, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<List<Ripe>> ripe(TenantKey tenant, Instant now) {
        String sql = """
                select id, timed_out_at is null and coalesce(due_at <= $1, false) from "%s".task
                where timer_at <= $1 order by timer_at, id limit $2
                """.formatted(tenant.schema());
        return pool.preparedQuery(sql)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), SIZE))
                .map(rows -> {
                    List<Ripe> ripe = new ArrayList<>();
                    for (Row row : rows) {
                        ripe.add(new Ripe(row.getUUID(0), row.getBoolean(1)));
                    }
                    return ripe;
                });
    }

    private Uni<Void> one(TenantKey tenant, Ripe ripe, Instant now) {
        TaskAction act = ripe.over() ? TaskAction.TIME_OUT : TaskAction.AUTO_REMIND;
        return pipeline.run(handler, DecideTask.plain(ripe.task(), act, List.of()), Actor.system(tenant))
                .replaceWithVoid()
                .onFailure(TaskTimers::settled)
                .recoverWithNull()
                .onFailure()
                .recoverWithUni(failure -> postpone(tenant, ripe, act, now, failure));
    }

    private static boolean settled(Throwable failure) {
        return failure instanceof ProblemException problem && SETTLED.contains(problem.type());
    }

    /** A record whose seal is broken, a database that is away: it stays due, and others go first. */
    private Uni<Void> postpone(TenantKey tenant, Ripe ripe, TaskAction act, Instant now, Throwable failure) {
        LOG.warnf(
                "timers.not-done act=%s task=%s %s",
                act.key(),
                ripe.task(),
                failure instanceof ProblemException problem
                        ? problem.type().code()
                        : failure.getClass().getName());
        return pool.preparedQuery("update \"%s\".task set held_until = $2 where id = $1".formatted(tenant.schema()))
                .execute(Tuple.of(ripe.task(), now.plus(PAUSE).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
