package io.jianmi.core.tenant;

import java.util.Set;

/** The tenants of this installation, from memory. */
public interface Tenants {

    /** Tenants whose schema stands at this version. */
    Set<TenantKey> keys();
}
