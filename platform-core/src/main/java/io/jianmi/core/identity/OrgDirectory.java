package io.jianmi.core.identity;

import io.jianmi.core.tenant.TenantKey;
import java.util.Set;

/** The organisations of all tenants, answered from memory: never blocks, safe on any thread. */
public interface OrgDirectory {

    /** The newest snapshot; empty (nobody, no department) for a tenant that the directory does not know. */
    Org of(TenantKey tenant);

    /** Tenants that have an organisation. */
    Set<TenantKey> tenants();
}
