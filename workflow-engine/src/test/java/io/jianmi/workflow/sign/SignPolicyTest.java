package io.jianmi.workflow.sign;

import static io.jianmi.workflow.sign.Signature.APPROVED;
import static io.jianmi.workflow.sign.Signature.OPEN;
import static io.jianmi.workflow.sign.Signature.REJECTED;
import static io.jianmi.workflow.sign.Signature.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignPolicyTest {

    @Test
    void anyIsDecidedByTheFirst() {
        SignRule any = SignRule.any();
        assertThat(SignPolicy.decide(any, List.of(OPEN, OPEN))).isEqualTo(Verdict.PENDING);
        assertThat(SignPolicy.decide(any, List.of(OPEN, APPROVED))).isEqualTo(Verdict.APPROVED);
        assertThat(SignPolicy.decide(any, List.of(REJECTED, OPEN))).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void allNeedsEverybodyAndOneRejectionRejects() {
        SignRule all = SignRule.of(SignMode.ALL);
        assertThat(SignPolicy.decide(all, List.of(APPROVED, OPEN))).isEqualTo(Verdict.PENDING);
        assertThat(SignPolicy.decide(all, List.of(APPROVED, APPROVED))).isEqualTo(Verdict.APPROVED);
        assertThat(SignPolicy.decide(all, List.of(APPROVED, REJECTED, OPEN))).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void sequentialOpensOneAfterTheOther() {
        SignRule sequential = SignRule.of(SignMode.SEQUENTIAL);
        assertThat(SignPolicy.opening(sequential, 3)).containsExactly(OPEN, WAITING, WAITING);
        assertThat(SignPolicy.decide(sequential, List.of(OPEN, WAITING))).isEqualTo(Verdict.PENDING);
        assertThat(SignPolicy.decide(sequential, List.of(APPROVED, WAITING))).isEqualTo(Verdict.NEXT);
        assertThat(SignPolicy.decide(sequential, List.of(APPROVED, APPROVED))).isEqualTo(Verdict.APPROVED);
        assertThat(SignPolicy.decide(sequential, List.of(REJECTED, WAITING))).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void ratioRoundsUpAndRejectsAsSoonAsItIsOutOfReach() {
        SignRule twoOfThree = new SignRule(SignMode.RATIO, new BigDecimal("0.6"), false, false, false);
        assertThat(SignPolicy.decide(twoOfThree, List.of(APPROVED, OPEN, OPEN))).isEqualTo(Verdict.PENDING);
        assertThat(SignPolicy.decide(twoOfThree, List.of(APPROVED, APPROVED, OPEN)))
                .isEqualTo(Verdict.APPROVED);
        assertThat(SignPolicy.decide(twoOfThree, List.of(REJECTED, OPEN, OPEN))).isEqualTo(Verdict.PENDING);
        assertThat(SignPolicy.decide(twoOfThree, List.of(REJECTED, REJECTED, OPEN)))
                .isEqualTo(Verdict.REJECTED);
    }

    @Test
    void ratioOutsideItsRangeCannotBeBuilt() {
        assertThatThrownBy(() -> new SignRule(SignMode.RATIO, BigDecimal.ZERO, false, false, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever order people decide in, a node that everybody has decided is decided, and never before by nobody. */
    @ParameterizedTest
    @EnumSource(SignMode.class)
    void everyModeEndsOnceAllHaveSigned(SignMode mode) {
        SignRule rule = SignRule.of(mode);
        for (int mask = 0; mask < 16; mask++) {
            List<Signature> signatures = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                signatures.add((mask >> i & 1) == 1 ? APPROVED : REJECTED);
            }
            assertThat(SignPolicy.decide(rule, signatures)).isIn(Verdict.APPROVED, Verdict.REJECTED);
        }
        assertThat(SignPolicy.decide(rule, SignPolicy.opening(rule, 4))).isEqualTo(Verdict.PENDING);
    }
}
