package io.jianmi.workflow.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Signers are written {@code name[.seat[.rank]]=state} with A approved, R rejected and blank for undecided; the turn is the
 * place in the list unless {@code @turn} is given.
 */
class SigningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // mode | signers | verdict | whose turn it is
                "any | a b c | PENDING | a b c",
                "any | a=A b | APPROVED | -",
                "any | a=R b | REJECTED | -",
                "all | a=A b | PENDING | b",
                "all | a=A b=A | APPROVED | -",
                "all | a=A b=R c | REJECTED | -",
                "sequential | a b c | PENDING | a",
                "sequential | a=A b c | PENDING | b",
                "sequential | a=A b=A c=A | APPROVED | -",
                "sequential | a=R b c | REJECTED | -",
                // the last one was transferred: his successor sits on his seat
                "sequential | a=A b=A d.c.0 | PENDING | d",
                "sequential | a=A b=A d.c.0=A | APPROVED | -",
                // ratio: as soon as it is reached, and as soon as it cannot be
                "0.6 | a=A b=A c d e | PENDING | c d e",
                "0.6 | a=A b=A c=A d e | APPROVED | -",
                "0.6 | a=R b=R c d e | PENDING | c d e",
                "0.6 | a=R b=R c=R d e | REJECTED | -",
                "0.5 | a=A b | APPROVED | -",
                "0.51 | a=A b | PENDING | b",
                "0.3334 | a=A b c | PENDING | b c",
                "0.3333 | a=A b c | APPROVED | -",
                "1 | a=R b | REJECTED | -",
                // removed while they vote: what is left may already be enough, or already not
                "0.6 | a=A b=A d | APPROVED | -",
                "0.5 | a=R b=R d | REJECTED | -",
                "all | a=A b=A | APPROVED | -",
                // before: the asker waits for them, all of them
                "any | b.a.-1 a.a.0 | PENDING | b",
                "any | b.a.-1=A a.a.0 | PENDING | a",
                "any | b.a.-1=A a.a.0=A | APPROVED | -",
                "any | b.a.-1=R a.a.0 | REJECTED | -",
                "all | b.a.-1 c.a.-1=A a.a.0 d | PENDING | b d",
                "all | b.a.-1=A c.a.-1=A a.a.0 d=A | PENDING | a",
                // the step's other signers do not wait; in a vote the seat counts once
                "any | b.a.-1 a.a.0 d | PENDING | b d",
                "0.5 | b.a.-1=A a.a.0 d=A e f | PENDING | a e f",
                // after: his approval alone is not yet the seat's
                "any | a.a.0 b.a.1 | PENDING | a",
                "any | a.a.0=A b.a.1 | PENDING | b",
                "any | a.a.0=A b.a.1=A | APPROVED | -",
                "any | a.a.0=A b.a.1=R | REJECTED | -",
                "sequential | a.a.0=A b.a.1@0 c | PENDING | b",
                "sequential | a.a.0=A b.a.1@0=A c@1 | PENDING | c",
                // beside: at the same time, with a signature of his own
                "any | a=A b | APPROVED | -",
                "sequential | a b@0 c@1 | PENDING | a b",
                "sequential | a=A b@0 c@1 | PENDING | b",
                "sequential | a=A b@0=A c@1 | PENDING | c",
                "0.6 | a=A b c | PENDING | b c",
                // one seat has rejected: its others need not sign any more
                "0.4 | b.a.-1=R a.a.0 c d | PENDING | c d",
            })
    void whatTheSignersAmountTo(String mode, String signers, Verdict verdict, String standing) {
        Signing signing = Signing.of(rule(mode.strip()), signers(signers));

        assertThat(signing.verdict()).isEqualTo(verdict);
        assertThat(new TreeSet<>(signing.standing()))
                .isEqualTo(new TreeSet<>(
                        standing == null
                                ? List.of()
                                : List.of(standing.split(" ")).stream()
                                        .map(SigningTest::id)
                                        .toList()));
    }

    @Test
    void nobodyLeftToSignMeansApproved() {
        assertThat(Signing.of(SignRule.any(), List.of()).verdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void whoIsAskedLastSignsNearest() {
        assertThat(Signing.before(0, List.of(0.0))).isEqualTo(-1);
        assertThat(Signing.before(0, List.of(-1.0, 0.0))).isEqualTo(-0.5);
        assertThat(Signing.after(0, List.of(0.0, -3.0))).isEqualTo(1);
        assertThat(Signing.after(-1, List.of(-1.0, 0.0, 2.0))).isEqualTo(-0.5);
    }

    private static SignRule rule(String mode) {
        return Character.isDigit(mode.charAt(0))
                ? new SignRule(SignMode.RATIO, new BigDecimal(mode), false, false, false)
                : SignRule.of(SignMode.parse(mode));
    }

    private static List<Signer> signers(String text) {
        List<Signer> signers = new ArrayList<>();
        for (String word : text.strip().split(" ")) {
            String[] state = word.split("=");
            String[] turn = state[0].split("@");
            String[] place = turn[0].split("\\.", 3);
            signers.add(new Signer(
                    id(place[0]),
                    id(place.length > 1 ? place[1] : place[0]),
                    turn.length > 1 ? Integer.parseInt(turn[1]) : signers.size(),
                    place.length > 2 ? Double.parseDouble(place[2]) : 0,
                    state.length == 1
                            ? Signature.OPEN
                            : state[1].equals("A") ? Signature.APPROVED : Signature.REJECTED));
        }
        return signers;
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
