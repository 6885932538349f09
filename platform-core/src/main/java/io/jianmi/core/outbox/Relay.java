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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private static final Duration FOLLOW_UP_PATIENCE = Duration.ofSeconds(30);

    private final Tenants tenants;
    private final RelayBatch batch;
    private final FollowUpRunner followUps;
    private final OutboxDrain drain;
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
                dataSource, handlers.stream().collect(toUnmodifiableMap(OutboxHandler::topic, identity())), scopes);
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

    private boolean relay(TenantKey tenant) {
        Set<UUID> keys = new HashSet<>(batch.run(tenant));
        keys.addAll(followUps.run(tenant).await().atMost(FOLLOW_UP_PATIENCE));
        drain.handled(tenant, keys);
        return !keys.isEmpty();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
