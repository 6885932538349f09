package io.jianmi.core.crypto;

import com.google.crypto.tink.subtle.Random;
import io.jianmi.core.crypto.SubjectKeyStore.WrappedKeys;
import io.jianmi.core.thread.CallerContext;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Persons of one tenant whose keys are already committed in the key database, so that creating a record costs no round
 * trip there. Refilled in the background at half; batches begin small and double up to the limit, since a tenant that
 * creates one record a day needs few.
 */
final class SubjectStock {

    private static final int FIRST_BATCH = 16;
    private static final int FIRST_VERSION = 1;

    private final TenantKeyset keyset;
    private final SubjectKeyStore store;
    private final Ids ids;
    private final int limit;
    private final ConcurrentLinkedQueue<Person> persons = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger();
    private CompletableFuture<Void> refill = CompletableFuture.completedFuture(null);
    private volatile int batch = FIRST_BATCH;

    /** A new person with a ready key of every class. */
    record Person(UUID subject, Map<KeyClass, DataKey> keys) {}

    private record Made(List<Person> persons, List<WrappedKeys> wrapped) {}

    SubjectStock(TenantKeyset keyset, SubjectKeyStore store, Ids ids, int limit) {
        this.keyset = keyset;
        this.store = store;
        this.ids = ids;
        this.limit = limit;
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // a refill made ahead; who finds no person waits for it and sees its failure
    Uni<Person> take() {
        Person person = persons.poll();
        if (person == null) {
            return CallerContext.resume(this::refill).chain(this::take);
        }
        if (left.decrementAndGet() < batch / 2) {
            refill();
        }
        return Uni.createFrom().item(person);
    }

    /** Starts a refill, or joins the one under way. */
    private synchronized CompletableFuture<Void> refill() {
        if (!refill.isDone()) {
            return refill;
        }
        CompletableFuture<Void> mine = new CompletableFuture<>();
        refill = mine;
        Uni.createFrom()
                .item(() -> make(batch))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .call(made -> store.insert(keyset.tenant(), made.wrapped()))
                .subscribe()
                .with(made -> stock(made, mine), mine::completeExceptionally);
        return mine;
    }

    private void stock(Made made, CompletableFuture<Void> done) {
        persons.addAll(made.persons());
        left.addAndGet(made.persons().size());
        batch = Math.min(limit, batch * 2);
        done.complete(null);
    }

    private Made make(int count) {
        List<Person> made = new ArrayList<>(count);
        List<WrappedKeys> wrapped = new ArrayList<>(count);
        try {
            for (int i = 0; i < count; i++) {
                UUID subject = ids.next();
                Map<KeyClass, DataKey> keys = new EnumMap<>(KeyClass.class);
                Map<KeyClass, byte[]> bytes = new EnumMap<>(KeyClass.class);
                for (KeyClass keyClass : KeyClass.values()) {
                    byte[] key = Random.randBytes(Keys.BYTES);
                    keys.put(keyClass, new DataKey(FIRST_VERSION, Keys.data(key), null));
                    bytes.put(keyClass, keyset.wrap(key, subject, keyClass, FIRST_VERSION));
                    Frame.wipe(key);
                }
                made.add(new Person(subject, keys));
                wrapped.add(new WrappedKeys(subject, FIRST_VERSION, bytes));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is missing", e);
        }
        return new Made(made, wrapped);
    }
}
