package io.jianmi.workflow.assignee;

import java.util.List;

/** Who has to act, as the designer wrote it. */
public sealed interface AssigneeRule {

    /** Named members, by id or sign-in name. */
    record Members(List<String> members) implements AssigneeRule {
        public Members {
            members = List.copyOf(members);
        }
    }

    /** Everybody who has one of the roles. */
    record Roles(List<String> roles) implements AssigneeRule {
        public Roles {
            roles = List.copyOf(roles);
        }
    }

    /** Everybody in one of the departments itself (not below), by id or path. */
    record Departments(List<String> departments) implements AssigneeRule {
        public Departments {
            departments = List.copyOf(departments);
        }
    }

    /**
     * Heads: of the initiator's department, or of the department that a field names.
     *
     * @param of {@code initiator}, or the key of a department field
     * @param levels how many levels of heads up the tree, nearest first; at least 1
     */
    record HeadOf(String of, int levels) implements AssigneeRule {
        public static final String INITIATOR = "initiator";

        public HeadOf {
            if (levels < 1) {
                throw new IllegalArgumentException("levels start at 1");
            }
        }

        public boolean ofInitiator() {
            return INITIATOR.equals(of);
        }
    }

    /** Who submitted the record. */
    record Initiator() implements AssigneeRule {}

    /** The members that a member field of the record names. */
    record Field(String key) implements AssigneeRule {}

    /** Whom the handler of the node before has chosen. */
    record Previous() implements AssigneeRule {}

    /** Ids computed by an expression (FEEL): one text or a list of texts. */
    record Expression(String text) implements AssigneeRule {}
}
