package io.jianmi.workflow.design;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.TenantPreparation;
import io.jianmi.workflow.design.WorkflowVersions.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which version of each workflow is the newest, in memory. Read before a tenant is served. */
@Singleton
public final class CurrentWorkflows implements TenantPreparation {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WorkflowVersions versions;
    private final Map<TenantKey, List<Stored>> newest = new ConcurrentHashMap<>();

    CurrentWorkflows(WorkflowVersions versions) {
        this.versions = versions;
    }

    @Override
    public void prepare(TenantKey tenant) {
        refresh(tenant).await().atMost(PATIENCE);
    }

    List<WorkflowRef> of(TenantKey tenant, String form) {
        return newest.getOrDefault(tenant, List.of()).stream()
                .filter(stored -> stored.form().equals(form))
                .map(Stored::ref)
                .toList();
    }

    /** Reads again what is current. */
    Uni<Void> refresh(TenantKey tenant) {
        return versions.all(tenant).invoke(all -> newest.put(tenant, all)).replaceWithVoid();
    }
}
