package io.jianmi.core.crypto;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.google.crypto.tink.Aead;
import io.jianmi.core.crypto.PersonKeys.KeyName;
import io.jianmi.core.crypto.SubjectKeyStore.WrappedKeys;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.CallerContext;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Data keys of persons: fetched together, unwrapped, held briefly as primitives. Requests that miss the same key wait
 * for one fetch.
 */
final class SubjectKeys implements DataKeys, KeyDestruction {

    private final TenantKeysets keysets;
    private final SubjectKeyStore store;
    private final Ids ids;
    private final KeyLimits limits;
    private final UnwrapBudget budget;
    private final AsyncCache<KeyName, DataKey> cache;
    private final Map<TenantKey, SubjectStock> stocks = new ConcurrentHashMap<>();

    SubjectKeys(TenantKeysets keysets, SubjectKeyStore store, Ids ids, InstantSource clock, KeyLimits limits) {
        this.keysets = keysets;
        this.store = store;
        this.ids = ids;
        this.limits = limits;
        this.budget = new UnwrapBudget(clock, limits.unwrapsPerMinute());
        this.cache = Caffeine.newBuilder()
                .maximumSize(limits.cacheEntries())
                .expireAfter(Expiry.<KeyName, DataKey>creating((name, key) -> limits.cacheTime(name.keyClass())))
                .executor(Runnable::run)
                .buildAsync();
    }

    @Override
    public Uni<UUID> newSubject(TenantKey tenant) {
        return keysets.load(tenant).chain(keyset -> stock(keyset).take()).map(person -> {
            person.keys()
                    .forEach((keyClass, key) -> cache.put(
                            new KeyName(tenant, person.subject(), keyClass), CompletableFuture.completedFuture(key)));
            return person.subject();
        });
    }

    @Override
    public Uni<KeyRing> ring(TenantKey tenant, Set<UUID> subjects, Set<KeyClass> classes) {
        Map<UUID, Map<KeyClass, DataKey>> found = new HashMap<>(subjects.size() * 2);
        Set<KeyName> missing = new HashSet<>();
        for (UUID subject : subjects) {
            for (KeyClass keyClass : classes) {
                KeyName name = new KeyName(tenant, subject, keyClass);
                CompletableFuture<DataKey> held = cache.getIfPresent(name);
                if (held != null && held.isDone() && !held.isCompletedExceptionally()) {
                    hold(found, name, held.join());
                } else {
                    missing.add(name);
                }
            }
        }
        if (missing.isEmpty()) {
            return Uni.createFrom().item(new PersonKeys(tenant, found));
        }
        return keysets.load(tenant).chain(keyset -> fetch(keyset, missing)).map(fetched -> {
            fetched.forEach((name, key) -> hold(found, name, key));
            return new PersonKeys(tenant, found);
        });
    }

    private static void hold(Map<UUID, Map<KeyClass, DataKey>> ring, KeyName name, DataKey key) {
        ring.computeIfAbsent(name.subject(), subject -> new EnumMap<>(KeyClass.class))
                .put(name.keyClass(), key);
    }

    @Override
    public Uni<Integer> destroy(TenantKey tenant, UUID subject) {
        return store.delete(tenant, subject).invoke(() -> forget(tenant, subject));
    }

    @Override
    public void forget(TenantKey tenant, UUID subject) {
        cache.synchronous()
                .invalidateAll(Arrays.stream(KeyClass.values())
                        .map(keyClass -> new KeyName(tenant, subject, keyClass))
                        .toList());
    }

    /** Drops every key of a person from memory; what is still there is read again. */
    void forgetAll() {
        cache.synchronous().invalidateAll();
    }

    private SubjectStock stock(TenantKeyset keyset) {
        return stocks.computeIfAbsent(keyset.tenant(), tenant -> new SubjectStock(keyset, store, ids, limits.stock()));
    }

    private Uni<Map<KeyName, DataKey>> fetch(TenantKeyset keyset, Set<KeyName> names) {
        return CallerContext.resume(() -> cache.getAll(names, (absent, executor) -> load(keyset, Set.copyOf(absent))))
                .onFailure(CompletionException.class)
                .transform(failure -> failure.getCause() == null ? failure : failure.getCause());
    }

    private CompletableFuture<Map<KeyName, DataKey>> load(TenantKeyset keyset, Set<KeyName> names) {
        Set<UUID> subjects = new HashSet<>();
        Set<KeyClass> classes = new HashSet<>();
        for (KeyName name : names) {
            subjects.add(name.subject());
            classes.add(name.keyClass());
        }
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> budget.spend(names.size()))
                .chain(() -> store.find(keyset.tenant(), subjects, classes))
                .map(rows -> unwrap(keyset, rows, names))
                .subscribeAsCompletionStage();
    }

    private static Map<KeyName, DataKey> unwrap(TenantKeyset keyset, List<WrappedKeys> rows, Set<KeyName> asked) {
        Map<KeyName, DataKey> keys = new HashMap<>(asked.size() * 2);
        for (WrappedKeys row : rows) {
            row.byClass().forEach((keyClass, wrapped) -> {
                KeyName name = new KeyName(keyset.tenant(), row.subject(), keyClass);
                if (asked.contains(name)) {
                    Aead key = unwrap(keyset, wrapped, name, row.version());
                    keys.put(name, new DataKey(row.version(), key, keys.get(name)));
                }
            });
        }
        return keys;
    }

    /** A wrapped key that was exchanged is no erased one: its cells fail their integrity check, others are served. */
    private static Aead unwrap(TenantKeyset keyset, byte[] wrapped, KeyName name, int version) {
        try {
            byte[] key = keyset.unwrap(wrapped, name.subject(), name.keyClass(), version);
            Aead primitive = Keys.data(key);
            Frame.wipe(key);
            return primitive;
        } catch (GeneralSecurityException e) {
            return BrokenKey.INSTANCE;
        }
    }

    /** Stands for a wrapped key that does not unwrap. */
    private enum BrokenKey implements Aead {
        INSTANCE;

        @Override
        public byte[] encrypt(byte[] clear, byte[] associatedData) throws GeneralSecurityException {
            throw new GeneralSecurityException("broken key");
        }

        @Override
        public byte[] decrypt(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
            throw new GeneralSecurityException("broken key");
        }
    }
}
