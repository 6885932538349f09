package io.jianmi.workflow.node;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people do with a task or with an instance as a whole. Who may do it when: the table of {@code workflow.act}. */
public enum TaskAction {
    APPROVE("approve"),
    REJECT("reject"),
    RETURN("return"),
    TRANSFER("transfer"),
    ADD_SIGNER("addSigner"),
    REMOVE_SIGNER("removeSigner"),
    SAVE("save"),
    TAKE_BACK("takeBack"),
    REMIND("remind"),
    REASSIGN("reassign"),
    WITHDRAW("withdraw"),
    TERMINATE("terminate"),
    REACTIVATE("reactivate"),
    TIME_OUT("timeOut"),
    AUTO_REMIND("autoRemind"),
    DELEGATE("delegate");

    private final String key;

    TaskAction(String key) {
        this.key = key;
    }

    /** The word in definitions, in answers, on the timeline and, with its domain, in the audit log. */
    public String key() {
        return key;
    }

    /** The word in addresses. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TaskAction> parse(String word) {
        return Stream.of(values()).filter(action -> action.key.equals(word)).findFirst();
    }

    public static Optional<TaskAction> ofPath(String word) {
        return Stream.of(values()).filter(action -> action.path().equals(word)).findFirst();
    }
}
