package io.jianmi.workflow.assignee;

import java.util.Optional;

/**
 * A rule, and what happens when it finds nobody.
 *
 * @param otherwise second choice; empty: the tenant's administrators
 * @param skipWhenNobody true: the node is passed when nobody is found
 * @param admins true: the designer means the administrators where there is no second choice
 */
public record Assignment(AssigneeRule rule, Optional<AssigneeRule> otherwise, boolean skipWhenNobody, boolean admins) {

    /** The role that acts when nobody else can. */
    public static final String ADMIN = "admin";

    /** One that says nothing of the administrators. */
    public Assignment(AssigneeRule rule, Optional<AssigneeRule> otherwise, boolean skipWhenNobody) {
        this(rule, otherwise, skipWhenNobody, false);
    }

    public static Assignment of(AssigneeRule rule) {
        return new Assignment(rule, Optional.empty(), false);
    }

    /** Whether the handler of the step before may choose who acts. */
    public boolean chosen() {
        return rule instanceof AssigneeRule.Previous
                || otherwise.filter(AssigneeRule.Previous.class::isInstance).isPresent();
    }

    /** Whether he has to, since nothing is said of what happens when he does not. */
    public boolean demandsChoice() {
        return rule instanceof AssigneeRule.Previous && otherwise.isEmpty() && !skipWhenNobody && !admins;
    }
}
