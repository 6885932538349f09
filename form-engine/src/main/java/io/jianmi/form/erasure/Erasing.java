package io.jianmi.form.erasure;

import io.jianmi.core.tenant.TenantKey;
import java.util.List;
import java.util.UUID;

/**
 * An erasure at work.
 *
 * @param records hers, all that were ever found
 */
public record Erasing(TenantKey tenant, UUID erasure, UUID subject, List<UUID> records) {

    public Erasing {
        records = List.copyOf(records);
    }

    UUID[] ids() {
        return records.toArray(UUID[]::new);
    }
}
