package io.jianmi.core.crypto;

import com.google.crypto.tink.subtle.Random;
import io.jianmi.core.crypto.KeysetStore.Wrapped;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.TenantPreparation;
import io.jianmi.core.thread.CallerContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The unwrapped keys of the tenants this node serves: made on first use, loaded once, held until the node stops. A
 * failed load is not remembered, so an outage of the key service ends without a restart.
 */
final class TenantKeysets implements TenantPreparation {

    private static final Logger LOG = Logger.getLogger(TenantKeysets.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int FIRST_VERSION = 1;

    private final Kms kms;
    private final KeysetStore store;
    private final Map<TenantKey, CompletableFuture<TenantKeyset>> keysets = new ConcurrentHashMap<>();

    TenantKeysets(Kms kms, KeysetStore store) {
        this.kms = kms;
        this.store = store;
    }

    @Override
    public void prepare(TenantKey tenant) {
        load(tenant).await().atMost(TIMEOUT.plusSeconds(1));
    }

    /** Fails with {@link CryptoProblem#KMS_UNAVAILABLE}. */
    Uni<TenantKeyset> load(TenantKey tenant) {
        CompletableFuture<TenantKeyset> known = keysets.get(tenant);
        if (known != null && known.isDone() && !known.isCompletedExceptionally()) {
            return Uni.createFrom().item(known.getNow(null));
        }
        return CallerContext.resume(() -> future(tenant));
    }

    /**
     * The keys, when they are loaded; otherwise loading begins and the caller is asked to come back.
     *
     * @throws ProblemException {@link CryptoProblem#KMS_UNAVAILABLE}
     */
    TenantKeyset loaded(TenantKey tenant) {
        CompletableFuture<TenantKeyset> future = future(tenant);
        if (future.isDone() && !future.isCompletedExceptionally()) {
            return future.join();
        }
        throw ProblemException.of(CryptoProblem.KMS_UNAVAILABLE);
    }

    private CompletableFuture<TenantKeyset> future(TenantKey tenant) {
        CompletableFuture<TenantKeyset> known = keysets.get(tenant);
        if (known != null && !known.isCompletedExceptionally()) {
            return known;
        }
        CompletableFuture<TenantKeyset> fresh = new CompletableFuture<>();
        CompletableFuture<TenantKeyset> winner =
                keysets.merge(tenant, fresh, (old, mine) -> old.isCompletedExceptionally() ? mine : old);
        if (winner == fresh) {
            start(tenant, fresh);
        }
        return winner;
    }

    private void start(TenantKey tenant, CompletableFuture<TenantKeyset> result) {
        store.read(tenant)
                .chain(found -> complete(found) ? Uni.createFrom().item(found) : add(tenant, found))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> unwrap(tenant, found))
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .subscribe()
                .with(result::complete, failure -> {
                    LOG.errorf(failure, "The keys of tenant %s cannot be loaded", tenant);
                    result.completeExceptionally(ProblemException.of(CryptoProblem.KMS_UNAVAILABLE));
                });
    }

    private Uni<List<Wrapped>> add(TenantKey tenant, List<Wrapped> found) {
        return Uni.createFrom()
                .item(() -> missing(found).stream()
                        .map(purpose -> new Wrapped(
                                purpose,
                                FIRST_VERSION,
                                kms.wrap(Random.randBytes(Keys.BYTES), purpose.associatedData(tenant))))
                        .toList())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(keys -> store.add(tenant, keys));
    }

    private TenantKeyset unwrap(TenantKey tenant, List<Wrapped> wrapped) {
        Map<KeyPurpose, NavigableMap<Integer, byte[]>> keys = new EnumMap<>(KeyPurpose.class);
        for (Wrapped key : wrapped) {
            keys.computeIfAbsent(key.purpose(), purpose -> new TreeMap<>())
                    .put(key.version(), kms.unwrap(key.bytes(), key.purpose().associatedData(tenant)));
        }
        try {
            return new TenantKeyset(tenant, keys);
        } catch (GeneralSecurityException e) {
            throw KmsException.refused("An unwrapped tenant key is not 32 bytes long.");
        }
    }

    private static boolean complete(List<Wrapped> found) {
        return missing(found).isEmpty();
    }

    private static List<KeyPurpose> missing(List<Wrapped> found) {
        return Arrays.stream(KeyPurpose.values())
                .filter(purpose -> found.stream().noneMatch(key -> key.purpose() == purpose))
                .toList();
    }
}
