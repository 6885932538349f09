package io.jianmi.workflow.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.workflow.compile.CompiledEdge;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.diagram.Diagram;
import io.jianmi.workflow.diagram.LayeredLayout;
import io.jianmi.workflow.diagram.LayeredLayout.Spacing;
import io.jianmi.workflow.node.BpmnShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A chart over HTTP: the nodes and edges of a version from top to bottom, with their places in pixels and what became of them. Two
 * branches side by side are narrower than a phone. Pure.
 */
final class Drawing {

    private static final Spacing SPACING = new Spacing(8, 156, 28, 8);
    private static final int BOX = 144;
    private static final int TALL = 56;
    private static final int SMALL = 28;

    private final CompiledWorkflow workflow;
    private final Course course;
    private final Instant now;

    /** @param now until when whoever stands at a node has stood there */
    Drawing(CompiledWorkflow workflow, Course course, Instant now) {
        this.workflow = workflow;
        this.course = course;
        this.now = now;
    }

    /** {@code {"width", "height", "nodes": [{"key", ...}], "edges": [...]}}; nodes in the order in which one reads them. */
    ObjectNode in(String language) {
        Diagram diagram = LayeredLayout.down(
                workflow.nodes().stream().map(Drawing::sized).toList(),
                workflow.nodes().stream()
                        .flatMap(node ->
                                node.out().stream().map(edge -> new Diagram.Edge(edge.id(), node.key(), edge.to())))
                        .toList(),
                SPACING);
        ObjectNode answer = Json.NODES.objectNode();
        answer.put("width", diagram.width());
        answer.put("height", diagram.height());
        ArrayNode nodes = answer.putArray("nodes");
        workflow.nodes().stream()
                .sorted((one, other) -> readingOrder(box(diagram, one), box(diagram, other)))
                .forEach(node -> nodes.add(node(node, box(diagram, node), language)));
        ArrayNode edges = answer.putArray("edges");
        workflow.nodes()
                .forEach(node -> node.out()
                        .forEach(edge -> edges.add(edge(
                                node,
                                edge,
                                Optional.ofNullable(diagram.lines().get(edge.id()))
                                        .orElse(List.of())))));
        return answer;
    }

    private static int readingOrder(Diagram.Box one, Diagram.Box other) {
        int middle = one.y() + one.height() / 2 - other.y() - other.height() / 2;
        return middle == 0 ? one.x() - other.x() : middle;
    }

    private static Diagram.Box box(Diagram diagram, CompiledNode node) {
        return Optional.ofNullable(diagram.boxes().get(node.key())).orElseThrow();
    }

    private static Diagram.Node sized(CompiledNode node) {
        boolean small = node.shape() == BpmnShape.EXCLUSIVE_GATEWAY || node.shape() == BpmnShape.PARALLEL_GATEWAY;
        return new Diagram.Node(node.key(), small ? SMALL : BOX, small ? SMALL : TALL);
    }

    private ObjectNode node(CompiledNode node, Diagram.Box box, String language) {
        ObjectNode drawn = Json.NODES.objectNode();
        drawn.put("key", node.key());
        drawn.put("type", node.definition().type());
        drawn.put("title", node.definition().title().in(language, ""));
        drawn.put("state", course.of(node.key()).name().toLowerCase(Locale.ROOT));
        drawn.put("x", box.x()).put("y", box.y()).put("width", box.width()).put("height", box.height());
        Passage passage = course.at(node.key());
        // Where the system is still busy nobody has stood.
        if (passage != null && passage.since().isBefore(now)) {
            Instant left = passage.left() == null ? now : passage.left();
            drawn.put("since", passage.since().toString());
            drawn.put(
                    "spentMs",
                    Math.max(0, Duration.between(passage.since(), left).toMillis()));
        }
        return drawn;
    }

    private ObjectNode edge(CompiledNode from, CompiledEdge edge, List<Diagram.Point> line) {
        ObjectNode drawn = Json.NODES.objectNode();
        drawn.put("from", from.key()).put("to", edge.to());
        drawn.put("taken", course.went(edge));
        drawn.put("onReject", edge.onReject());
        ArrayNode points = drawn.putArray("points");
        line.forEach(point -> points.addArray().add(point.x()).add(point.y()));
        return drawn;
    }
}
