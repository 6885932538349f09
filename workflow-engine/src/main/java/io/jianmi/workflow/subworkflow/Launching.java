package io.jianmi.workflow.subworkflow;

import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.node.Children;
import io.jianmi.workflow.node.Duty;
import java.util.UUID;

/**
 * An instance that stands at a subworkflow node.
 *
 * @param started whether its children have started
 * @param failed children that have ended otherwise than completed
 * @param depth how many automations and subworkflows stand behind the instance itself
 */
record Launching(
        UUID visit,
        Instance instance,
        String node,
        boolean started,
        Token token,
        int failed,
        int depth,
        CompiledWorkflow workflow) {

    CompiledNode compiledNode() {
        return workflow.require(node);
    }

    Duty.Launch duty() {
        if (compiledNode().duty() instanceof Duty.Launch launch) {
            return launch;
        }
        throw new IllegalStateException("a visit of another node");
    }

    /** The form of the records whose workflows start. */
    String form() {
        return duty().children() instanceof Children.Related related
                ? workflow.relation(related.through()).form()
                : ((Children.Made) duty().children()).create().form();
    }
}
