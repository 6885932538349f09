package io.jianmi.workflow.diagram;

import io.jianmi.workflow.diagram.Diagram.Edge;
import io.jianmi.workflow.diagram.Diagram.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which node stands in which layer, and in which order (Sugiyama, Tagawa and Toda 1981, without crossing counts). An edge
 * over several layers holds a place of its own in each of those between, so that nothing is drawn across a node.
 */
final class Layers {

    /** Up and down so often: workflows are small, and more moves nothing any more. */
    private static final int SWEEPS = 4;

    private final List<Node> nodes;
    private final List<Edge> edges;
    private final Set<String> backward = new HashSet<>();
    private final Map<String, Integer> layer = new HashMap<>();
    private final List<List<String>> order = new ArrayList<>();
    private final Map<String, List<String>> chains = new LinkedHashMap<>();

    Layers(List<Node> nodes, List<Edge> edges) {
        this.nodes = nodes;
        this.edges = edges;
        findBackward();
        assign();
        chain();
        for (int i = 0; i < SWEEPS; i++) {
            sort(true);
            sort(false);
        }
    }

    /** Ids of nodes, and of the places that edges hold, from the first layer on, each from top to bottom. */
    List<List<String>> order() {
        return order;
    }

    int layerOf(String node) {
        return layer.getOrDefault(node, 0);
    }

    /** Whether an edge closes a loop. */
    boolean backward(Edge edge) {
        return backward.contains(edge.id());
    }

    /** The ends of a forward edge and its places between them, layer by layer. */
    List<String> chain(Edge edge) {
        return chains.getOrDefault(edge.id(), List.of());
    }

    /** An edge to a node that is still being walked from closes a loop. */
    private void findBackward() {
        Set<String> done = new HashSet<>();
        Set<String> entered = new HashSet<>();
        edges.forEach(edge -> entered.add(edge.to()));
        nodes.stream().filter(node -> !entered.contains(node.id())).forEach(node -> walk(node.id(), done));
        nodes.forEach(node -> walk(node.id(), done));
    }

    private void walk(String from, Set<String> done) {
        Deque<String> path = new ArrayDeque<>();
        Map<String, Iterator<Edge>> left = new HashMap<>();
        enter(from, path, left, done);
        while (!path.isEmpty()) {
            String node = path.getLast();
            Iterator<Edge> next = left.getOrDefault(node, List.<Edge>of().iterator());
            if (next.hasNext()) {
                Edge edge = next.next();
                if (path.contains(edge.to())) {
                    backward.add(edge.id());
                } else {
                    enter(edge.to(), path, left, done);
                }
            } else {
                path.removeLast();
            }
        }
    }

    private void enter(String node, Deque<String> path, Map<String, Iterator<Edge>> left, Set<String> done) {
        if (done.add(node)) {
            path.addLast(node);
            left.put(
                    node,
                    edges.stream().filter(edge -> edge.from().equals(node)).iterator());
        }
    }

    private List<Edge> forward() {
        return edges.stream().filter(edge -> !backward(edge)).toList();
    }

    /** The longest way from a beginning; a beginning itself stands just before what it leads to. */
    private void assign() {
        nodes.forEach(node -> layer.put(node.id(), 0));
        List<Edge> forward = forward();
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Edge edge : forward) {
                int least = layerOf(edge.from()) + 1;
                if (layerOf(edge.to()) < least) {
                    layer.put(edge.to(), least);
                    moved = true;
                }
            }
        }
        for (Node node : nodes) {
            boolean first = forward.stream().noneMatch(edge -> edge.to().equals(node.id()));
            forward.stream()
                    .filter(edge -> first && edge.from().equals(node.id()))
                    .mapToInt(edge -> layerOf(edge.to()) - 1)
                    .min()
                    .ifPresent(last -> layer.put(node.id(), last));
        }
        int deepest = nodes.stream().mapToInt(node -> layerOf(node.id())).max().orElse(0);
        for (int i = 0; i <= deepest; i++) {
            order.add(new ArrayList<>());
        }
        nodes.forEach(node -> order.get(layerOf(node.id())).add(node.id()));
    }

    private void chain() {
        for (Edge edge : forward()) {
            List<String> chain = new ArrayList<>(List.of(edge.from()));
            for (int i = layerOf(edge.from()) + 1; i < layerOf(edge.to()); i++) {
                String place = edge.id() + "@" + i;
                order.get(i).add(place);
                chain.add(place);
            }
            chain.add(edge.to());
            chains.put(edge.id(), chain);
        }
    }

    /** Each layer by the middle of its neighbours in the one before; what has none keeps its place. */
    private void sort(boolean rightwards) {
        Map<String, List<String>> neighbours = new HashMap<>();
        chains.values().forEach(chain -> {
            for (int i = 1; i < chain.size(); i++) {
                String here = chain.get(rightwards ? i : i - 1);
                String there = chain.get(rightwards ? i - 1 : i);
                neighbours.computeIfAbsent(here, id -> new ArrayList<>()).add(there);
            }
        });
        Map<String, Double> middles = new HashMap<>();
        for (int step = 0; step < order.size(); step++) {
            List<String> ids = order.get(rightwards ? step : order.size() - 1 - step);
            for (int i = 0; i < ids.size(); i++) {
                double own = i - (ids.size() - 1) / 2.0;
                middles.put(
                        ids.get(i),
                        neighbours.getOrDefault(ids.get(i), List.of()).stream()
                                .mapToDouble(id -> middles.getOrDefault(id, 0.0))
                                .average()
                                .orElse(own));
            }
            ids.sort(Comparator.comparingDouble(id -> middles.getOrDefault(id, 0.0)));
            for (int i = 0; i < ids.size(); i++) {
                middles.put(ids.get(i), i - (ids.size() - 1) / 2.0);
            }
        }
    }
}
