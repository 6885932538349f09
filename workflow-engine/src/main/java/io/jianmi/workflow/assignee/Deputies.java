package io.jianmi.workflow.assignee;

import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who acts for whom at one moment. Pure; a chain is followed to its end, and nobody acts where it runs in a circle. */
public final class Deputies {

    private final List<Standing> rules;
    private final Org org;

    /** @param rules those in force now; of two of one member for the same workflow the first counts */
    public Deputies(List<Standing> rules, Org org) {
        this.rules = List.copyOf(rules);
        this.org = org;
    }

    public static Deputies none(Org org) {
        return new Deputies(List.of(), org);
    }

    /**
     * A delegation in force.
     *
     * @param workflows {@code app/key}; none: all
     */
    public record Standing(MemberId member, MemberId delegate, Set<String> workflows) {
        public Standing {
            workflows = Set.copyOf(workflows);
        }

        private boolean covers(String workflow) {
            return workflows.isEmpty() || workflows.contains(workflow);
        }
    }

    /**
     * Somebody who has to act.
     *
     * @param delegator for whom; empty: in his own name
     */
    public record Deputy(MemberId assignee, Optional<MemberId> delegator) {
        public static Deputy own(MemberId member) {
            return new Deputy(member, Optional.empty());
        }
    }

    /**
     * Who acts for each of those whom a step asks, in their order. Nobody signs one step twice, and whom the step's rules keep
     * out does not come in as a delegate: then the task stays with the one who was asked.
     *
     * @param excluded members who must not act on the step
     */
    public List<Deputy> of(List<MemberId> members, String workflow, Set<MemberId> excluded) {
        Set<MemberId> taken = new HashSet<>(members);
        List<Deputy> deputies = new ArrayList<>();
        for (MemberId member : members) {
            Optional<MemberId> delegate =
                    of(member, workflow).filter(found -> !excluded.contains(found) && !taken.contains(found));
            delegate.ifPresent(taken::add);
            deputies.add(delegate.map(found -> new Deputy(found, Optional.of(member)))
                    .orElseGet(() -> Deputy.own(member)));
        }
        return deputies;
    }

    /** The end of the member's chain; empty when he acts himself, when it runs in a circle, or when it leads to one who has left. */
    public Optional<MemberId> of(MemberId member, String workflow) {
        Set<MemberId> passed = new LinkedHashSet<>(Set.of(member));
        MemberId last = member;
        Optional<MemberId> next = next(last, workflow);
        while (next.isPresent()) {
            if (!passed.add(next.get())) {
                return Optional.empty();
            }
            last = next.get();
            next = next(last, workflow);
        }
        return Optional.of(last).filter(found -> !found.equals(member));
    }

    /** Who names one workflow says more than who names all; a delegate who has left is none. */
    private Optional<MemberId> next(MemberId member, String workflow) {
        List<Standing> his = rules.stream()
                .filter(rule -> rule.member().equals(member) && rule.covers(workflow))
                .filter(rule ->
                        org.member(rule.delegate()).filter(Member::enabled).isPresent())
                .toList();
        return his.stream()
                .filter(rule -> !rule.workflows().isEmpty())
                .findFirst()
                .or(() -> his.stream().findFirst())
                .map(Standing::delegate);
    }
}
