package io.jianmi.workflow.diagram;

import io.jianmi.workflow.diagram.Diagram.Box;
import io.jianmi.workflow.diagram.Diagram.Edge;
import io.jianmi.workflow.diagram.Diagram.Node;
import io.jianmi.workflow.diagram.Diagram.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a graph in layers from left to right. Lines change height only in the gaps between layers, each at its own place
 * there; lines that close loops run below everything.
 */
public final class LayeredLayout {

    /**
     * Pixels between things.
     *
     * @param margin around everything
     * @param row from the middle of a box to that of the one beside it in its layer: more than any box is long there
     * @param gap between layers
     * @param lane between lines that bend in the same gap
     */
    public record Spacing(int margin, int row, int gap, int lane) {}

    private static final Spacing WIDE = new Spacing(40, 120, 50, 10);

    private final Spacing spacing;
    private final List<Node> nodes;
    private final List<Edge> edges;
    private final Layers layers;
    private final Map<String, Integer> middles = new HashMap<>();
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final int[] gapStart;
    private final int[] gapUsed;
    private int bottom;

    private LayeredLayout(List<Node> nodes, List<Edge> edges, Spacing spacing) {
        this.spacing = spacing;
        this.nodes = nodes;
        this.edges = edges;
        this.layers = new Layers(nodes, edges);
        this.gapStart = new int[layers.order().size() + 1];
        this.gapUsed = new int[layers.order().size() + 1];
    }

    /** Total for any graph, one with loops, pieces or no edge too. Edges name nodes that are there; ids are unique. */
    public static Diagram draw(List<Node> nodes, List<Edge> edges) {
        return new LayeredLayout(nodes, edges, WIDE).draw();
    }

    /** The same from top to bottom; lines that close loops run to the right of everything. */
    public static Diagram down(List<Node> nodes, List<Edge> edges, Spacing spacing) {
        List<Node> lying = nodes.stream()
                .map(node -> new Node(node.id(), /* width= */ node.height(), /* height= */ node.width()))
                .toList();
        return new LayeredLayout(lying, edges, spacing).draw().turned();
    }

    private Diagram draw() {
        int width = place();
        Map<String, List<Point>> lines = new LinkedHashMap<>();
        bottom += spacing.margin();
        for (Edge edge : edges) {
            lines.put(edge.id(), layers.backward(edge) ? below(edge) : across(edge));
        }
        return new Diagram(width, bottom + spacing.margin(), boxes, lines);
    }

    /** Boxes first: the width of a gap is known once it is known how many lines bend in it. */
    private int place() {
        int tallest = layers.order().stream().mapToInt(List::size).max().orElse(1);
        int centre = spacing.margin() + tallest * spacing.row() / 2;
        for (List<String> ids : layers.order()) {
            for (int i = 0; i < ids.size(); i++) {
                middles.put(ids.get(i), centre + (2 * i - ids.size() + 1) * spacing.row() / 2);
            }
        }
        int[] bends = bends();
        int x = spacing.margin();
        for (int i = 0; i < layers.order().size(); i++) {
            gapStart[i] = x;
            x += spacing.gap() + bends[i] * spacing.lane();
            x += column(i, x);
        }
        gapStart[layers.order().size()] = x;
        bottom = spacing.margin() + tallest * spacing.row();
        return x + spacing.gap() + bends[layers.order().size()] * spacing.lane() + spacing.margin();
    }

    /** Boxes stand in the middle of their column; its width. */
    private int column(int layer, int x) {
        List<Node> column = nodes.stream()
                .filter(node -> layers.layerOf(node.id()) == layer)
                .toList();
        int width = column.stream().mapToInt(Node::width).max().orElse(0);
        column.forEach(node -> boxes.put(
                node.id(),
                new Box(
                        x + (width - node.width()) / 2,
                        middle(node.id()) - node.height() / 2,
                        node.width(),
                        node.height())));
        return width;
    }

    /** How many lines bend in each gap; gap i lies before layer i. */
    private int[] bends() {
        int[] bends = new int[layers.order().size() + 1];
        for (Edge edge : edges) {
            if (layers.backward(edge)) {
                bends[layers.layerOf(edge.from()) + 1]++;
                bends[layers.layerOf(edge.to())]++;
            } else {
                List<String> chain = layers.chain(edge);
                for (int i = 1; i < chain.size(); i++) {
                    if (middle(chain.get(i - 1)) != middle(chain.get(i))) {
                        bends[layers.layerOf(edge.from()) + i]++;
                    }
                }
            }
        }
        return bends;
    }

    private List<Point> across(Edge edge) {
        List<Point> line = new ArrayList<>();
        List<String> chain = layers.chain(edge);
        line.add(box(edge.from()).rightMiddle());
        for (int i = 1; i < chain.size(); i++) {
            int before = middle(chain.get(i - 1));
            int here = middle(chain.get(i));
            if (before != here) {
                int x = lane(layers.layerOf(edge.from()) + i);
                line.add(new Point(x, before));
                line.add(new Point(x, here));
            }
        }
        line.add(box(edge.to()).leftMiddle());
        return line;
    }

    private List<Point> below(Edge edge) {
        Point from = box(edge.from()).rightMiddle();
        Point to = box(edge.to()).leftMiddle();
        int right = lane(layers.layerOf(edge.from()) + 1);
        int left = lane(layers.layerOf(edge.to()));
        bottom += spacing.lane();
        return List.of(
                from,
                new Point(right, from.y()),
                new Point(right, bottom),
                new Point(left, bottom),
                new Point(left, to.y()),
                to);
    }

    private int lane(int gap) {
        return gapStart[gap] + spacing.gap() / 2 + spacing.lane() * gapUsed[gap]++;
    }

    private int middle(String id) {
        return middles.getOrDefault(id, 0);
    }

    private Box box(String node) {
        return boxes.getOrDefault(node, new Box(0, 0, 0, 0));
    }
}
