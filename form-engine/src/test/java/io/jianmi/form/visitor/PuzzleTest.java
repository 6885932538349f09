package io.jianmi.form.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A puzzle is believed when it is ours, young, of this form, and solved. */
class PuzzleTest {

    private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");
    private static final byte[] MARK = "a mark of thirty-two bytes, or so".getBytes(StandardCharsets.US_ASCII);
    private static final Puzzle PUZZLE =
            new Puzzle(UUID.fromString("0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21"), "wish-list", 10, NOW.plusSeconds(60));

    @Test
    void comesBackAsItWentOut() {
        Puzzle.Marked brought = Puzzle.read(PUZZLE.text(MARK)).orElseThrow();

        assertThat(brought.puzzle()).isEqualTo(PUZZLE);
        assertThat(brought.genuine(MARK, "wish-list", NOW)).isTrue();
        assertThat(brought.genuine(MARK, "other", NOW)).isFalse();
        assertThat(brought.genuine(MARK, "wish-list", NOW.plusSeconds(60))).isFalse();
        assertThat(brought.genuine(new byte[MARK.length], "wish-list", NOW)).isFalse();
    }

    @Test
    void whatIsNoneIsNone() {
        String text = PUZZLE.text(MARK);
        for (String wrong : new String[] {
            "",
            ".....",
            text + ".",
            text.replace(".10.", ".010."),
            text.replaceFirst("1\\.", "2."),
            text + "=",
            "1.x.y.z.0.!"
        }) {
            assertThat(Puzzle.read(wrong)).as(wrong).isEmpty();
        }
        assertThat(Puzzle.read(text.replace(".10.", ".1."))
                        .orElseThrow()
                        .puzzle()
                        .bits())
                .as("an easier one is read, and has another mark")
                .isEqualTo(1);
    }

    @Test
    void oneNumberInAThousandSolvesTenBits() {
        Puzzle.Marked brought = Puzzle.read(PUZZLE.text(MARK)).orElseThrow();
        int number = 0;
        while (!brought.solvedBy(Integer.toString(number))) {
            number++;
        }
        assertThat(Puzzle.zeros(Puzzle.sha256(PUZZLE.text(MARK) + "." + number)))
                .isGreaterThanOrEqualTo(10);
        assertThat(number).isBetween(1, 20_000);
        assertThat(brought.solvedBy(Integer.toString(number - 1))).isFalse();
        assertThat(brought.solvedBy("")).isFalse();
        assertThat(brought.solvedBy("-1")).isFalse();
    }

    @Test
    void zerosAreCountedFromTheFront() {
        assertThat(Puzzle.zeros(new byte[] {(byte) 0x80})).isZero();
        assertThat(Puzzle.zeros(new byte[] {0, 0x10, 0})).isEqualTo(11);
        assertThat(Puzzle.zeros(new byte[] {0, 0})).isEqualTo(16);
    }
}
