package io.jianmi.workflow.trial;

import io.jianmi.core.identity.MemberId;
import io.jianmi.form.access.FieldAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One node that a trial has come to.
 *
 * @param node key
 * @param taken numbers of the edges on which it goes on; several behind a fork, none where it ends or waits for an answer
 * @param asked who has to act, or is told; empty where it is nobody's
 * @param via how they were found, such as {@code rule}; empty where nobody is looked for
 * @param outcome of a step of people: approve, reject, return, skip, or empty while its answer is open
 * @param offered the answers that the step takes
 * @param fields what people see of each field there, after the caps of the tags; empty where nobody looks
 * @param sets keys of the fields that the step sets
 */
record TrialStep(
        String node,
        List<Integer> taken,
        List<MemberId> asked,
        Optional<String> via,
        Optional<String> outcome,
        Set<String> offered,
        Map<String, FieldAccess> fields,
        Set<String> sets) {

    TrialStep {
        taken = List.copyOf(taken);
        asked = List.copyOf(asked);
        offered = Set.copyOf(offered);
        fields = Map.copyOf(fields);
        sets = Set.copyOf(sets);
    }

    /** A node at which nobody acts. */
    static TrialStep passing(String node, List<Integer> taken, Set<String> sets) {
        return new TrialStep(node, taken, List.of(), Optional.empty(), Optional.empty(), Set.of(), Map.of(), sets);
    }
}
