package io.jianmi.core.audit;

import io.jianmi.core.tenant.TenantKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An anchor that can stop before or after it has kept a checkpoint. */
final class MemoryAnchor implements AnchorSink {

    final Map<TenantKey, String> kept = new ConcurrentHashMap<>();
    boolean failsBefore;
    boolean failsAfter;

    @Override
    public Optional<String> last(TenantKey tenant) {
        return Optional.ofNullable(kept.get(tenant));
    }

    @Override
    public void keep(TenantKey tenant, String note) {
        if (failsBefore) {
            throw new IllegalStateException("stopped before anchoring");
        }
        kept.put(tenant, note);
        if (failsAfter) {
            throw new IllegalStateException("stopped after anchoring");
        }
    }
}
