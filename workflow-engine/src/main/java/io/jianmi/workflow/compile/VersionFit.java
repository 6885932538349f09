package io.jianmi.workflow.compile;

import io.jianmi.workflow.node.Duty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an instance can go on in another version of its workflow: where it stands and what it has passed must be there, and
 * its parallel branches must be as they were, since tokens are nowhere else than they would have come to. Pure.
 */
public final class VersionFit {

    public static final String NODE_GONE = "workflow.migration-node-gone";
    public static final String NODE_CHANGED = "workflow.migration-node-changed";
    public static final String BRANCH_CHANGED = "workflow.migration-branch-changed";
    public static final String PASSED_GONE = "workflow.migration-passed-gone";

    private final CompiledWorkflow from;
    private final CompiledWorkflow to;

    public VersionFit(CompiledWorkflow from, CompiledWorkflow to) {
        this.from = from;
        this.to = to;
    }

    /** What does not fit, and where. */
    public record Misfit(String code, String node) {}

    /**
     * @param waiting nodes at which people stand, or at which it is to begin
     * @param rejected those of them that were just rejected and have still to be left so
     * @param passed nodes that tasks and the timeline name
     * @return everything that does not fit, by node; empty when it can go on
     */
    public List<Misfit> check(Collection<String> waiting, Set<String> rejected, Collection<String> passed) {
        List<Misfit> misfits = new ArrayList<>();
        waiting.stream()
                .sorted()
                .distinct()
                .forEach(node ->
                        waits(node, rejected.contains(node)).ifPresent(code -> misfits.add(new Misfit(code, node))));
        passed.stream()
                .sorted()
                .distinct()
                .filter(node -> !waiting.contains(node) && !same(node))
                .forEach(node -> misfits.add(new Misfit(PASSED_GONE, node)));
        return misfits;
    }

    private Optional<String> waits(String node, boolean rejected) {
        Optional<CompiledNode> there = to.node(node);
        if (there.isEmpty()) {
            return Optional.of(NODE_GONE);
        }
        boolean returned = there.get().duty() instanceof Duty.Begin && !to.returnsToStart();
        if (!same(node) || returned || rejected && there.get().reject().isEmpty()) {
            return Optional.of(NODE_CHANGED);
        }
        return around(from, node).equals(around(to, node)) ? Optional.empty() : Optional.of(BRANCH_CHANGED);
    }

    /** What people are asked for there is the same. */
    private boolean same(String node) {
        return from.node(node)
                .flatMap(old -> to.node(node).filter(there -> kind(old.duty()).equals(kind(there.duty()))))
                .isPresent();
    }

    private static String kind(Duty duty) {
        return duty instanceof Duty.Work work
                ? work.purpose().name()
                : duty.getClass().getSimpleName();
    }

    /** The blocks in which a node lies; in which order their branches are drawn says nothing. */
    private static List<Block> around(CompiledWorkflow workflow, String node) {
        return workflow.blocks().inward().stream()
                .filter(block -> block.body().contains(node))
                .map(block ->
                        new Block(block.fork(), block.join(), block.branches().size(), Set.copyOf(block.branches())))
                .toList();
    }

    private record Block(String fork, String join, int ways, Set<Set<String>> branches) {}

    /** Joins at which other tokens of an instance may wait that stands at these nodes. */
    public Set<String> joins(Collection<String> waiting) {
        return from.blocks().inward().stream()
                .filter(block -> waiting.stream().anyMatch(block.body()::contains))
                .map(ParallelBlock::join)
                .collect(Collectors.toUnmodifiableSet());
    }
}
