package io.jianmi.core.identity;

import io.jianmi.core.tenant.TenantKey;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The API clients of all tenants as they were last read, for whoever asks who somebody is. Thread-safe. */
@Singleton
public final class ApiClients {

    private final Map<TenantKey, Map<MemberId, ApiClient>> known = new ConcurrentHashMap<>();

    /** From now on the tenant has these, ended ones among them. */
    public void replace(TenantKey tenant, Collection<ApiClient> clients) {
        known.put(
                tenant,
                clients.stream().collect(Collectors.toUnmodifiableMap(ApiClient::actorId, Function.identity())));
    }

    Map<MemberId, ApiClient> of(TenantKey tenant) {
        return known.getOrDefault(tenant, Map.of());
    }

    /** The organisation with its clients beside its people. */
    public Org beside(Org org) {
        return org.with(of(org.tenant()));
    }
}
