package io.jianmi.workflow.definition;

import java.util.Optional;

/**
 * A directed edge between two nodes. At most one of {@code when}, {@code otherwise} and {@code on} is given.
 *
 * @param when condition (FEEL over the form's fields); only {@code true} lets it pass
 * @param otherwise taken when no condition of its node holds
 * @param on outcome of the node that takes this edge; empty means approved or passed
 */
public record Edge(String from, String to, Optional<String> when, boolean otherwise, Optional<String> on) {

    /** The mark of an edge that a rejection takes instead of ending the instance. */
    public static final String REJECT = "reject";

    public boolean onReject() {
        return on.filter(REJECT::equals).isPresent();
    }
}
