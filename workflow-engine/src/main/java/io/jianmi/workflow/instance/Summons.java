package io.jianmi.workflow.instance;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.workflow.assignee.AssigneeFacts;
import io.jianmi.workflow.assignee.AssigneeRule;
import io.jianmi.workflow.assignee.Assignees;
import io.jianmi.workflow.assignee.Assignees.Found;
import io.jianmi.workflow.assignee.Assignees.Via;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.assignee.Deputies.Deputy;
import io.jianmi.workflow.compile.Choosing;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.ParallelBlocks;
import io.jianmi.workflow.sign.SignPolicy;
import io.jianmi.workflow.sign.SignRule;
import io.jianmi.workflow.sign.Signature;
import io.jianmi.workflow.sign.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whom a step asks, and who need not sign any more: its rule against what was decided so far. Pure. */
public final class Summons {

    private final ParallelBlocks blocks;
    private final Org org;
    private final MemberId initiator;
    private final InstanceFacts facts;

    public Summons(ParallelBlocks blocks, Org org, MemberId initiator, InstanceFacts facts) {
        this.blocks = blocks;
        this.org = org;
        this.initiator = initiator;
        this.facts = facts;
    }

    /**
     * Whom the rule of a node finds.
     *
     * @param chosen by the handler of the step before
     */
    Found find(CompiledNode node, Assignment assignment, Set<MemberId> excluded, List<MemberId> chosen) {
        return Assignees.find(assignment, org, new AssigneeFacts(initiator, excluded, chosen, facts.of(node)));
    }

    /** Whom it would find before anybody has decided: where the handler of the step before chooses, that is all that is known. */
    public Found foresee(CompiledNode node, Assignment assignment, Set<MemberId> excluded, Choosing choosing) {
        return assignment.rule() instanceof AssigneeRule.Previous && choosing.chosen(node.key())
                ? new Found(List.of(), Via.PREVIOUS)
                : find(node, assignment, excluded, List.of());
    }

    /**
     * Whom the node's signing rule keeps out.
     *
     * @param deeds of the instance, oldest first
     */
    public Set<MemberId> excluded(CompiledNode node, SignRule sign, List<Deed> deeds) {
        return excluded(node, sign, deeds, initiator, blocks);
    }

    /** The same, of whoever submitted the record. */
    public static Set<MemberId> excluded(
            CompiledNode node, SignRule sign, List<Deed> deeds, MemberId initiator, ParallelBlocks blocks) {
        Set<MemberId> excluded = new HashSet<>();
        if (sign.notInitiator()) {
            excluded.add(initiator);
        }
        if (sign.notPrevious()) {
            excluded.addAll(Deed.before(node.key(), deeds, blocks));
        }
        return excluded;
    }

    /** Who has approved since the last return need not sign again, when the node says so. */
    public static List<Signature> opening(SignRule sign, List<Deputy> signers, List<Deed> deeds) {
        List<Signature> opening = SignPolicy.opening(sign, signers.size());
        if (!sign.skipRepeated()) {
            return opening;
        }
        Set<MemberId> approved = approvedSinceReturn(deeds);
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < signers.size(); i++) {
            Deputy signer = signers.get(i);
            boolean again = approved.contains(signer.assignee())
                    || signer.delegator().filter(approved::contains).isPresent();
            signatures.add(again ? Signature.APPROVED : opening.get(i));
        }
        if (SignPolicy.decide(sign, signatures) == Verdict.NEXT) {
            signatures.set(signatures.indexOf(Signature.WAITING), Signature.OPEN);
        }
        return signatures;
    }

    private static Set<MemberId> approvedSinceReturn(List<Deed> deeds) {
        int from = 0;
        for (int i = 0; i < deeds.size(); i++) {
            from = deeds.get(i).decision().equals("return") ? i + 1 : from;
        }
        return deeds.subList(from, deeds.size()).stream()
                .filter(deed -> deed.decision().equals("approve"))
                .flatMap(deed -> deed.people().stream())
                .collect(toUnmodifiableSet());
    }
}
