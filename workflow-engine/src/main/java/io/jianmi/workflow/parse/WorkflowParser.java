package io.jianmi.workflow.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.definition.LocalText;
import io.jianmi.form.parse.DefinitionSchema;
import io.jianmi.workflow.definition.Edge;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.definition.Withdraw;
import io.jianmi.workflow.definition.WorkflowDefinition;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads workflow definitions. Thread-safe; holds the compiled schema. */
public final class WorkflowParser {

    private final NodeTypes types;
    private final DefinitionSchema schema = new DefinitionSchema("workflow.json");

    public WorkflowParser(NodeTypes types) {
        this.types = types;
    }

    /**
     * @param definition empty when a finding blocks
     * @param findings all that is wrong with the shape, with JSON Pointers into the document
     */
    public record Parsed(Optional<WorkflowDefinition> definition, List<Finding> findings) {
        public Parsed {
            findings = List.copyOf(findings);
        }
    }

    public Parsed parse(JsonNode document) {
        List<Finding> findings = schema.check(document);
        return Finding.anyBlocks(findings)
                ? new Parsed(Optional.empty(), findings)
                : new Parsed(Optional.of(read(document)), findings);
    }

    private WorkflowDefinition read(JsonNode json) {
        List<NodeDefinition> nodes = new ArrayList<>();
        json.path("nodes")
                .forEach(node -> types.find(node.path("type").asText())
                        .ifPresent(type -> nodes.add(type.read(new NodeJson(node)))));
        List<Edge> edges = new ArrayList<>();
        json.path("edges").forEach(edge -> edges.add(edge(edge)));
        return new WorkflowDefinition(
                json.path("key").asText(),
                LocalText.of(json.path("title")),
                json.path("form").asText(),
                text(json, "startWhen"),
                nodes,
                edges,
                withdraw(json.path("withdraw")));
    }

    private static Edge edge(JsonNode edge) {
        return new Edge(
                edge.path("from").asText(),
                edge.path("to").asText(),
                text(edge, "when"),
                edge.path("otherwise").asBoolean(),
                text(edge, "on"));
    }

    private static Optional<Withdraw> withdraw(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        List<String> before = new ArrayList<>();
        json.path("before").forEach(node -> before.add(node.asText()));
        return Optional.of(new Withdraw(json.path("by").asText(), before));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.path(name).isTextual() ? Optional.of(json.get(name).textValue()) : Optional.empty();
    }
}
