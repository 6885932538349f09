package io.jianmi.workflow.node;

import io.jianmi.workflow.definition.NodeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The node types that a server knows: an immutable, ordered, explicit list. */
public final class NodeTypes {

    private final Map<String, NodeType<?>> byKey;

    public NodeTypes(List<NodeType<?>> types) {
        Map<String, NodeType<?>> map = new LinkedHashMap<>();
        for (NodeType<?> type : types) {
            if (map.put(type.key(), type) != null) {
                throw new IllegalArgumentException("two node types share a key");
            }
        }
        this.byKey = map;
    }

    /** Keys in list order. */
    public Set<String> keys() {
        return byKey.keySet();
    }

    public Optional<NodeType<?>> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public BpmnShape shape(NodeDefinition node) {
        return require(node.type()).shape();
    }

    public Duty duty(NodeDefinition node) {
        return duty(require(node.type()), node);
    }

    /** A definition is only ever made by the type it names. */
    @SuppressWarnings("unchecked")
    private static <D extends NodeDefinition> Duty duty(NodeType<D> type, NodeDefinition node) {
        return type.duty((D) node);
    }

    private NodeType<?> require(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("unknown node type"));
    }
}
