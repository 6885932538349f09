package io.jianmi.core.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.approval.Approval.Decision;
import io.jianmi.core.approval.Approval.Sealed;
import io.jianmi.core.approval.Approval.Status;
import io.jianmi.core.approval.Approval.Target;
import io.jianmi.core.approval.ApprovalRules.Act;
import io.jianmi.core.approval.ApprovalRules.Situation;
import io.jianmi.core.identity.MemberId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with an approval, and when. Approvers are risk and dpo; sam has asked; rick, where somebody has decided, has. */
class ApprovalRulesTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @ParameterizedTest(name = "{0} ({1}) {2}s what is {3}, {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            rick | risk       | approve  | PENDING   |        | -
            rick | risk       | reject   | PENDING   |        | -
            paul | dpo        | approve  | PENDING   |        | -
            rose | sales,risk | approve  | PENDING   |        | -
            sam  | sales      | approve  | PENDING   |        | approval.own-request
            sam  | risk       | approve  | PENDING   |        | approval.own-request
            sam  | risk,dpo   | reject   | PENDING   |        | approval.own-request
            mia  | sales      | approve  | PENDING   |        | approval.not-found
            mia  |            | reject   | PENDING   |        | approval.not-found
            rick | sales      | approve  | PENDING   |        | approval.not-found
            rick | sales      | reject   | APPROVED  |        | approval.not-found
            rose | risk       | reject   | APPROVED  |        | approval.already-decided
            rick | risk       | reject   | APPROVED  |        | approval.already-decided
            rose | risk       | approve  | REJECTED  |        | approval.already-decided
            rose | risk       | approve  | USED      |        | approval.already-decided
            rose | risk       | approve  | WITHDRAWN |        | approval.withdrawn
            rose | risk       | approve  | PENDING   | lapsed | approval.lapsed
            rose | risk       | approve  | PENDING   | over   | approval.task-over
            rose | risk       | approve  | PENDING   | ended  | approval.task-over
            sam  | sales      | withdraw | PENDING   |        | -
            sam  | sales      | withdraw | APPROVED  |        | -
            sam  | sales      | withdraw | REJECTED  |        | approval.rejected
            sam  | sales      | withdraw | USED      |        | approval.used
            sam  | sales      | withdraw | PENDING   | lapsed | approval.lapsed
            rick | risk       | withdraw | PENDING   |        | approval.not-found
            sam  | sales      | use      | APPROVED  |        | -
            sam  | sales      | use      | PENDING   |        | approval.already-asked
            sam  | sales      | use      | REJECTED  |        | approval.rejected
            sam  | sales      | use      | WITHDRAWN |        | approval.withdrawn
            sam  | sales      | use      | USED      |        | approval.used
            sam  | sales      | use      | APPROVED  | lapsed | approval.lapsed
            sam  | sales      | use      | APPROVED  | over   | approval.task-over
            sam  | sales      | use      | APPROVED  | ended  | approval.task-over
            rick | risk       | use      | APPROVED  |        | approval.not-found
            rose | risk       | use      | APPROVED  |        | approval.not-found
            mia  | sales      | use      | APPROVED  |        | approval.not-found
            """)
    void theTable(String who, String roles, String act, Status status, String when, String expected) {
        Situation situation = new Situation(
                approval(status, "ended".equals(when)),
                new MemberId(who),
                roles == null ? Set.of() : Arrays.stream(roles.split(",")).collect(Collectors.toSet()),
                "over".equals(when),
                "lapsed".equals(when) ? NOON.plusSeconds(60) : NOON);

        String refusal = ApprovalRules.refusal(Act.valueOf(act.toUpperCase(Locale.ROOT)), situation)
                .map(ApprovalProblem::code)
                .orElse("-");

        assertThat(refusal).isEqualTo(expected);
        assertThat(ApprovalRules.open(situation).stream().map(Act::key).toList().contains(act))
                .as("what is offered is what is not refused")
                .isEqualTo(expected.equals("-"));
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, false, pending",
        "APPROVED, false, approved",
        "REJECTED, false, rejected",
        "WITHDRAWN, true, withdrawn",
        "USED, true, used",
        "PENDING, true, ended",
        "APPROVED, true, ended"
    })
    void howItStands(Status status, boolean over, String word) {
        Situation situation = new Situation(approval(status, false), new MemberId("sam"), Set.of(), over, NOON);

        assertThat(ApprovalRules.word(situation)).isEqualTo(word);
    }

    private static Approval approval(Status status, boolean ended) {
        boolean decided = Set.of(Status.APPROVED, Status.REJECTED, Status.USED).contains(status);
        return new Approval(
                new UUID(0, 1),
                "reveal",
                new MemberId("sam"),
                NOON.minusSeconds(60),
                NOON.plusSeconds(60),
                Set.of("risk", "dpo"),
                new Target("record/f/1", "f", new UUID(0, 2), 1, new UUID(0, 3), new UUID(0, 4)),
                "{}",
                new Sealed(new byte[0]),
                status,
                decided ? new Decision(new MemberId("rick"), NOON, Set.of("risk"), null) : null,
                ended ? NOON : null);
    }
}
