package io.jianmi.core.outbox;

import io.jianmi.core.tenant.TenantKey;

/** Messages of this tenant were committed on this node. */
public record OutboxCommitted(TenantKey tenant) {}
