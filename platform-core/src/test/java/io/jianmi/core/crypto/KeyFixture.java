package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.TestDatabase;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** The keys of one node over the shared test databases; several nodes may stand side by side. */
final class KeyFixture implements AutoCloseable {

    static final KeyLimits LIMITS = new KeyLimits(10_000, Duration.ofMinutes(5), Duration.ofMinutes(1), 1_000_000, 256);

    private static final AtomicInteger TENANTS = new AtomicInteger();

    volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    final Vertx vertx = Vertx.vertx();
    final Pool main;
    final Pool keyPool;
    final SubjectKeyStore store;
    final TenantKeysets keysets;
    final SubjectKeys keys;

    KeyFixture(Path folder, KeyLimits limits) {
        TestDatabase databases = TestDatabase.shared();
        main = Pool.newInstance(io.vertx.sqlclient.Pool.pool(
                vertx.getDelegate(), databases.main().options(), new PoolOptions().setMaxSize(4)));
        keyPool = Pool.newInstance(io.vertx.sqlclient.Pool.pool(
                vertx.getDelegate(), databases.keys().options(), new PoolOptions().setMaxSize(4)));
        InstantSource clock = () -> now;
        store = new SubjectKeyStore(keyPool);
        await(store.migrate());
        keysets = new TenantKeysets(FileKms.open(folder.resolve("root-key.json")), new KeysetStore(main));
        keys = new SubjectKeys(keysets, store, new Ids(clock, new SecureRandom()), clock, limits);
    }

    static TenantKey freshTenant() {
        return new TenantKey("keys" + TENANTS.incrementAndGet());
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        main.close().await().atMost(Duration.ofSeconds(5));
        keyPool.close().await().atMost(Duration.ofSeconds(5));
        vertx.close().await().atMost(Duration.ofSeconds(5));
    }
}
