package io.jianmi.workflow.node;

/** When a decision needs a comment. */
public enum CommentRule {
    OPTIONAL("optional"),
    REQUIRED("required"),
    ON_REJECT("onReject");

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

    /** Rejecting and returning both say no. */
    public boolean demands(TaskAction action) {
        return this == REQUIRED && (action == TaskAction.APPROVE || saysNo(action))
                || this == ON_REJECT && saysNo(action);
    }

    private static boolean saysNo(TaskAction action) {
        return action == TaskAction.REJECT || action == TaskAction.RETURN;
    }
}
