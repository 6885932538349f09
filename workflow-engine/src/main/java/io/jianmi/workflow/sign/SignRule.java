package io.jianmi.workflow.sign;

import java.math.BigDecimal;

/**
 * The signing rule of a node.
 *
 * @param ratio share of all signatures that must approve, above 0, at most 1; used by {@link SignMode#RATIO} only
 * @param notInitiator the initiator is no assignee
 * @param notPrevious who decided the step before is no assignee
 * @param skipRepeated who has already approved in this round need not again
 */
public record SignRule(
        SignMode mode, BigDecimal ratio, boolean notInitiator, boolean notPrevious, boolean skipRepeated) {

    public SignRule {
        if (ratio.signum() <= 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("ratio lies above 0 and is at most 1");
        }
    }

    public static SignRule of(SignMode mode) {
        return new SignRule(mode, BigDecimal.ONE, false, false, false);
    }

    public static SignRule any() {
        return of(SignMode.ANY);
    }
}
