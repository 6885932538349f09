package io.jianmi.workflow.compile;

import io.jianmi.workflow.definition.Edge;
import io.jianmi.workflow.node.Duty;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Nodes by what they do, and the edges between them. Edges that name no node are left out. Immutable. */
final class Graph {

    private final Map<String, Duty> duties;
    private final List<Way> ways = new ArrayList<>();

    /** @param duties by node key, in definition order */
    Graph(Map<String, Duty> duties, List<Edge> edges) {
        this.duties = new LinkedHashMap<>(duties);
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            if (duties.containsKey(edge.from()) && duties.containsKey(edge.to())) {
                ways.add(new Way(i, edge.from(), edge.to()));
            }
        }
    }

    /** @param index position among the edges of the definition */
    record Way(int index, String from, String to) {}

    List<Way> ways() {
        return List.copyOf(ways);
    }

    List<Way> out(String key) {
        return ways.stream().filter(way -> way.from().equals(key)).toList();
    }

    List<Way> in(String key) {
        return ways.stream().filter(way -> way.to().equals(key)).toList();
    }

    /** Keys of the nodes with that duty, in definition order. */
    List<String> keys(Class<? extends Duty> duty) {
        return duties.keySet().stream()
                .filter(key -> duty.isInstance(duty(key)))
                .toList();
    }

    boolean has(String key) {
        return duties.containsKey(key);
    }

    Duty duty(String key) {
        return Objects.requireNonNull(duties.get(key), "asked for a node that is not there");
    }

    /** What can be reached, the beginnings themselves included, over nodes that {@code through} lets pass. */
    Set<String> closure(Collection<String> from, Predicate<String> through, boolean forward) {
        Set<String> reached = new LinkedHashSet<>(from);
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Way way : forward ? out(open.remove()) : in(open.remove())) {
                String there = forward ? way.to() : way.from();
                if (through.test(there) && reached.add(there)) {
                    open.add(there);
                }
            }
        }
        return reached;
    }
}
