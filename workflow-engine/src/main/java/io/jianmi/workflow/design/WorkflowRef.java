package io.jianmi.workflow.design;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.compile.BpmnWriter;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.engine.EngineWorkflow;

/** One published version of a workflow; immutable for ever. */
public record WorkflowRef(String app, String key, int version) {

    /** Unique in the tenant; neither part can hold the separator. */
    public String processId() {
        return app + "." + key + "." + version;
    }

    /** Of all its versions; neither part can hold the separator. */
    public String name() {
        return app + "/" + key;
    }

    public EngineWorkflow process(TenantKey tenant, CompiledWorkflow workflow) {
        return new EngineWorkflow(tenant, processId(), () -> BpmnWriter.write(workflow, processId()));
    }
}
