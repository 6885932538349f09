package io.jianmi.workflow.design;

import io.jianmi.core.tenant.Tenants;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Notices what other nodes have published. */
@Singleton
public final class WorkflowRefresh {

    private final CurrentWorkflows workflows;
    private final Tenants tenants;

    WorkflowRefresh(CurrentWorkflows workflows, Tenants tenants) {
        this.workflows = workflows;
        this.tenants = tenants;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return Multi.createFrom()
                .iterable(tenants.keys())
                .onItem()
                .transformToUniAndConcatenate(workflows::refresh)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
