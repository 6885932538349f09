package io.jianmi.form.field.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SerialPatternTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 9);

    @Test
    void numbersArePaddedAndGrowBeyondTheirWidth() {
        SerialPattern pattern = SerialPattern.parse("KH-{yyyy}{MM}-{000}").orElseThrow();

        assertThat(pattern.format(7, DAY)).isEqualTo("KH-202601-007");
        assertThat(pattern.format(12345, DAY)).isEqualTo("KH-202601-12345");
    }

    @Test
    void theFinestPartOfTheDayDecidesWhenNumbersStartAgain() {
        assertThat(SerialPattern.parse("{0}").orElseThrow().finest()).isEqualTo(SerialOptions.Reset.NEVER);
        assertThat(SerialPattern.parse("{yy}{0}").orElseThrow().finest()).isEqualTo(SerialOptions.Reset.YEAR);
        assertThat(SerialPattern.parse("{yyyy}{MM}{dd}{0}").orElseThrow().finest())
                .isEqualTo(SerialOptions.Reset.DAY);
    }

    @Test
    void aPatternWithoutExactlyOneCounterIsNone() {
        assertThat(SerialPattern.parse("KH")).isEmpty();
        assertThat(SerialPattern.parse("{0}{0}")).isEmpty();
        assertThat(SerialPattern.parse("{week}{0}")).isEmpty();
    }
}
