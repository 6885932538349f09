package io.jianmi.workflow.instance;

import io.jianmi.core.identity.MemberId;
import io.jianmi.workflow.compile.ParallelBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A decision by which its step was passed, and whom it has chosen for the steps behind it. Pure.
 *
 * @param visit of the step; of a submission its task
 * @param chosen nobody, where it has made no choice
 */
record Choice(String node, UUID visit, List<MemberId> chosen) {

    Choice {
        chosen = List.copyOf(chosen);
    }

    /**
     * The newest choice of the step before, or of the last ones of the branches that were joined. What an earlier time round has chosen
     * is over once the step was passed anew.
     *
     * @param made by the steps that choose for the one that is reached, newest first
     */
    static List<MemberId> standing(List<Choice> made, ParallelBlocks blocks) {
        List<Choice> last = new ArrayList<>();
        for (Choice choice : made) {
            boolean same = last.stream().anyMatch(other -> other.visit().equals(choice.visit()));
            if (same || last.stream().allMatch(other -> blocks.beside(other.node(), choice.node()))) {
                last.add(choice);
            }
        }
        return last.stream()
                .map(Choice::chosen)
                .filter(chosen -> !chosen.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
