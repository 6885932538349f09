package io.jianmi.core.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One page that listens: whose it is, what it shows, and what it was last told. */
final class Watch {

    private final MemberId member;
    private final Map<TenantKey, Set<String>> records;
    private final MultiEmitter<? super ObjectNode> page;
    private final Map<List<String>, ObjectNode> told = new HashMap<>();

    /** @param records that the page shows, as {@code app/form/id}; every tenant that the member is in has an entry */
    Watch(MemberId member, Map<TenantKey, Set<String>> records, MultiEmitter<? super ObjectNode> page) {
        this.member = member;
        this.records = Map.copyOf(records);
        this.page = page;
    }

    MemberId member() {
        return member;
    }

    Set<TenantKey> tenants() {
        return records.keySet();
    }

    Set<String> records(TenantKey tenant) {
        return records.getOrDefault(tenant, Set.of());
    }

    boolean gone() {
        return page.isCancelled();
    }

    /** Whether the page has not been told of this state; from now on it counts as told. */
    synchronized boolean news(TenantKey tenant, String type, String address, ObjectNode state) {
        return !state.equals(told.put(List.of(tenant.value(), type, address), state));
    }

    void tell(ObjectNode event) {
        page.emit(event);
    }
}
