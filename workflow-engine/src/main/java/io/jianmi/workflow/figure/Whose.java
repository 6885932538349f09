package io.jianmi.workflow.figure;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.Org;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.workflow.design.Designing;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose tasks somebody's figures are made of: everybody's for whoever designs workflows, his own and those of his departments and of all below
 * for whoever heads one. Pure.
 *
 * @param members empty: everybody's
 */
record Whose(Optional<Set<String>> members) {

    /** @throws ProblemException {@code identity.forbidden} to anybody else, whatever there is */
    static Whose of(Actor actor, Org org) {
        if (Designing.may(actor)) {
            return new Whose(Optional.empty());
        }
        if (actor.headOf().isEmpty()) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
        Set<String> members = new TreeSet<>(Set.of(actor.id().value()));
        for (Member member : org.members()) {
            if (member.departments().stream().anyMatch(actor.headOf()::contains)) {
                members.add(member.id().value());
            }
        }
        return new Whose(Optional.of(members));
    }

    boolean everybody() {
        return members.isEmpty();
    }

    /** As a parameter of statements; null: everybody's. */
    String @Nullable [] parameter() {
        return members.map(ids -> ids.toArray(String[]::new)).orElse(null);
    }
}
