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
 * lock lives as long as the transaction, so a node that dies holds up nobody.
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
        return pool.withTransaction(connection -> elected(chore, tenant, connection)
                        .chain(elected -> elected
                                ? chore.run(tenant, connection)
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

    private static Uni<Boolean> elected(Chore chore, TenantKey tenant, SqlConnection connection) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("chore/" + chore.name() + "/" + tenant.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
