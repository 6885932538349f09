package io.jianmi.bench.crash;

import java.util.ArrayList;
import java.util.List;

/** A decision that the crash workflow needs: who decides at which node. */
record Step(String node, String actor) {

    private static final long LARGE = 100_000;

    /** All decisions on a record of that amount, in an order in which they may fall. */
    static List<Step> of(long amount) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("manager", "mia"));
        if (amount >= LARGE) {
            steps.add(new Step("risk", "rick"));
            steps.add(new Step("risk", "rose"));
        }
        steps.add(new Step("finance", "fay"));
        return steps;
    }
}
