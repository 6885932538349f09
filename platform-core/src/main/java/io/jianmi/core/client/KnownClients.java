package io.jianmi.core.client;

import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.identity.ApiClients;
import io.jianmi.core.identity.ClientPrincipal;
import io.jianmi.core.identity.signin.ClientKeys;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The clients of all tenants in memory, by what their keys hash to: a request with a key costs no statement. A change on any node is told
 * with its commit; what was told and not yet read anew is read before the next key is looked at.
 */
@Singleton
final class KnownClients implements NoticeListener, ClientKeys {

    static final String TOPIC = "api-client";

    private static final Logger LOG = Logger.getLogger(KnownClients.class);

    private final ClientStore store;
    private final Tenants tenants;
    private final ApiClients directory;
    private final InstantSource clock;

    private final Map<TenantKey, Map<ByteBuffer, Client>> known = new ConcurrentHashMap<>();
    private final Set<TenantKey> old = ConcurrentHashMap.newKeySet();
    private final Map<UUID, LocalDate> usedOn = new ConcurrentHashMap<>();

    /** What was read before a change must not be kept after it. */
    private final AtomicLong changes = new AtomicLong();

    KnownClients(ClientStore store, Tenants tenants, ApiClients directory, InstantSource clock) {
        this.store = store;
        this.tenants = tenants;
        this.directory = directory;
        this.clock = clock;
    }

    /** After the tenants have been opened, before the first request. */
    void load(@Observes @Priority(300) StartupEvent event) {
        missed();
    }

    @Override
    public Uni<Optional<ClientPrincipal>> holder(String key, String address) {
        Optional<ApiKey> parsed = ApiKey.parse(key);
        if (parsed.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        ByteBuffer hash = parsed.get().lookup();
        List<Uni<Void>> reads = old.stream().map(this::read).toList();
        return reads.isEmpty()
                ? Uni.createFrom().item(find(hash, address))
                : Uni.join().all(reads).andFailFast().map(read -> find(hash, address));
    }

    private Optional<ClientPrincipal> find(ByteBuffer hash, String address) {
        Instant now = clock.instant();
        for (Map.Entry<TenantKey, Map<ByteBuffer, Client>> tenant : known.entrySet()) {
            Client client = tenant.getValue().get(hash);
            if (client != null) {
                return Optional.of(client)
                        .filter(found -> found.opens(hash, now) && found.from(address))
                        .map(found -> used(tenant.getKey(), found, now));
            }
        }
        return Optional.empty();
    }

    private ClientPrincipal used(TenantKey tenant, Client client, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!today.equals(client.lastUsed()) && !today.equals(usedOn.put(client.id(), today))) {
            store.used(tenant, client.id(), today).subscribe().with(done -> {}, failure -> {
                usedOn.remove(client.id());
                LOG.warnf("api-client.use-not-kept %s", failure.getClass().getName());
            });
        }
        return new ClientPrincipal(tenant, client.id(), client.perMinute());
    }

    private Uni<Void> read(TenantKey tenant) {
        long before = changes.get();
        return store.all(tenant).chain(clients -> {
            if (changes.get() != before) {
                return read(tenant);
            }
            index(tenant, clients);
            old.remove(tenant);
            return Uni.createFrom().voidItem();
        });
    }

    private void index(TenantKey tenant, List<Client> clients) {
        Map<ByteBuffer, Client> byHash = new HashMap<>();
        for (Client client : clients) {
            if (!client.revoked()) {
                byHash.put(client.keys().newest(), client);
                client.keys().former(clock.instant()).ifPresent(former -> byHash.put(former, client));
            }
        }
        known.put(tenant, Map.copyOf(byHash));
        directory.replace(tenant, clients.stream().map(Client::known).toList());
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(TenantKey tenant, String key) {
        changes.incrementAndGet();
        old.add(tenant);
        refresh(tenant);
    }

    @Override
    public void missed() {
        changes.incrementAndGet();
        old.addAll(tenants.keys());
        tenants.keys().forEach(this::refresh);
    }

    /** Names are wanted without a key, too. When it fails, the next key reads it. */
    private void refresh(TenantKey tenant) {
        read(tenant)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "api-client.not-read %s", failure.getClass().getName()));
    }
}
