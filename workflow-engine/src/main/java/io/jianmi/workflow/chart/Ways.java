package io.jianmi.workflow.chart;

import io.jianmi.workflow.chart.Passage.Kind;
import io.jianmi.workflow.compile.CompiledEdge;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.node.Duty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a node was reached through nodes that leave no trace: from the step that was left last before, and at a join from the last step of
 * every branch. Pure.
 */
final class Ways {

    private final CompiledWorkflow workflow;
    private final Map<String, Passage> passed;

    Ways(CompiledWorkflow workflow, Map<String, Passage> passed) {
        this.workflow = workflow;
        this.passed = passed;
    }

    /**
     * @param since when its last step was left
     * @param edges ids, in no order
     * @param nodes those on it that leave no trace
     */
    record Way(Instant since, Set<String> edges, Set<String> nodes) {

        static final Way NONE = new Way(Instant.MIN, Set.of(), Set.of());

        Way and(Way other) {
            Set<String> allEdges = new LinkedHashSet<>(edges);
            allEdges.addAll(other.edges);
            Set<String> allNodes = new LinkedHashSet<>(nodes);
            allNodes.addAll(other.nodes);
            return new Way(since.isAfter(other.since) ? since : other.since, allEdges, allNodes);
        }
    }

    /** Empty for the start and for what cannot be explained. */
    Way to(Passage reached) {
        // What the clock of another node noted too late is better explained than not at all.
        return to(reached.node(), reached.since(), new HashSet<>())
                .or(() -> to(reached.node(), Instant.MAX, new HashSet<>()))
                .orElse(Way.NONE);
    }

    /** Whether a step is left along this edge, as it was decided. */
    boolean leaves(Passage passage, CompiledEdge edge) {
        return edge.onReject() == (passage.kind() == Kind.REJECTED);
    }

    boolean joins(String node) {
        return workflow.require(node).duty() instanceof Duty.Join;
    }

    private Optional<Way> to(String node, Instant before, Set<String> walked) {
        if (!walked.add(node)) {
            return Optional.empty();
        }
        List<Way> ways = new ArrayList<>();
        for (CompiledNode from : workflow.nodes()) {
            for (CompiledEdge edge : from.out()) {
                if (edge.to().equals(node)) {
                    along(from, edge, before, new HashSet<>(walked)).ifPresent(ways::add);
                }
            }
        }
        return joins(node)
                ? ways.stream().reduce(Way::and)
                : ways.stream()
                        .max(Comparator.comparing(Way::since)
                                .thenComparing(way -> -way.edges().size()));
    }

    private Optional<Way> along(CompiledNode from, CompiledEdge edge, Instant before, Set<String> walked) {
        Way last = new Way(Instant.MIN, Set.of(edge.id()), Set.of());
        if (traceless(from)) {
            return to(from.key(), before, walked)
                    .map(way -> way.and(new Way(Instant.MIN, Set.of(edge.id()), Set.of(from.key()))));
        }
        return Optional.ofNullable(passed.get(from.key()))
                .filter(passage -> leaves(passage, edge))
                .filter(passage -> !passage.moment().isAfter(before))
                .map(passage -> last.and(new Way(passage.moment(), Set.of(), Set.of())));
    }

    private static boolean traceless(CompiledNode node) {
        return node.duty() instanceof Duty.Route
                || node.duty() instanceof Duty.Fork
                || node.duty() instanceof Duty.Join;
    }
}
