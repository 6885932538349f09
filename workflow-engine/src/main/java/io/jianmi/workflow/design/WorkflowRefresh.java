package io.jianmi.workflow.design;

import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.jianmi.core.thread.OwnContext;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Reads again what is current when another node has published; once a minute also without being told. */
@Singleton
public final class WorkflowRefresh implements NoticeListener {

    /** A version of the workflow with this key was published. */
    static final String TOPIC = "workflow";

    private static final Logger LOG = Logger.getLogger(WorkflowRefresh.class);

    private final CurrentWorkflows workflows;
    private final Tenants tenants;
    private final Vertx vertx;

    WorkflowRefresh(CurrentWorkflows workflows, Tenants tenants, Vertx vertx) {
        this.workflows = workflows;
        this.tenants = tenants;
        this.vertx = vertx;
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return tenants.each(workflows::refresh);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(TenantKey tenant, String key) {
        onContext(workflows.refresh(tenant));
    }

    @Override
    public void missed() {
        onContext(Uni.createFrom().deferred(this::refresh));
    }

    /** Sessions need a context of their own; notices come on that of their connection. */
    private void onContext(Uni<Void> read) {
        OwnContext.beside(vertx.getOrCreateContext())
                .runOnContext(nothing -> read.subscribe()
                        .with(
                                done -> {},
                                failure -> LOG.warnf(
                                        "workflow.refresh-failed %s",
                                        failure.getClass().getName())));
    }
}
