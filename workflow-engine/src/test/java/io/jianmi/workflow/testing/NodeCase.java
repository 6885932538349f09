package io.jianmi.workflow.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is expected of a node type, from {@code golden/node/<type>/case.json}: {@code plain} members of a node that says no
 * more than it must, the same with its defaults {@code spelled} out, {@code refused} members with code and place, the {@code
 * duty}, and the graph {@code around} the node, whose key is {@code probe}.
 */
public record NodeCase(String type, JsonNode json) {

    /** @param pointer into the definition, where the node stands first */
    public record Refused(JsonNode members, String code, String pointer) {}

    public static Path folder(String type) {
        return Path.of("src/test/resources/golden/node", type);
    }

    public static NodeCase of(String type) {
        try {
            return new NodeCase(
                    type, Json.MAPPER.readTree(folder(type).resolve("case.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("a node type without its case", e);
        }
    }

    static boolean exists(String type) {
        return Files.exists(folder(type).resolve("case.json"));
    }

    public String duty() {
        return json.path("duty").asText();
    }

    public ObjectNode plain() {
        return document(json.path("plain"));
    }

    public ObjectNode spelled() {
        return document(json.path("spelled"));
    }

    public List<Refused> refused() {
        List<Refused> refused = new ArrayList<>();
        json.path("refused")
                .forEach(one -> refused.add(new Refused(
                        one.path("node"),
                        one.path("code").asText(),
                        one.path("pointer").asText())));
        return refused;
    }

    /** A whole definition with a node of the type and these members. */
    public ObjectNode document(JsonNode members) {
        ObjectNode document = Json.NODES
                .objectNode()
                .put("kind", "workflow")
                .put("key", "probe")
                .put("form", "customer");
        ArrayNode nodes = document.putArray("nodes");
        ObjectNode node = nodes.addObject().put("key", "probe").put("type", type);
        node.putObject("title").put("zh-CN", "节点").put("en", "Node");
        node.setAll((ObjectNode) members);
        json.at("/around/nodes").forEach(nodes::add);
        document.set("edges", json.at("/around/edges"));
        return document;
    }
}
