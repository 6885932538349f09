package io.jianmi.core.crypto;

import io.jianmi.core.cluster.Nodes;
import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.cluster.Notices;
import io.jianmi.core.tenant.TenantPreparation;
import io.jianmi.core.time.Ids;
import io.quarkus.arc.All;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ports of this package as beans; what implements them stays inside. */
@Singleton
public final class KeyBeans {

    /** Before whatever else at start might create a record. */
    private static final int FIRST = 1;

    private static final Duration START = Duration.ofSeconds(30);

    private final Kms kms;
    private final TenantKeysets keysets;
    private final SubjectKeyStore store;
    private final SubjectKeys subjectKeys;
    private final KeyInventory inventory;
    private final StoredErasureShadow shadow;
    private final InstantSource clock;
    private final Duration held;

    public KeyBeans(
            KeysConfig config,
            Pool pool,
            @ReactiveDataSource("keys") Pool keys,
            Ids ids,
            InstantSource clock,
            @ConfigProperty(name = "jianmi.embedded", defaultValue = "false") boolean embedded) {
        this.kms = KmsUri.open(config, clock, embedded);
        KeysetStore wrapped = new KeysetStore(pool);
        this.keysets = new TenantKeysets(kms, wrapped);
        this.inventory = new StoredKeyInventory(kms, config.uri(), wrapped, keys);
        this.store = new SubjectKeyStore(keys);
        this.shadow = new StoredErasureShadow(keys);
        this.clock = clock;
        this.held = longest(config);
        KeyLimits limits = new KeyLimits(
                config.cacheEntries(),
                config.cacheTime(),
                config.sensitiveCacheTime(),
                config.unwrapsPerMinute(),
                config.stock());
        this.subjectKeys = new SubjectKeys(keysets, store, ids, clock, limits);
    }

    /** Tries the key service and makes the key table before anything needs them. */
    void prepare(@Observes @Priority(FIRST) StartupEvent start) {
        KmsCheck.run(kms);
        store.migrate().chain(shadow::migrate).await().atMost(START);
    }

    private static Duration longest(KeysConfig config) {
        return config.cacheTime().compareTo(config.sensitiveCacheTime()) < 0
                ? config.sensitiveCacheTime()
                : config.cacheTime();
    }

    @Produces
    @Singleton
    public TenantPreparation preparation() {
        return keysets;
    }

    @Produces
    @Singleton
    public DataKeys dataKeys() {
        return subjectKeys;
    }

    @Produces
    @Singleton
    public KeyDestruction keyDestruction(Notices notices, @All List<Forgetting> others) {
        return new ToldDestruction(subjectKeys, notices, others);
    }

    @Produces
    @Singleton
    public NoticeListener keyNotices() {
        return ToldDestruction.listener(subjectKeys);
    }

    @Produces
    @Singleton
    public KeyPurge keyPurge(Notices notices, Nodes nodes) {
        return new ToldPurge(notices, nodes, clock, held);
    }

    @Produces
    @Singleton
    public NoticeListener purgeNotices(Nodes nodes) {
        return ToldPurge.listener(subjectKeys, nodes);
    }

    @Produces
    @Singleton
    public ErasureShadow erasureShadow() {
        return shadow;
    }

    @Produces
    @Singleton
    public BlindIndex blindIndex() {
        return new PrfBlindIndex(keysets);
    }

    @Produces
    @Singleton
    public RowSeal rowSeal() {
        return new PrfRowSeal(keysets);
    }

    @Produces
    @Singleton
    public TreeHeadSigner treeHeadSigner() {
        return new TenantTreeHeadSigner(keysets);
    }

    @Produces
    @Singleton
    public KeyInventory keyInventory() {
        return inventory;
    }

    @Produces
    @Singleton
    public WebhookSecrets webhookSecrets() {
        return new TenantWebhookSecrets(keysets);
    }

    @Produces
    @Singleton
    public KeyedMarks keyedMarks() {
        return new TenantKeyedMarks(keysets);
    }
}
