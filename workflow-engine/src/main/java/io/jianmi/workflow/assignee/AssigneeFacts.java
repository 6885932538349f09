package io.jianmi.workflow.assignee;

import io.jianmi.core.identity.MemberId;
import java.util.List;
import java.util.Set;

/**
 * What a rule may ask of the running instance.
 *
 * @param initiator who submitted the record
 * @param excluded who must not act here: the initiator, or the handlers of the step before, as the node demands
 * @param chosen whom the handler of the step before has chosen
 * @param values reads the record
 */
public record AssigneeFacts(MemberId initiator, Set<MemberId> excluded, List<MemberId> chosen, Values values) {

    public AssigneeFacts {
        excluded = Set.copyOf(excluded);
        chosen = List.copyOf(chosen);
    }

    /** Values of the record that rules need; asked only when a rule needs them. */
    public interface Values {

        /** Ids that a member or department field holds; empty when it is empty. */
        List<String> ids(String field);

        /** Ids that an expression of the node computes. */
        List<String> evaluate(String expression);

        /** For rules that ask nothing of the record. */
        static Values none() {
            return new Values() {
                @Override
                public List<String> ids(String field) {
                    return List.of();
                }

                @Override
                public List<String> evaluate(String expression) {
                    return List.of();
                }
            };
        }
    }
}
