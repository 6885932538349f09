package io.jianmi.form.design;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Away;
import io.jianmi.core.store.StoreProblem;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.jianmi.core.thread.Waiting;
import io.jianmi.core.time.Ids;
import io.jianmi.form.design.ConversionStore.Held;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries conversions on, one at a time on each node: at once when one is asked for here, else within two seconds, also where a node went
 * away in the middle of it.
 */
@Singleton
final class ConversionWorker {

    private static final Logger LOG = Logger.getLogger(ConversionWorker.class);

    private final Tenants tenants;
    private final ConversionStore store;
    private final ConversionWork work;
    private final Ids ids;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "conversion");
        worker.setDaemon(true);
        return worker;
    });
    private final AtomicReference<@Nullable Held> holding = new AtomicReference<>();
    private volatile boolean stopping;

    ConversionWorker(Tenants tenants, ConversionStore store, ConversionWork work, Ids ids) {
        this.tenants = tenants;
        this.store = store;
        this.work = work;
        this.ids = ids;
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (holding.get() == null) {
            tenants.keys().forEach(this::wake);
        }
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        Held held = holding.get();
        if (held != null) {
            Waiting.on(() -> store.renew(held));
        }
    }

    /** Looks at once; never blocks. */
    void wake(TenantKey tenant) {
        if (!stopping) {
            thread.execute(() -> look(tenant));
        }
    }

    private void look(TenantKey tenant) {
        try {
            Waiting.on(() -> store.claim(tenant, ids.next())).ifPresent(this::carryOn);
        } catch (RuntimeException failure) {
            // The database is away; the next look is in two seconds.
            LOG.warnf(
                    "conversion.look-failed tenant=%s %s",
                    tenant.value(), failure.getClass().getName());
        }
    }

    private void carryOn(Held claimed) {
        Held held = claimed.with(claimed.job().takenUp());
        holding.set(claimed);
        try {
            ConversionWork.Forms forms = Waiting.on(() -> work.forms(claimed.job()));
            while (!held.job().phase().over() && !stopping) {
                Held now = held;
                held = Waiting.on(() -> work.step(now, forms));
            }
            release(held);
        } catch (ProblemException refused) {
            refused(held, refused);
        } catch (RuntimeException failure) {
            if (Away.says(failure)) {
                // It goes on where it stood, once the lease is over.
                throw failure;
            }
            LOG.errorf(
                    "conversion.failed form=%s tenant=%s %s",
                    held.job().form(), held.job().tenant(), failure.getClass().getName());
            refused(held, ProblemException.of(CommonProblem.INTERNAL));
        } finally {
            holding.set(null);
        }
    }

    /** Before the version counts, all of it is taken back; after, and while it is being taken back, it is tried again. */
    private void refused(Held held, ProblemException refused) {
        if (refused.type() == StoreProblem.LOST_RACE) {
            // Another node has it, or it was cancelled and is still to be taken back here.
            Waiting.on(() -> store.cancelled(held)).ifPresent(this::carryOn);
            return;
        }
        ConversionJob.Phase phase = held.job().phase();
        if (phase.counts() || phase == ConversionJob.Phase.CANCELLING || stopping) {
            release(held);
            return;
        }
        String problem = ConversionProblems.write(refused);
        Waiting.on(() -> work.forms(held.job())
                .chain(forms -> work.discard(held.job(), forms))
                .chain(() -> store.fail(held, problem)));
    }

    private void release(Held held) {
        Waiting.on(() -> store.release(held));
    }

    /** What is under way is taken up again when its lease is over. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.shutdownNow();
    }
}
