package io.jianmi.core.outbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.agroal.api.AgroalDataSource;
import io.jianmi.core.startup.StartupTask;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Feeds committed messages to their handlers. Woken by commits of this node; what other nodes committed, or what was
 * left by a crash, is found by a slow poll. Any number of relays may run on any number of nodes.
 */
@Singleton
public final class Relay implements StartupTask {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long POLL_MILLIS = 400;
    private static final int WORKERS = 2;
    private static final long LONG_BATCH_MILLIS = 200;
    private static final int MANY = 4;
    private static final long GATHER_MILLIS = 5;
    private static final Duration FOLLOW_UP_PATIENCE = Duration.ofSeconds(30);

    private final Tenants tenants;
    private final RelayBatch batch;
    private final FollowUpRunner followUps;
    private final OutboxDrain drain;
    private final Map<TenantKey, Turn> turns = new ConcurrentHashMap<>();
    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean running = new AtomicBoolean();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, task -> {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    });

    public Relay(
            Tenants tenants,
            AgroalDataSource dataSource,
            Pool pool,
            @All List<OutboxHandler> handlers,
            @All List<FollowUp> followUps,
            @All List<BatchScope> scopes,
            OutboxDrain drain) {
        this.tenants = tenants;
        this.batch = new RelayBatch(
                dataSource,
                handlers.stream().collect(toUnmodifiableMap(OutboxHandler::topic, identity())),
                scopes,
                drain);
        this.followUps =
                new FollowUpRunner(pool, followUps.stream().collect(toUnmodifiableMap(FollowUp::topic, identity())));
        this.drain = drain;
    }

    @Override
    public String title() {
        return "taking up unfinished work";
    }

    /** After the tenants stand, before anything is installed that leaves follow-ups. */
    @Override
    public int order() {
        return 20;
    }

    @Override
    public void run(Consumer<String> progress) {
        if (running.compareAndSet(false, true)) {
            for (int i = 0; i < WORKERS; i++) {
                workers.execute(this::loop);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running.set(false);
        work.release(WORKERS);
        workers.shutdown();
        workers.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** One worker for one commit; the second is woken by what is committed while the first is busy. */
    void wake(@Observes OutboxCommitted event) {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void loop() {
        while (running.get()) {
            try {
                boolean busy = false;
                for (TenantKey tenant : tenants.keys()) {
                    busy |= relay(tenant);
                }
                if (!busy) {
                    work.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.errorf("relay.failed %s", Postponement.reason(e));
                pause();
            }
        }
    }

    private boolean relay(TenantKey tenant) throws InterruptedException {
        boolean busy = inTurn(tenant);
        Set<UUID> followed = followUps.run(tenant).await().atMost(FOLLOW_UP_PATIENCE);
        drain.handled(tenant, followed);
        return busy || !followed.isEmpty();
    }

    /**
     * One worker at a time, who waits a moment where much comes: what comes meanwhile makes the next batch larger, and a batch costs
     * both sides little more than a message. A batch that takes long may hang; then the next one no longer waits for it.
     */
    private boolean inTurn(TenantKey tenant) throws InterruptedException {
        Turn turn = turns.computeIfAbsent(tenant, first -> new Turn());
        boolean alone = turn.free.tryAcquire(LONG_BATCH_MILLIS, TimeUnit.MILLISECONDS);
        try {
            if (turn.messages >= MANY) {
                TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
            }
            turn.messages = batch.run(tenant);
            return turn.messages > 0;
        } finally {
            if (alone) {
                turn.free.release();
            }
        }
    }

    /** Of a tenant: whether somebody is at it, and how many messages the last batch had. */
    private static final class Turn {
        private final Semaphore free = new Semaphore(1);
        private volatile int messages;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
