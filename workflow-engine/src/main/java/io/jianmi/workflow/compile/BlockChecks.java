package io.jianmi.workflow.compile;

import io.jianmi.workflow.compile.Graph.Way;
import io.jianmi.workflow.node.Duty;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parallel blocks that can be walked: every fork has one join, every join one fork, and ways lead into a block through
 * its fork and out of it through its join only. A join would otherwise wait for ever, or be passed twice.
 */
final class BlockChecks {

    private final Graph graph;
    private final ParallelBlocks blocks;
    private final Map<String, String> pointers;
    private final Checks checks;
    private final Set<Integer> reported = new HashSet<>();

    /** @param pointers of the nodes, by key */
    BlockChecks(Graph graph, ParallelBlocks blocks, Map<String, String> pointers, Checks checks) {
        this.graph = graph;
        this.blocks = blocks;
        this.pointers = pointers;
        this.checks = checks;
    }

    void run() {
        Map<String, Set<String>> forks = new LinkedHashMap<>();
        blocks.joins().forEach((fork, joins) -> {
            joins.forEach(join ->
                    forks.computeIfAbsent(join, key -> new LinkedHashSet<>()).add(fork));
            if (joins.size() != 1) {
                error(joins.isEmpty() ? Checks.PARALLEL_WITHOUT_JOIN : Checks.PARALLEL_SEVERAL_JOINS, fork);
            }
            if (graph.out(fork).size() == 1) {
                checks.warning(Checks.PARALLEL_ONE_WAY, pointer(fork), "node", fork);
            }
        });
        for (String join : graph.keys(Duty.Join.class)) {
            int count = forks.getOrDefault(join, Set.of()).size();
            if (count != 1) {
                error(count == 0 ? Checks.JOIN_WITHOUT_PARALLEL : Checks.JOIN_OF_SEVERAL, join);
            }
        }
        blocks.inward().stream()
                .filter(block -> forks.getOrDefault(block.join(), Set.of()).size() == 1)
                .forEach(this::ways);
    }

    private void ways(ParallelBlock block) {
        Set<String> body = block.body();
        for (Way way : graph.ways()) {
            boolean from = way.from().equals(block.fork()) || body.contains(way.from());
            boolean to = body.contains(way.to());
            boolean joins = way.to().equals(block.join());
            if (from && !to && !joins) {
                error(
                        graph.duty(way.to()) instanceof Duty.Finish ? Checks.END_IN_BRANCH : Checks.WAY_OUT_OF_BRANCH,
                        way,
                        block);
            } else if (!from && (to || joins)) {
                error(Checks.WAY_INTO_BRANCH, way, block);
            } else if (to && meets(block, way)) {
                error(Checks.WAY_BETWEEN_BRANCHES, way, block);
            }
        }
    }

    /** Where two branches run together although neither has been joined. */
    private static boolean meets(ParallelBlock block, Way way) {
        return block.branchesOf(way.to()).size() > 1
                && (way.from().equals(block.fork())
                        || block.branchesOf(way.from()).size() == 1);
    }

    private void error(String code, String node) {
        checks.error(code, pointer(node), "node", node);
    }

    /** Once per edge: what leaves an inner block leaves those around it too. */
    private void error(String code, Way way, ParallelBlock block) {
        if (reported.add(way.index())) {
            checks.error(code, "/edges/" + way.index(), "node", block.fork());
        }
    }

    private String pointer(String node) {
        return pointers.getOrDefault(node, "/nodes");
    }

    /**
     * Joins that are not passed before somebody has acted: some way to them has a human on it wherever it goes.
     */
    static Set<String> waiting(Graph graph, ParallelBlocks blocks) {
        Set<String> waiting = new HashSet<>();
        for (ParallelBlock block : blocks.inward()) {
            List<Way> ways = graph.out(block.fork());
            boolean human = ways.stream().anyMatch(way -> !passes(graph, way.to(), block.join(), waiting));
            if (human) {
                waiting.add(block.join());
            }
        }
        return waiting;
    }

    private static boolean passes(Graph graph, String from, String join, Set<String> waiting) {
        return automatic(graph, from, waiting)
                && graph.closure(List.of(from), node -> automatic(graph, node, waiting), true)
                        .contains(join);
    }

    static boolean automatic(Graph graph, String node, Set<String> waiting) {
        return !(graph.duty(node) instanceof Duty.Work) && !waiting.contains(node);
    }
}
