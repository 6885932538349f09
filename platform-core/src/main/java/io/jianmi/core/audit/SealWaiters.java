package io.jianmi.core.audit;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who waits for which entry to come under a signed tree head. Thread-safe. */
final class SealWaiters {

    private final Map<TenantKey, Map<UUID, List<UniEmitter<? super AuditReceipt>>>> waiting = new ConcurrentHashMap<>();

    Uni<AuditReceipt> waitFor(TenantKey tenant, UUID entry) {
        return Uni.createFrom().emitter(emitter -> {
            Map<UUID, List<UniEmitter<? super AuditReceipt>>> ofTenant =
                    waiting.computeIfAbsent(tenant, ignored -> new ConcurrentHashMap<>());
            ofTenant.compute(entry, (id, emitters) -> with(emitters, emitter));
            emitter.onTermination(() -> ofTenant.computeIfPresent(entry, (id, emitters) -> without(emitters, emitter)));
        });
    }

    Set<TenantKey> tenants() {
        return waiting.keySet();
    }

    Set<UUID> entries(TenantKey tenant) {
        return Set.copyOf(waiting.getOrDefault(tenant, Map.of()).keySet());
    }

    void settle(TenantKey tenant, Collection<AuditReceipt> receipts) {
        Map<UUID, List<UniEmitter<? super AuditReceipt>>> ofTenant = waiting.getOrDefault(tenant, Map.of());
        if (ofTenant.isEmpty()) {
            return;
        }
        for (AuditReceipt receipt : receipts) {
            List<UniEmitter<? super AuditReceipt>> emitters = ofTenant.get(receipt.entry());
            if (emitters != null) {
                emitters.forEach(emitter -> emitter.complete(receipt));
                ofTenant.remove(receipt.entry());
            }
        }
    }

    void fail(TenantKey tenant, RuntimeException failure) {
        Map<UUID, List<UniEmitter<? super AuditReceipt>>> ofTenant = waiting.remove(tenant);
        if (ofTenant != null) {
            ofTenant.values().forEach(emitters -> emitters.forEach(emitter -> emitter.fail(failure)));
        }
    }

    private static List<UniEmitter<? super AuditReceipt>> with(
            @Nullable List<UniEmitter<? super AuditReceipt>> emitters, UniEmitter<? super AuditReceipt> emitter) {
        List<UniEmitter<? super AuditReceipt>> more = emitters == null ? new CopyOnWriteArrayList<>() : emitters;
        more.add(emitter);
        return more;
    }

    private static @Nullable List<UniEmitter<? super AuditReceipt>> without(
            List<UniEmitter<? super AuditReceipt>> emitters, UniEmitter<? super AuditReceipt> emitter) {
        emitters.remove(emitter);
        return emitters.isEmpty() ? null : emitters;
    }
}
