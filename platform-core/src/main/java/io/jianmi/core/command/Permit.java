package io.jianmi.core.command;

import io.jianmi.core.problem.ProblemException;
import java.util.Optional;

/**
 * The answer of an authorisation.
 *
 * @param refusal empty when allowed; a refusal that hides existence is the 404 problem
 * @param policy version of the policy that decided, for the audit entry (such as {@code customer@3})
 */
public record Permit(Optional<ProblemException> refusal, String policy) {

    public static Permit allow(String policy) {
        return new Permit(Optional.empty(), policy);
    }

    public static Permit refuse(ProblemException refusal, String policy) {
        return new Permit(Optional.of(refusal), policy);
    }
}
