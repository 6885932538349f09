package io.jianmi.workflow.compile;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.jianmi.workflow.definition.Edge;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.definition.WorkflowDefinition;
import io.jianmi.workflow.node.Duty;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The shape of the graph: blocks that close, one start, an end for every way, no fork without a default, no loop without a human. */
final class GraphChecks {

    private final WorkflowDefinition workflow;
    private final Graph graph;
    private final ParallelBlocks blocks;
    private final Checks checks;

    private GraphChecks(WorkflowDefinition workflow, Graph graph, ParallelBlocks blocks, Checks checks) {
        this.workflow = workflow;
        this.graph = graph;
        this.blocks = blocks;
        this.checks = checks;
    }

    static void run(WorkflowDefinition workflow, Graph graph, ParallelBlocks blocks, Checks checks) {
        GraphChecks shape = new GraphChecks(workflow, graph, blocks, checks);
        shape.nodes();
        shape.edges();
        shape.ways();
        if (!checks.block()) {
            shape.reach();
            new BlockChecks(graph, blocks, shape.pointers(), checks).run();
            shape.loops();
        }
    }

    private Map<String, String> pointers() {
        Map<String, String> pointers = new HashMap<>();
        for (int i = 0; i < workflow.nodes().size(); i++) {
            pointers.putIfAbsent(workflow.nodes().get(i).key(), "/nodes/" + i);
        }
        return pointers;
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
            if (!graph.has(edge.from())) {
                checks.error(Checks.UNKNOWN_NODE, pointer + "/from", "node", edge.from());
            } else if (duty(edge.from()) instanceof Duty.Route) {
                if (edge.when().isEmpty() && !edge.otherwise()) {
                    checks.error(Checks.MISSING_CONDITION, pointer);
                }
            } else if (edge.when().isPresent() || edge.otherwise()) {
                checks.error(Checks.MISPLACED_CONDITION, pointer);
            }
            if (edge.onReject() && graph.has(edge.from()) && !decides(edge.from())) {
                checks.error(Checks.MISPLACED_CONDITION, pointer + "/on");
            }
            if (!graph.has(edge.to())) {
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
            } else if (plain > 1 && !(duty instanceof Duty.Fork) || out.size() - plain > 1) {
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
        Set<String> fromStart = graph.closure(graph.keys(Duty.Begin.class), node -> true, true);
        Set<String> toEnd = graph.closure(graph.keys(Duty.Finish.class), node -> true, false);
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
        Set<String> waiting = BlockChecks.waiting(graph, blocks);
        Predicate<String> automatic = key -> BlockChecks.automatic(graph, key, waiting);
        for (int i = 0; i < workflow.nodes().size(); i++) {
            String key = workflow.nodes().get(i).key();
            if (automatic.test(key)) {
                Set<String> next = graph.out(key).stream()
                        .map(Graph.Way::to)
                        .filter(automatic)
                        .collect(toUnmodifiableSet());
                if (graph.closure(next, automatic, true).contains(key)) {
                    checks.error(Checks.LOOP_WITHOUT_HUMAN, "/nodes/" + i, "node", key);
                }
            }
        }
    }

    private boolean decides(String key) {
        return duty(key) instanceof Duty.Work work && work.purpose() == Duty.Purpose.DECIDE
                || duty(key) instanceof Duty.Launch launch && launch.waits();
    }

    private Duty duty(String key) {
        return graph.duty(key);
    }
}
