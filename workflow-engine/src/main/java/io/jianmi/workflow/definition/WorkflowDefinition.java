package io.jianmi.workflow.definition;

import io.jianmi.form.definition.LocalText;
import java.util.List;
import java.util.Optional;

/**
 * A workflow as its designer wrote it: shape checked, meaning not yet.
 *
 * @param key kebab-case, stable for ever
 * @param form key of the form whose records it handles
 * @param startWhen condition under which a submitted record starts it; empty: always
 */
public record WorkflowDefinition(
        String key,
        LocalText title,
        String form,
        Optional<String> startWhen,
        List<NodeDefinition> nodes,
        List<Edge> edges,
        Optional<Withdraw> withdraw) {

    public WorkflowDefinition {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
