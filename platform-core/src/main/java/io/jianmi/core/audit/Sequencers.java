package io.jianmi.core.audit;

import io.jianmi.core.crypto.TreeHeadSigner;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs the sequencers of the tenants for which this node is elected, on one thread. Entries of this node are numbered
 * within a quarter of a second, at once when somebody waits for them; those of other nodes within a second.
 */
@Singleton
public final class Sequencers {

    private static final Logger LOG = Logger.getLogger(Sequencers.class);
    private static final long TICK_MILLIS = 250;

    /** How soon a waiter learns of a tree head that another node signed. */
    private static final long WAITER_TICK_MILLIS = 50;

    private static final Duration FOREIGN_POLL = Duration.ofSeconds(1);

    /** Tree heads are signed at least every second while the log grows; the tick comes on top. */
    private static final Duration SIGN_AFTER = Duration.ofMillis(700);

    private static final Duration SEAL_PATIENCE = Duration.ofSeconds(10);
    private static final Duration HALT_PAUSE = Duration.ofSeconds(30);
    private static final Duration QUERY_PATIENCE = Duration.ofSeconds(5);

    private final Tenants tenants;
    private final Pool pool;
    private final TreeHeadSigner signer;
    private final AnchorSink anchor;
    private final InstantSource clock;
    private final Election election;
    private final SealWaiters waiters = new SealWaiters();
    private final Map<TenantKey, Sequencer> open = new HashMap<>();
    private final Map<TenantKey, Long> nextLook = new HashMap<>();
    private final Set<TenantKey> grown = ConcurrentHashMap.newKeySet();
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running;

    public Sequencers(Tenants tenants, Pool pool, TreeHeadSigner signer, AnchorSink anchor, InstantSource clock) {
        this.tenants = tenants;
        this.pool = pool;
        this.signer = signer;
        this.anchor = anchor;
        this.clock = clock;
        this.election = new Election(pool);
        this.thread = new Thread(this::loop, "audit-sequencer");
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void start() {
        running = true;
        thread.start();
    }

    void stop() throws InterruptedException {
        running = false;
        work.release();
        thread.join(QUERY_PATIENCE.toMillis());
        election.close();
    }

    /** Says that this node committed entries; they are looked for at the next tick, many at a time. */
    void grown(TenantKey tenant) {
        grown.add(tenant);
    }

    /** Answers on the caller's event loop: what he does then must not hold up the sequencer. */
    Uni<AuditReceipt> sealed(TenantKey tenant, UUID entry) {
        return Uni.createFrom().deferred(() -> await(tenant, entry).emitOn(caller()));
    }

    private Uni<AuditReceipt> await(TenantKey tenant, UUID entry) {
        return waiters.waitFor(tenant, entry)
                .onSubscription()
                .invoke(() -> {
                    grown.add(tenant);
                    work.release();
                })
                .ifNoItem()
                .after(SEAL_PATIENCE)
                .failWith(() -> ProblemException.of(AuditProblem.NOT_SEALED));
    }

    private static Executor caller() {
        Context context = Vertx.currentContext();
        return context == null
                ? Infrastructure.getDefaultWorkerPool()
                : task -> context.runOnContext(ignored -> task.run());
    }

    private void loop() {
        while (running) {
            boolean busy = false;
            if (!election.alive()) {
                open.clear();
            }
            for (TenantKey tenant : tenants.keys()) {
                busy |= running && step(tenant);
            }
            if (!busy) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            boolean awaited = waiters.tenants().stream()
                    .anyMatch(tenant -> !waiters.entries(tenant).isEmpty());
            if (work.tryAcquire(awaited ? WAITER_TICK_MILLIS : TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Does what there is to do for a tenant; true when there may be more at once. */
    private boolean step(TenantKey tenant) {
        Set<UUID> awaited = waiters.entries(tenant);
        long now = clock.millis();
        boolean due = grown.remove(tenant) || !awaited.isEmpty() || now >= nextLook.getOrDefault(tenant, 0L);
        if (!due) {
            return false;
        }
        nextLook.put(tenant, now + FOREIGN_POLL.toMillis());
        try {
            int numbered = election.holds(tenant) ? sequence(tenant) : 0;
            Set<UUID> left = waiters.entries(tenant);
            if (!left.isEmpty()) {
                waiters.settle(
                        tenant,
                        new AuditStore(pool, tenant).receipts(left).await().atMost(QUERY_PATIENCE));
            }
            return numbered == Sequencer.BATCH;
        } catch (LogForkedException forked) {
            LOG.errorf("audit.halted tenant=%s %s", tenant, forked.getMessage());
            nextLook.put(tenant, now + HALT_PAUSE.toMillis());
            open.remove(tenant);
            waiters.fail(tenant, ProblemException.of(AuditProblem.HALTED));
            return false;
        } catch (RuntimeException failure) {
            LOG.errorf(
                    "audit.sequencer-failed tenant=%s %s",
                    tenant, failure.getClass().getName());
            open.remove(tenant);
            return false;
        }
    }

    private int sequence(TenantKey tenant) {
        Sequencer sequencer = open.computeIfAbsent(
                tenant, key -> Sequencer.open(key, new AuditStore(pool, key), signer, anchor, clock));
        int numbered = sequencer.number();
        boolean awaited = !waiters.entries(tenant).isEmpty();
        if (sequencer.grew() && (awaited || sequencer.sinceSigned().compareTo(SIGN_AFTER) >= 0)) {
            List<AuditReceipt> receipts = sequencer.sign();
            waiters.settle(tenant, receipts);
        }
        if (sequencer.grew()) {
            grown.add(tenant);
        }
        return numbered;
    }
}
