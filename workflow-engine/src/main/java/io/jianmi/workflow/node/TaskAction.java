package io.jianmi.workflow.node;

import java.util.Optional;
import java.util.stream.Stream;

/** What an assignee may do with a task. */
public enum TaskAction {
    APPROVE("approve", true),
    REJECT("reject", true),
    RETURN("return", true),
    TRANSFER("transfer", true),
    ADD_SIGNER("addSigner", false),
    REMOVE_SIGNER("removeSigner", false),
    SAVE("save", false);

    private final String key;
    private final boolean offered;

    TaskAction(String key, boolean offered) {
        this.key = key;
        this.offered = offered;
    }

    /** The word in definitions and in answers. */
    public String key() {
        return key;
    }

    /** False: a definition may name it, tasks do not offer it in this version. */
    public boolean offered() {
        return offered;
    }

    public static Optional<TaskAction> parse(String word) {
        return Stream.of(values()).filter(action -> action.key.equals(word)).findFirst();
    }
}
