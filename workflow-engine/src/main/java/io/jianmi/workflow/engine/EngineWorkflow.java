package io.jianmi.workflow.engine;

import io.jianmi.core.tenant.TenantKey;
import java.util.function.Supplier;

/**
 * A published workflow version as the engine knows it.
 *
 * @param id unique in the tenant: app, key and version; an XML name
 * @param bpmn written only when it must be deployed
 */
public record EngineWorkflow(TenantKey tenant, String id, Supplier<String> bpmn) {}
