package io.jianmi.workflow.automation;

import io.jianmi.core.outbox.Outbox;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.jianmi.workflow.instance.WorkflowTopic;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Lets automations go on whose time has come. That a visit is woken and the message that says so are one statement, and rows
 * that another node has in hand are passed over: each wakes once, on however many nodes.
 */
@Singleton
public final class WakingVisits {

    private static final Logger LOG = Logger.getLogger(WakingVisits.class);

    private static final int SOME = 500;

    private static final String WAKE = """
            with due as (
                select v.id, i.record from %1$s.wf_visit v join %1$s.wf_instance i on i.id = v.instance
                where v.wake_at <= $1 and v.status = 'OPEN' order by v.wake_at limit $2 for update of v skip locked),
            woken as (
                update %1$s.wf_visit v set wake_at = null from due where v.id = due.id returning v.id, due.record)
            insert into %1$s.outbox (topic, key, body)
            select $3, record, json_build_object('visit', id)::text from woken
            """;

    private final Tenants tenants;
    private final Pool pool;
    private final Outbox outbox;
    private final InstantSource clock;

    public WakingVisits(Tenants tenants, Pool pool, Outbox outbox, InstantSource clock) {
        this.tenants = tenants;
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return tenants.each(tenant -> wake(tenant).onFailure().recoverWithItem(failure -> {
            LOG.warnf(
                    "workflow.waking-failed tenant=%s %s",
                    tenant, failure.getClass().getName());
            return 0;
        }));
    }

    /** How many were woken. */
    public Uni<Integer> wake(TenantKey tenant) {
        return pool.preparedQuery(WAKE.formatted("\"" + tenant.schema() + "\""))
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), SOME, WorkflowTopic.AUTOMATE))
                .map(rows -> rows.rowCount())
                .invoke(woken -> {
                    if (woken > 0) {
                        outbox.committed(tenant);
                    }
                });
    }
}
