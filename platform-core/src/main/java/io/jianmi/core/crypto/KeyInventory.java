package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** What there is to know of a tenant's keys without knowing any of them. */
public interface KeyInventory {

    /**
     * One of its keys.
     *
     * @param purpose what it is for, such as {@code kek-S3}
     * @param algorithm what it is used with
     * @param version the one that writes; all before it still read
     * @param createdAt when the first version was made
     * @param changedAt when the one that writes was made
     */
    record Entry(String purpose, String algorithm, int version, Instant createdAt, Instant changedAt) {}

    /** In the order in which they protect more. */
    Uni<List<Entry>> of(TenantKey tenant);

    /** What kind of service holds the root key: {@code file} or {@code vault}. */
    String root();

    /** Whether the key service wraps and unwraps at this moment. */
    Uni<Boolean> serves();

    /** Whether the database of persons' keys answers at this moment. */
    Uni<Boolean> stores();
}
