package io.jianmi.workflow.node;

import java.util.List;

/**
 * Where a return may go.
 *
 * @param to {@code previous}, {@code start} or node keys, the first is the default; empty: wherever the instance has
 *     been, by default the step before
 * @param straightBack true: whoever gets it hands it straight back; false: the way is walked again
 */
public record ReturnRule(List<String> to, boolean straightBack) {

    public static final String PREVIOUS = "previous";
    public static final String START = "start";

    public ReturnRule {
        to = List.copyOf(to);
    }

    public static ReturnRule anywhere() {
        return new ReturnRule(List.of(), false);
    }

    /** The word that a return without a destination means. */
    public String fallback() {
        return to.isEmpty() ? PREVIOUS : to.get(0);
    }

    public boolean allows(String destination) {
        return to.isEmpty() || to.contains(destination);
    }
}
