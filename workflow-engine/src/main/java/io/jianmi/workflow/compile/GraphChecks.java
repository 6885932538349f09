package io.jianmi.workflow.compile;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.jianmi.workflow.definition.Edge;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.definition.WorkflowDefinition;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeTypes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The shape of the graph: one start, an end for every way, no fork without a default, no loop without a human. */
final class GraphChecks {

    private final WorkflowDefinition workflow;
    private final Map<String, Duty> duties = new HashMap<>();
    private final Checks checks;

    private GraphChecks(WorkflowDefinition workflow, NodeTypes types, Checks checks) {
        this.workflow = workflow;
        this.checks = checks;
        workflow.nodes().forEach(node -> duties.put(node.key(), types.duty(node)));
    }

    static void run(WorkflowDefinition workflow, NodeTypes types, Checks checks) {
        GraphChecks graph = new GraphChecks(workflow, types, checks);
        graph.nodes();
        graph.edges();
        graph.ways();
        if (!checks.block()) {
            graph.reach();
            graph.loops();
        }
    }

    private void nodes() {
        Set<String> seen = new HashSet<>();
        int starts = 0;
        int ends = 0;
        for (int i = 0; i < workflow.nodes().size(); i++) {
            NodeDefinition node = workflow.nodes().get(i);
            if (!seen.add(node.key())) {
                checks.error(Checks.DUPLICATE_NODE, "/nodes/" + i + "/key", "node", node.key());
            }
            Duty duty = duty(node.key());
            ends += duty instanceof Duty.Finish ? 1 : 0;
            if (duty instanceof Duty.Begin && ++starts > 1) {
                checks.error(Checks.SEVERAL_STARTS, "/nodes/" + i, "node", node.key());
            }
        }
        if (starts == 0) {
            checks.error(Checks.NO_START, "/nodes");
        }
        if (ends == 0) {
            checks.error(Checks.NO_END, "/nodes");
        }
    }

    private void edges() {
        for (int i = 0; i < workflow.edges().size(); i++) {
            Edge edge = workflow.edges().get(i);
            String pointer = "/edges/" + i;
            if (!duties.containsKey(edge.from())) {
                checks.error(Checks.UNKNOWN_NODE, pointer + "/from", "node", edge.from());
            } else if (duty(edge.from()) instanceof Duty.Route) {
                if (edge.when().isEmpty() && !edge.otherwise()) {
                    checks.error(Checks.MISSING_CONDITION, pointer);
                }
            } else if (edge.when().isPresent() || edge.otherwise()) {
                checks.error(Checks.MISPLACED_CONDITION, pointer);
            }
            if (edge.onReject() && duties.containsKey(edge.from()) && !decides(edge.from())) {
                checks.error(Checks.MISPLACED_CONDITION, pointer + "/on");
            }
            if (!duties.containsKey(edge.to())) {
                checks.error(Checks.UNKNOWN_NODE, pointer + "/to", "node", edge.to());
            } else if (duty(edge.to()) instanceof Duty.Begin) {
                checks.error(Checks.SEVERAL_WAYS, pointer + "/to", "node", edge.to());
            }
        }
    }

    private void ways() {
        for (int i = 0; i < workflow.nodes().size(); i++) {
            NodeDefinition node = workflow.nodes().get(i);
            String pointer = "/nodes/" + i;
            Duty duty = duty(node.key());
            List<Edge> out = workflow.edges().stream()
                    .filter(edge -> edge.from().equals(node.key()))
                    .toList();
            long plain = out.stream().filter(edge -> !edge.onReject()).count();
            if (duty instanceof Duty.Finish) {
                if (!out.isEmpty()) {
                    checks.error(Checks.SEVERAL_WAYS, pointer, "node", node.key());
                }
            } else if (plain == 0) {
                checks.error(Checks.DEAD_END, pointer, "node", node.key());
            } else if (duty instanceof Duty.Route) {
                defaults(node, pointer, out);
            } else if (plain > 1 || out.size() - plain > 1) {
                checks.error(Checks.SEVERAL_WAYS, pointer, "node", node.key());
            }
        }
    }

    private void defaults(NodeDefinition node, String pointer, List<Edge> out) {
        long defaults = out.stream().filter(Edge::otherwise).count();
        if (defaults == 0) {
            checks.error(Checks.MISSING_DEFAULT, pointer, "node", node.key());
        } else if (defaults > 1) {
            checks.error(Checks.SEVERAL_WAYS, pointer, "node", node.key());
        }
    }

    private void reach() {
        Set<String> fromStart = closure(keys(duty -> duty instanceof Duty.Begin), node -> true, true);
        Set<String> toEnd = closure(keys(duty -> duty instanceof Duty.Finish), node -> true, false);
        for (int i = 0; i < workflow.nodes().size(); i++) {
            String key = workflow.nodes().get(i).key();
            if (!fromStart.contains(key)) {
                checks.error(Checks.UNREACHABLE, "/nodes/" + i, "node", key);
            } else if (!toEnd.contains(key)) {
                checks.error(Checks.DEAD_END, "/nodes/" + i, "node", key);
            }
        }
    }

    /** A node that can reach itself without passing a human would spin for ever. */
    private void loops() {
        Predicate<String> automatic = key -> !(duty(key) instanceof Duty.Work);
        for (int i = 0; i < workflow.nodes().size(); i++) {
            String key = workflow.nodes().get(i).key();
            if (automatic.test(key)) {
                Set<String> next = workflow.edges().stream()
                        .filter(edge -> edge.from().equals(key) && automatic.test(edge.to()))
                        .map(Edge::to)
                        .collect(toUnmodifiableSet());
                if (closure(next, automatic, true).contains(key)) {
                    checks.error(Checks.LOOP_WITHOUT_HUMAN, "/nodes/" + i, "node", key);
                }
            }
        }
    }

    private Set<String> closure(Set<String> from, Predicate<String> through, boolean forward) {
        Set<String> reached = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            String key = open.remove();
            for (Edge edge : workflow.edges()) {
                String here = forward ? edge.from() : edge.to();
                String there = forward ? edge.to() : edge.from();
                if (here.equals(key) && through.test(there) && reached.add(there)) {
                    open.add(there);
                }
            }
        }
        return reached;
    }

    private Set<String> keys(Predicate<Duty> which) {
        return duties.entrySet().stream()
                .filter(node -> which.test(node.getValue()))
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }

    private boolean decides(String key) {
        return duty(key) instanceof Duty.Work work && work.purpose() == Duty.Purpose.DECIDE;
    }

    private Duty duty(String key) {
        Duty duty = duties.get(key);
        if (duty == null) {
            throw new IllegalStateException("asked for a node that is not there");
        }
        return duty;
    }
}
