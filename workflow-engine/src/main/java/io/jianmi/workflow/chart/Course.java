package io.jianmi.workflow.chart;

import io.jianmi.workflow.compile.CompiledEdge;
import io.jianmi.workflow.compile.CompiledWorkflow;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of every node and edge of an instance. Nodes that wait or act leave a trace; conditions, forks and joins leave none, so
 * which of their ways was taken follows from the traces on both sides. Pure.
 */
final class Course {

    /** What a node is to the instance now. */
    enum State {
        PASSED,
        CURRENT,
        /** It can still come there without going back. */
        POSSIBLE,
        /** It went, or will go, another way. */
        ASIDE,
        /** Where it stood when somebody ended it. */
        STOPPED
    }

    private final CompiledWorkflow workflow;
    private final Map<String, Passage> passed = new LinkedHashMap<>();
    private final Map<String, Passage> open = new LinkedHashMap<>();
    private final Map<String, Passage> stopped = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final Set<String> crossed = new HashSet<>();
    private final Set<String> possible;

    /**
     * @param passages in any order, the start's among them
     * @param running false once it has ended: nothing is possible any more
     */
    Course(CompiledWorkflow workflow, Collection<Passage> passages, boolean running) {
        this.workflow = workflow;
        passages.stream()
                // A migration may have left behind what was walked back.
                .filter(passage -> workflow.node(passage.node()).isPresent())
                .sorted(Comparator.comparing(Passage::moment))
                .forEach(this::follow);
        Ways ways = new Ways(workflow, passed);
        List.of(passed, open, stopped).forEach(reached -> reached.values().forEach(passage -> add(ways, passage)));
        passed.values().forEach(passage -> toJoin(ways, passage));
        this.possible = running ? ahead() : Set.of();
    }

    State of(String node) {
        if (open.containsKey(node)) {
            return State.CURRENT;
        }
        if (passed.containsKey(node) || crossed.contains(node)) {
            return State.PASSED;
        }
        if (stopped.containsKey(node) && possible.isEmpty()) {
            return State.STOPPED;
        }
        return possible.contains(node) ? State.POSSIBLE : State.ASIDE;
    }

    /** Whether the instance went along this edge, on the way that counts. */
    boolean went(CompiledEdge edge) {
        return taken.contains(edge.id());
    }

    /** The stay at a node that counts; null where it left no trace there. */
    @Nullable
    Passage at(String node) {
        Passage standing = open.get(node);
        Passage done = standing == null ? passed.get(node) : standing;
        return done == null ? stopped.get(node) : done;
    }

    private void follow(Passage passage) {
        String node = passage.node();
        switch (passage.kind()) {
            case OPEN -> {
                passed.remove(node);
                open.put(node, passage);
            }
            case PASSED, REJECTED -> passed.put(node, passage);
            case BACK -> passage.target().ifPresent(this::forget);
            case STRAIGHT_BACK -> passed.remove(node);
            case STOPPED -> stopped.put(node, passage);
        }
    }

    /** What lies behind a step that is walked again counts once it was passed again. */
    private void forget(String target) {
        Set<String> again = reachable(Set.of(target));
        passed.keySet().removeAll(again);
        stopped.keySet().removeAll(again);
    }

    private void add(Ways ways, Passage passage) {
        Ways.Way way = ways.to(passage);
        taken.addAll(way.edges());
        crossed.addAll(way.nodes());
    }

    /** Whoever is through waits at the join for the others; that leaves no trace behind it yet. */
    private void toJoin(Ways ways, Passage passage) {
        workflow.require(passage.node()).out().stream()
                .filter(edge -> ways.leaves(passage, edge))
                .filter(edge -> ways.joins(edge.to()))
                .forEach(edge -> taken.add(edge.id()));
    }

    private Set<String> ahead() {
        Set<String> from = new LinkedHashSet<>(open.keySet());
        if (from.isEmpty()) {
            passed.values().stream()
                    .max(Comparator.comparing(Passage::moment))
                    .ifPresent(last -> from.add(last.node()));
        }
        return reachable(from);
    }

    private Set<String> reachable(Set<String> from) {
        Set<String> reached = new LinkedHashSet<>(from);
        Deque<String> left = new ArrayDeque<>(from);
        while (!left.isEmpty()) {
            workflow.node(left.removeFirst()).stream()
                    .flatMap(node -> node.out().stream())
                    .map(CompiledEdge::to)
                    .filter(reached::add)
                    .forEach(left::addLast);
        }
        return reached;
    }
}
