package io.jianmi.workflow.design;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Published workflows, compiled. Versions never change, so they are kept; which one is current is asked again. */
public interface WorkflowCatalog {

    /** A workflow by the version that an instance is on; one that was never published is a bug. */
    Uni<CompiledWorkflow> load(TenantKey tenant, WorkflowRef ref);

    /** The current versions of the workflows of a form, by key; from memory. */
    List<WorkflowRef> current(TenantKey tenant, String form);
}
