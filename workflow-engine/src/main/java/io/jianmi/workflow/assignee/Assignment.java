package io.jianmi.workflow.assignee;

import java.util.Optional;

/**
 * A rule, and what happens when it finds nobody.
 *
 * @param otherwise second choice; empty: the tenant's administrators
 * @param skipWhenNobody true: the node is passed when nobody is found
 */
public record Assignment(AssigneeRule rule, Optional<AssigneeRule> otherwise, boolean skipWhenNobody) {

    /** The role that acts when nobody else can. */
    public static final String ADMIN = "admin";

    public static Assignment of(AssigneeRule rule) {
        return new Assignment(rule, Optional.empty(), false);
    }
}
