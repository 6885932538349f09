package io.jianmi.workflow.compile;

import io.jianmi.workflow.compile.Graph.Way;
import io.jianmi.workflow.node.Duty;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parallel blocks of a workflow, and what they mean for a way back: a token may only be put where its block still
 * has the other ones it needs to join. Pure and total, for graphs that are wrong too.
 */
public final class ParallelBlocks {

    private final List<ParallelBlock> blocks = new ArrayList<>();
    private final Map<String, Set<String>> joins = new LinkedHashMap<>();

    ParallelBlocks(Graph graph) {
        for (String fork : graph.keys(Duty.Fork.class)) {
            Set<String> found = joins(graph, fork);
            joins.put(fork, found);
            if (found.size() == 1) {
                blocks.add(block(graph, fork, found.iterator().next()));
            }
        }
        blocks.sort(Comparator.comparingInt(block -> block.body().size()));
    }

    /** One branch of one block. */
    private record Place(ParallelBlock block, List<Integer> branch) {}

    /** Inner blocks before those around them. */
    public List<ParallelBlock> inward() {
        return List.copyOf(blocks);
    }

    /** All nodes that can stand beside another. */
    public Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        blocks.forEach(block -> all.addAll(block.body()));
        return all;
    }

    /** The joins that the ways of a fork reach at its own level, by fork. Exactly one each, when all is right. */
    Map<String, Set<String>> joins() {
        return joins;
    }

    /**
     * Where a return from a node leads when a passed node is meant: to that node when it lies on the same ways; to the
     * fork when it lies in a block that is done, whose ways are then all walked again; nowhere when it lies in another
     * branch of a block that still runs.
     */
    public Optional<String> back(String from, String passed) {
        List<Place> here = places(from);
        List<Place> there = places(passed);
        int common = common(here, there);
        if (common == there.size()) {
            return Optional.of(passed);
        }
        boolean runs = common < here.size()
                && here.get(common).block().equals(there.get(common).block());
        return runs ? Optional.empty() : Optional.of(there.get(common).block().fork());
    }

    /** Whether both lie on exactly the same ways. */
    public boolean together(String node, String other) {
        return places(node).equals(places(other));
    }

    /** Whether one can wait while the other does, in different branches. */
    public boolean beside(String node, String other) {
        List<Place> here = places(node);
        List<Place> there = places(other);
        int common = common(here, there);
        return common < here.size()
                && common < there.size()
                && here.get(common).block().equals(there.get(common).block());
    }

    /**
     * Nodes whose tokens are gone when a token goes from one node back to another: all of the outermost block that it
     * leaves, its join too; none when it stays in its branch.
     */
    public Set<String> left(String from, String to) {
        List<Place> here = places(from);
        int common = common(here, places(to));
        Set<String> gone = new LinkedHashSet<>();
        if (common < here.size()) {
            ParallelBlock block = here.get(common).block();
            gone.addAll(block.body());
            gone.add(block.join());
        }
        return gone;
    }

    private static int common(List<Place> here, List<Place> there) {
        int common = 0;
        while (common < here.size() && common < there.size() && here.get(common).equals(there.get(common))) {
            common++;
        }
        return common;
    }

    /** Outermost first. */
    private List<Place> places(String node) {
        List<Place> places = new ArrayList<>();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            List<Integer> branches = blocks.get(i).branchesOf(node);
            if (!branches.isEmpty()) {
                places.add(new Place(blocks.get(i), branches));
            }
        }
        return places;
    }

    private record At(String node, int depth) {}

    /** Walks from the fork and counts: a fork on the way opens a level, a join closes one. */
    private static Set<String> joins(Graph graph, String fork) {
        int deepest = graph.keys(Duty.Fork.class).size();
        Set<String> found = new LinkedHashSet<>();
        Set<At> seen = new HashSet<>();
        Deque<At> open = new ArrayDeque<>();
        graph.out(fork).forEach(way -> open.add(new At(way.to(), 1)));
        while (!open.isEmpty()) {
            At at = open.remove();
            Duty duty = graph.duty(at.node());
            int depth = at.depth() + (duty instanceof Duty.Fork ? 1 : duty instanceof Duty.Join ? -1 : 0);
            if (depth == 0) {
                found.add(at.node());
            } else if (depth <= deepest && seen.add(at)) {
                graph.out(at.node()).forEach(way -> open.add(new At(way.to(), depth)));
            }
        }
        return found;
    }

    /**
     * A node belongs to a branch when it can be reached on it before the join, and either leads to the join or at least
     * not to what lies outside: behind the join, or before the fork. An end lies outside always.
     */
    private static ParallelBlock block(Graph graph, String fork, String join) {
        Set<String> towards = graph.closure(List.of(join), node -> !node.equals(fork), false);
        Set<String> outside = new HashSet<>(graph.keys(Duty.Finish.class));
        outside.addAll(graph.closure(List.of(join), node -> !node.equals(fork), true));
        outside.addAll(graph.closure(List.of(fork), node -> !node.equals(join), false));
        List<Set<String>> branches = new ArrayList<>();
        for (Way way : graph.out(fork)) {
            Set<String> branch = new LinkedHashSet<>();
            if (!way.to().equals(join)) {
                branch.addAll(graph.closure(List.of(way.to()), node -> !node.equals(join) && !node.equals(fork), true));
                branch.removeIf(node -> outside.contains(node) && !towards.contains(node));
                branch.remove(fork);
            }
            branches.add(branch);
        }
        return new ParallelBlock(fork, join, branches);
    }
}
