package io.jianmi.workflow.node;

import java.util.Set;

/** When a decision needs a comment. */
public enum CommentRule {
    OPTIONAL("optional"),
    REQUIRED("required"),
    ON_REJECT("onReject");

    private static final Set<TaskAction> DECISIONS = Set.of(TaskAction.APPROVE, TaskAction.REJECT, TaskAction.RETURN);

    private final String key;

    CommentRule(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static CommentRule parse(String word) {
        for (CommentRule rule : values()) {
            if (rule.key.equals(word)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("not a comment rule");
    }

    /** A return is no rejection, as an edge on rejection is not taken by it. */
    public boolean demands(TaskAction action) {
        return switch (this) {
            case OPTIONAL -> false;
            case REQUIRED -> DECISIONS.contains(action);
            case ON_REJECT -> action == TaskAction.REJECT;
        };
    }
}
