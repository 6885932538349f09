package io.jianmi.workflow.compile;

import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.node.Duty;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the handler of one step chooses who acts on another: on those that may come next without another step of people between. Pure and
 * total, for graphs that are wrong too.
 */
public final class Choosing {

    private final Map<String, List<CompiledNode>> after = new LinkedHashMap<>();

    /** @param waiting joins that are not passed before somebody has acted in their block */
    Choosing(Collection<CompiledNode> nodes, ParallelBlocks blocks, Set<String> waiting) {
        Map<String, CompiledNode> byKey = new LinkedHashMap<>();
        nodes.forEach(node -> byKey.putIfAbsent(node.key(), node));
        byKey.values().stream()
                .filter(node -> node.duty() instanceof Duty.Work || node.duty() instanceof Duty.Begin)
                .forEach(node -> after.put(node.key(), after(node, byKey, blocks, waiting)));
    }

    /** Steps whose people the handler of a node chooses, in the order in which they lie behind it; of the start, whoever submits. */
    public List<CompiledNode> after(String node) {
        return after.getOrDefault(node, List.of());
    }

    /** Whether there is somebody who chooses who acts on a node. */
    public boolean chosen(String node) {
        return !before(node).isEmpty();
    }

    /** Whether somebody has to be chosen for a step, since nothing is said of what happens else; nobody has to be told by a copy. */
    public static boolean demanded(CompiledNode step) {
        return step.duty() instanceof Duty.Work work && work.assignment().demandsChoice();
    }

    /** Keys of the nodes from which one comes to a node whose people are chosen, the start among them. */
    public Set<String> before(String node) {
        Set<String> before = new LinkedHashSet<>();
        after.forEach((key, steps) -> {
            if (steps.stream().anyMatch(step -> step.key().equals(node))) {
                before.add(key);
            }
        });
        return before;
    }

    /** The rule of a node by which people come to it; empty where none do. */
    public static Optional<Assignment> rule(CompiledNode node) {
        if (node.duty() instanceof Duty.Work work) {
            return Optional.of(work.assignment());
        }
        return node.duty() instanceof Duty.Copy copy ? Optional.of(copy.assignment()) : Optional.empty();
    }

    private static List<CompiledNode> after(
            CompiledNode from, Map<String, CompiledNode> nodes, ParallelBlocks blocks, Set<String> waiting) {
        List<CompiledNode> chosen = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        from.pass().ifPresent(edge -> open.add(edge.to()));
        while (!open.isEmpty()) {
            CompiledNode node = nodes.get(open.remove());
            if (node != null && seen.add(node.key()) && !waits(node.key(), from.key(), blocks, waiting)) {
                if (rule(node).filter(Assignment::chosen).isPresent()) {
                    chosen.add(node);
                }
                if (!(node.duty() instanceof Duty.Work)) {
                    node.out().forEach(edge -> open.add(edge.to()));
                }
            }
        }
        return List.copyOf(chosen);
    }

    /** A join behind which others have acted since, for whoever stands before its fork. */
    private static boolean waits(String join, String from, ParallelBlocks blocks, Set<String> waiting) {
        return waiting.contains(join)
                && blocks.inward().stream()
                        .filter(block -> block.join().equals(join))
                        .noneMatch(block -> block.body().contains(from));
    }
}
