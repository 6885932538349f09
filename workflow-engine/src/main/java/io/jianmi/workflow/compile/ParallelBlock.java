package io.jianmi.workflow.compile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What lies between a fork and its join.
 *
 * @param branches nodes of each way, in the order of the fork's edges; fork and join belong to none
 */
public record ParallelBlock(String fork, String join, List<Set<String>> branches) {

    public ParallelBlock {
        branches = branches.stream().map(Set::copyOf).toList();
    }

    /** All nodes of all branches. */
    public Set<String> body() {
        return branches.stream().flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Positions of the branches in which a node lies: one, in a workflow that may be published. */
    List<Integer> branchesOf(String node) {
        return IntStream.range(0, branches.size())
                .filter(i -> branches.get(i).contains(node))
                .boxed()
                .toList();
    }
}
