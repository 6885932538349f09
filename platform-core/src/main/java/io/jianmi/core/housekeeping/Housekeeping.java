package io.jianmi.core.housekeeping;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Runs every chore for every tenant four times an hour. Of several nodes the one that gets the chore's lock does it; the
 * lock lives as long as the connection, so a node that dies holds up nobody. It is taken before the transaction: what has asked something
 * inside one keeps its view of the data, and an index that a chore has built beside the writers would wait for the chore itself.
 */
@Singleton
public final class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    /** Transactions of one chore and tenant in a row; the rest waits for the next time. */
    private static final int MOST_ROUNDS = 200;

    private final Tenants tenants;
    private final Pool pool;
    private final List<Chore> chores;

    public Housekeeping(Tenants tenants, Pool pool, @All List<Chore> chores) {
        this.tenants = tenants;
        this.pool = pool;
        this.chores = List.copyOf(chores);
    }

    @Scheduled(every = "15m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return tenants.each(this::run);
    }

    private Uni<Void> run(TenantKey tenant) {
        return Multi.createFrom()
                .iterable(chores)
                .onItem()
                .transformToUniAndConcatenate(chore -> rounds(chore, tenant, MOST_ROUNDS))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> rounds(Chore chore, TenantKey tenant, int left) {
        return pool.withConnection(connection -> elected(chore, tenant, connection)
                        .chain(elected -> elected
                                ? once(chore, tenant, connection).eventually(() -> released(chore, tenant, connection))
                                : Uni.createFrom().item(false)))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "housekeeping.failed chore=%s tenant=%s %s",
                            chore.name(), tenant, failure.getClass().getName());
                    return false;
                })
                .chain(more -> more && left > 1
                        ? rounds(chore, tenant, left - 1)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Boolean> once(Chore chore, TenantKey tenant, SqlConnection connection) {
        return connection
                .begin()
                .chain(transaction -> chore.run(tenant, connection)
                        .onFailure()
                        .call(transaction::rollback)
                        .call(transaction::commit));
    }

    private static Uni<Boolean> elected(Chore chore, TenantKey tenant, SqlConnection connection) {
        return connection
                .preparedQuery("select pg_try_advisory_lock(hashtextextended($1, 0))")
                .execute(lock(chore, tenant))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Uni<Void> released(Chore chore, TenantKey tenant, SqlConnection connection) {
        return connection
                .preparedQuery("select pg_advisory_unlock(hashtextextended($1, 0))")
                .execute(lock(chore, tenant))
                .replaceWithVoid();
    }

    private static Tuple lock(Chore chore, TenantKey tenant) {
        return Tuple.of("chore/" + chore.name() + "/" + tenant.value());
    }
}
