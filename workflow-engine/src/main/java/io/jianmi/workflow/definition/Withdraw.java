package io.jianmi.workflow.definition;

import java.util.List;

/**
 * Who may take an instance back, and until when.
 *
 * @param by {@code initiator}
 * @param before node keys; once one of them was reached it is too late
 */
public record Withdraw(String by, List<String> before) {

    public Withdraw {
        before = List.copyOf(before);
    }
}
