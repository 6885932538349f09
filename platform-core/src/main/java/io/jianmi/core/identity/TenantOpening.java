package io.jianmi.core.identity;

import io.jianmi.core.startup.StartupTask;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.TenantSchemas;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;

/**
 * The directory says which tenants exist: a known one is opened before the first request, a new one gets its schema within
 * seconds of its appearance there.
 */
@ApplicationScoped
public class TenantOpening implements StartupTask {

    private final OrgDirectory directory;
    private final TenantSchemas schemas;

    TenantOpening(OrgDirectory directory, TenantSchemas schemas) {
        this.directory = directory;
        this.schemas = schemas;
    }

    void openKnown(@Observes @Priority(200) StartupEvent event) {
        schemas.openAll();
    }

    @Override
    public String title() {
        return "opening tenants";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void run(Consumer<String> progress) {
        addNew();
    }

    @Scheduled(every = "3s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void addNew() {
        for (TenantKey tenant : directory.tenants()) {
            if (!schemas.keys().contains(tenant)) {
                schemas.add(tenant, tenant.value());
            }
        }
    }
}
