package io.jianmi.workflow.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Graphs written as ways, such as {@code start>f f>a f>b a>j b>j j>end}; {@code x?} is the edge on a rejection, {@code
 * x!} the one otherwise. The first letters of a key say what it is: f a fork, j a join, c a condition, t a copy, anything
 * else a person.
 */
public final class WrittenWays {

    private WrittenWays() {}

    public static ObjectNode document(String ways) {
        ObjectNode document = Json.NODES
                .objectNode()
                .put("kind", "workflow")
                .put("key", "probe")
                .put("form", "customer");
        Set<String> keys = new LinkedHashSet<>();
        ArrayNode edges = Json.NODES.arrayNode();
        for (String way : ways.strip().split("\\s+")) {
            String[] ends = way.split(">");
            String to = ends[1].replaceAll("[?!]", "");
            keys.addAll(List.of(ends[0], to));
            ObjectNode edge = edges.addObject().put("from", ends[0]).put("to", to);
            if (ends[1].endsWith("?")) {
                edge.put("on", "reject");
            } else if (ends[1].endsWith("!")) {
                edge.put("otherwise", true);
            } else if (ends[0].startsWith("c")) {
                edge.put("when", "creditLimit > 5");
            }
        }
        ArrayNode nodes = document.putArray("nodes");
        keys.forEach(key -> nodes.add(node(key)));
        document.set("edges", edges);
        return document;
    }

    private static ObjectNode node(String key) {
        ObjectNode node = Json.NODES.objectNode().put("key", key);
        if (key.equals("start")) {
            return node.put("type", "start");
        }
        String type = key.startsWith("end")
                ? "end"
                : switch (key.charAt(0)) {
                    case 'f' -> "parallel";
                    case 'j' -> "join";
                    case 'c' -> "condition";
                    case 't' -> "cc";
                    default -> "approval";
                };
        node.put("type", type);
        if (type.equals("approval") || type.equals("cc")) {
            node.putObject("assignees").putArray("roles").add("risk");
        }
        return node;
    }
}
