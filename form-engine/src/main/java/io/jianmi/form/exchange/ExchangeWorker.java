package io.jianmi.form.exchange;

import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Away;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.jianmi.core.thread.Waiting;
import io.jianmi.core.time.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Takes jobs that nobody works on and carries them out, two at a time, so that a long import does not hold up a short export and
 * memory stays bounded. Looks every two seconds, and at once when a job was made here.
 */
@Singleton
final class ExchangeWorker {

    private static final Logger LOG = Logger.getLogger(ExchangeWorker.class);
    private static final int AT_ONCE = 2;

    private final Tenants tenants;
    private final JobStore jobs;
    private final ImportRun imports;
    private final UndoRun undos;
    private final ExportRun exports;
    private final FileRun files;
    private final Ids ids;
    private final AtomicInteger running = new AtomicInteger();
    private final Set<JobStore.Leased> held = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "exchange");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    ExchangeWorker(
            Tenants tenants,
            JobStore jobs,
            ImportRun imports,
            UndoRun undos,
            ExportRun exports,
            FileRun files,
            Ids ids) {
        this.tenants = tenants;
        this.jobs = jobs;
        this.imports = imports;
        this.undos = undos;
        this.exports = exports;
        this.files = files;
        this.ids = ids;
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        tenants.keys().forEach(this::look);
    }

    /** A step may last longer than a lease does, such as the search for a thousand protected values. */
    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        held.forEach(leased -> Waiting.on(jobs.renew(leased)));
    }

    /** Looks at once; never blocks. */
    void wake(TenantKey tenant) {
        if (running.get() < AT_ONCE) {
            threads.execute(() -> look(tenant));
        }
    }

    private void look(TenantKey tenant) {
        while (running.incrementAndGet() <= AT_ONCE) {
            Optional<JobStore.Leased> claimed;
            try {
                claimed = Waiting.on(jobs.claim(tenant, ids.next()));
            } catch (RuntimeException failure) {
                // The database is away; the next look is in two seconds.
                LOG.warnf(
                        "exchange.look-failed tenant=%s %s",
                        tenant.value(), failure.getClass().getName());
                break;
            }
            if (claimed.isEmpty()) {
                break;
            }
            threads.execute(() -> work(claimed.get()));
        }
        running.decrementAndGet();
    }

    private void work(JobStore.Leased leased) {
        held.add(leased);
        try {
            carryOn(leased);
        } catch (ProblemException refused) {
            ended(leased, ImportRun.ending(refused));
        } catch (RuntimeException failure) {
            broken(leased, failure);
        } finally {
            held.remove(leased);
            running.decrementAndGet();
        }
    }

    /** The work is not to blame when its server is being stopped or the database goes away: it goes on where it stood. */
    private void broken(JobStore.Leased leased, RuntimeException failure) {
        if (stopping || Away.says(failure)) {
            settled(leased, jobs.release(leased));
            return;
        }
        LOG.errorf(
                "exchange.failed job=%s tenant=%s %s",
                leased.job().id(), leased.job().tenant(), failure.getClass().getName());
        ended(leased, Optional.of("internal"));
    }

    private void carryOn(JobStore.Leased leased) {
        if (leased.job().cancelled()) {
            ended(leased, Optional.empty());
        } else if (leased.job().kind() == Job.Kind.EXPORT) {
            exports.run(leased);
        } else if (leased.job().kind() == Job.Kind.PACKAGE) {
            files.run(leased);
        } else if (leased.job().status() == Job.Status.UNDOING) {
            undos.run(leased);
        } else {
            imports.run(leased);
        }
    }

    /** Nothing said: the job was cancelled, or another node has taken it over, to which it is left. */
    private void ended(JobStore.Leased leased, Optional<String> problem) {
        settled(
                leased,
                problem.isPresent()
                        ? jobs.end(leased, Job.Status.FAILED, problem, Optional.empty())
                        : jobs.letGo(leased));
    }

    private static void settled(JobStore.Leased leased, Uni<Void> ending) {
        Waiting.on(ending.onFailure()
                .invoke(failure -> LOG.warnf(
                        "exchange.unended job=%s %s",
                        leased.job().id(), failure.getClass().getName()))
                .onFailure()
                .recoverWithNull());
    }

    /** What is under way is taken up again by any node when its lease is over. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        threads.shutdownNow();
    }
}
