package io.jianmi.core.tenant;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Function;

/** The tenants of this installation, from memory. */
public interface Tenants {

    /** Tenants whose schema stands at this version. */
    Set<TenantKey> keys();

    /** Whether it is one of {@link #keys}; as cheap as every request needs it. */
    default boolean stands(TenantKey tenant) {
        return keys().contains(tenant);
    }

    /** Does something for one tenant after the other; fails with the first that does, and the others wait for the next time. */
    default Uni<Void> each(Function<TenantKey, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(keys())
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
