package io.jianmi.core.tenant;

/** What must stand before a tenant is served: keys loaded, log opened. Blocking is allowed. */
public interface TenantPreparation {

    void prepare(TenantKey tenant);
}
