package io.jianmi.workflow.instance;

import io.jianmi.core.identity.MemberId;
import io.jianmi.workflow.compile.ParallelBlocks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of an instance that somebody has decided. Pure.
 *
 * @param delegator for whom; null: in his own name
 */
public record Deed(MemberId member, @Nullable MemberId delegator, String node, UUID visit, String decision) {

    /** Both have had their say by it. */
    public Set<MemberId> people() {
        return delegator == null ? Set.of(member) : Set.of(member, delegator);
    }

    /**
     * Who decided the step before: one step, or the last of each branch that has been joined, and none beside.
     *
     * @param node at which somebody is to act
     * @param deeds of its instance but for this visit of the node, oldest first
     */
    public static Set<MemberId> before(String node, List<Deed> deeds, ParallelBlocks blocks) {
        List<Deed> last = new ArrayList<>();
        Set<MemberId> people = new HashSet<>();
        for (int i = deeds.size() - 1; i >= 0; i--) {
            Deed deed = deeds.get(i);
            boolean same = last.stream().anyMatch(other -> other.visit().equals(deed.visit()));
            boolean branch = last.stream().allMatch(other -> blocks.beside(other.node(), deed.node()));
            if (!blocks.beside(node, deed.node()) && (same || branch)) {
                last.add(deed);
                people.addAll(deed.people());
            }
        }
        return people;
    }
}
