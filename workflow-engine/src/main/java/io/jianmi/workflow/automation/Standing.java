package io.jianmi.workflow.automation;

import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.node.AutomationStep;
import io.jianmi.workflow.node.Duty;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An automation with how far it has come.
 *
 * @param done number of steps done
 * @param made the record that an earlier step has made last
 * @param depth how many automations stand behind the instance's own record
 */
record Standing(
        UUID visit,
        Instance instance,
        String node,
        int done,
        Optional<UUID> made,
        int depth,
        CompiledWorkflow workflow) {

    CompiledNode compiledNode() {
        return workflow.require(node);
    }

    /** The step to be done now; empty when all are done and the instance only has to go on. */
    Optional<AutomationStep> step() {
        List<AutomationStep> steps = steps();
        return done < steps.size() ? Optional.of(steps.get(done)) : Optional.empty();
    }

    /** The form whose records the step writes. */
    String written() {
        AutomationStep step = step().orElse(null);
        if (step instanceof AutomationStep.Create create) {
            return create.form();
        }
        return step instanceof AutomationStep.Update update && update.through().isPresent()
                ? workflow.relation(update.through().get()).form()
                : instance.form();
    }

    boolean last() {
        return done + 1 >= steps().size();
    }

    private List<AutomationStep> steps() {
        return compiledNode().duty() instanceof Duty.Automate automate ? automate.steps() : List.of();
    }
}
