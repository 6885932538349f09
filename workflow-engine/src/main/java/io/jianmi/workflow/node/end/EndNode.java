package io.jianmi.workflow.node.end;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.definition.NodeDefinition;
import java.util.Map;

/** @param set field key to expression, stored when an instance ends here */
public record EndNode(String key, LocalText title, Map<String, String> set) implements NodeDefinition {

    public EndNode {
        set = Map.copyOf(set);
    }

    @Override
    public String type() {
        return EndNodeType.KEY;
    }
}
