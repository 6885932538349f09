package io.jianmi.form.erasure;

import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Carries erasures out, each step after the one before and none without it; what a node that died has left open the next one goes on with.
 * Of several nodes one does it: whoever gets the lock, which lives as long as the connection.
 */
@Singleton
final class ErasureJob {

    private static final Logger LOG = Logger.getLogger(ErasureJob.class);

    private final Tenants tenants;
    private final ErasureStore store;
    private final Steps steps;
    private final CommandPipeline pipeline;
    private final CloseErasure.Handler closing;
    private final TenantWriter writer;
    private final Pool pool;
    private final InstantSource clock;

    ErasureJob(
            Tenants tenants,
            ErasureStore store,
            Steps steps,
            CommandPipeline pipeline,
            CloseErasure.Handler closing,
            TenantWriter writer,
            Pool pool,
            InstantSource clock) {
        this.tenants = tenants;
        this.store = store;
        this.steps = steps;
        this.pipeline = pipeline;
        this.closing = closing;
        this.writer = writer;
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "3s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return tenants.each(this::run);
    }

    private Uni<Void> run(TenantKey tenant) {
        return store.open(tenant)
                .chain(open ->
                        open.stream().allMatch(erasure -> erasure.status().equals("restricted"))
                                ? Uni.createFrom().voidItem()
                                : alone(tenant))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "erasure.failed tenant=%s %s",
                            tenant, failure.getClass().getName());
                    return null;
                });
    }

    private Uni<Void> alone(TenantKey tenant) {
        return pool.withConnection(connection -> lock(connection, "pg_try_advisory_lock", tenant)
                .chain(mine -> mine
                        ? each(tenant).eventually(() -> lock(connection, "pg_advisory_unlock", tenant))
                        : Uni.createFrom().voidItem()));
    }

    /** Read under the lock. One that fails waits for the next time, the others go on. */
    private Uni<Void> each(TenantKey tenant) {
        return store.open(tenant)
                .chain((List<Erasure> open) -> Multi.createFrom()
                        .iterable(open.stream()
                                .filter(erasure -> !erasure.status().equals("restricted"))
                                .toList())
                        .onItem()
                        .transformToUniAndConcatenate(erasure -> further(tenant, erasure)
                                .onFailure()
                                .invoke(failure -> LOG.warnf(
                                        "erasure.failed tenant=%s erasure=%s %s",
                                        tenant, erasure.id(), failure.getClass().getName()))
                                .onFailure()
                                .recoverWithNull()
                                .replaceWith(erasure))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    /** Goes on until it is closed or has to wait. */
    Uni<Void> further(TenantKey tenant, Erasure erasure) {
        Optional<Step> next = Arrays.stream(Step.values())
                .filter(step -> erasure.done(step).isEmpty())
                .findFirst();
        if (next.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (next.get() == Step.CLOSED) {
            return pipeline.run(closing, new CloseErasure(erasure), Actor.system(tenant))
                    .replaceWithVoid();
        }
        return once(tenant, erasure, next.get())
                .chain(done -> done
                        ? store.find(tenant, erasure.id()).chain(found -> further(tenant, found.orElseThrow()))
                        : Uni.createFrom().voidItem());
    }

    /** Does the step, then says so: whoever dies in between does it again. */
    Uni<Boolean> once(TenantKey tenant, Erasure erasure, Step step) {
        return steps.run(tenant, erasure, step)
                .chain((Optional<Map<String, Integer>> counts) -> counts.isEmpty()
                        ? Uni.createFrom().item(false)
                        : writer.commit(List.of(ErasureStore.step(
                                        tenant, erasure.id(), step, clock.instant(), Json.write(counts.get()))))
                                .replaceWith(true));
    }

    private static Uni<Boolean> lock(SqlConnection connection, String function, TenantKey tenant) {
        return connection
                .preparedQuery("select %s(hashtextextended($1, 0))".formatted(function))
                .execute(Tuple.of("erasure/" + tenant.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
