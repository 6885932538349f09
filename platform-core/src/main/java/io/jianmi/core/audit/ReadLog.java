package io.jianmi.core.audit;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.tenant.TenantKey;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Entries about reading. What shows personal values ({@code S2}) may be noted in groups shortly after the answer; what
 * opens sensitive ones must stand under a signed tree head before it.
 */
@Singleton
public final class ReadLog {

    private static final Logger LOG = Logger.getLogger(ReadLog.class);
    private static final long FLUSH_MILLIS = 150;
    private static final int GROUP = 500;

    /** Notes held while the database does not take them; beyond it reading stops. */
    private static final int CAPACITY = 20_000;

    private static final Duration FLUSH_PATIENCE = Duration.ofSeconds(10);

    private final AuditLog log;
    private final EntryWriter writer;
    private final TenantWriter store;
    private final Map<TenantKey, Queue<EntryWriter.Noted>> notes = new ConcurrentHashMap<>();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "audit-reads");
        thread.setDaemon(true);
        return thread;
    });

    public ReadLog(AuditLog log, EntryWriter writer, TenantWriter store) {
        this.log = log;
        this.writer = writer;
        this.store = store;
    }

    /**
     * Notes a read; it is stored within 200 ms. Never blocks.
     *
     * @throws ProblemException {@link AuditProblem#OVERLOADED} when the database has not taken notes for long: then
     *     nothing may be read either
     */
    public void note(Actor actor, AuditDraft draft) {
        int now = held.incrementAndGet();
        if (now > CAPACITY) {
            held.decrementAndGet();
            throw ProblemException.of(AuditProblem.OVERLOADED);
        }
        notes.computeIfAbsent(actor.tenant(), tenant -> new ConcurrentLinkedQueue<>())
                .add(writer.note(actor, draft));
        scheduleFlush();
    }

    /** Notes that a read was refused for want of a right; other failures of a read are nobody's attempt and leave nothing. */
    public void refused(Actor actor, AuditDraft draft, ProblemException problem) {
        if (problem.denies()) {
            note(actor, draft.with(Map.of("problem", problem.type().code())).denied());
        }
    }

    /** A read, the refusal of which is {@linkplain #refused noted}. */
    public <T> Uni<T> noting(Actor actor, AuditDraft draft, Uni<T> read) {
        return read.onFailure(ProblemException.class).invoke(problem -> refused(actor, draft, problem));
    }

    /** Completes when the entries are stored; where reading must not run ahead of its trace. */
    public Uni<Void> stored(Actor actor, List<AuditDraft> drafts) {
        return drafts.isEmpty()
                ? Uni.createFrom().voidItem()
                : insert(
                        actor.tenant(),
                        drafts.stream().map(draft -> writer.note(actor, draft)).toList());
    }

    /** Completes when the entry is under a signed tree head; only then may the value leave. */
    public Uni<AuditReceipt> before(Actor actor, AuditDraft draft) {
        EntryWriter.Noted noted = writer.note(actor, draft);
        return insert(actor.tenant(), List.of(noted)).chain(() -> log.sealed(actor.tenant(), noted.id()));
    }

    /** As {@link #before(Actor, AuditDraft)}, of several reads that leave in one answer. */
    public Uni<Void> before(Actor actor, List<AuditDraft> drafts) {
        List<EntryWriter.Noted> noted =
                drafts.stream().map(draft -> writer.note(actor, draft)).toList();
        return insert(actor.tenant(), noted)
                .chain(() -> Uni.join()
                        .all(noted.stream()
                                .map(one -> log.sealed(actor.tenant(), one.id()))
                                .toList())
                        .andFailFast())
                .replaceWithVoid();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        flusher.execute(this::flush);
        flusher.shutdown();
        if (!flusher.awaitTermination(FLUSH_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.errorf("audit.reads-lost %d", held.get());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush reports its own failures
    private void scheduleFlush() {
        if (scheduled.compareAndSet(false, true)) {
            flusher.schedule(this::flush, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void flush() {
        scheduled.set(false);
        notes.forEach((tenant, queue) -> {
            List<EntryWriter.Noted> group = poll(queue);
            while (!group.isEmpty()) {
                try {
                    insert(tenant, group).await().atMost(FLUSH_PATIENCE);
                    held.addAndGet(-group.size());
                    group = poll(queue);
                } catch (RuntimeException failure) {
                    LOG.errorf(
                            "audit.reads-delayed tenant=%s %s",
                            tenant, failure.getClass().getName());
                    queue.addAll(group);
                    group = List.of();
                }
            }
        });
        if (held.get() > 0 && !flusher.isShutdown()) {
            scheduleFlush();
        }
    }

    private Uni<Void> insert(TenantKey tenant, List<EntryWriter.Noted> group) {
        return writer.write(tenant, group)
                .chain(entries -> store.commit(List.of(log.insert(tenant, entries))))
                .invoke(() -> log.committed(tenant));
    }

    private static List<EntryWriter.Noted> poll(Queue<EntryWriter.Noted> queue) {
        List<EntryWriter.Noted> group = new ArrayList<>();
        EntryWriter.Noted next = queue.poll();
        while (next != null) {
            group.add(next);
            next = group.size() < GROUP ? queue.poll() : null;
        }
        return group;
    }
}
