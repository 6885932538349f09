package io.jianmi.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreconditionTest {

    @Test
    void whoDemandsNothingReplacesWhateverIsThere() {
        assertThat(Precondition.of(null, null).allows(0)).isTrue();
        assertThat(Precondition.of(" ", null).allows(7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "3", " \"3\" "})
    void demandsTheRevisionThatWasRead(String tag) {
        Precondition read = Precondition.of(tag, null);
        assertThat(read.allows(3)).isTrue();
        assertThat(read.allows(4)).isFalse();
        assertThat(read.allows(0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"abc\"", "\"12345678901\""})
    void aTagThatWasNeverGivenMatchesNothing(String tag) {
        assertThat(Precondition.of(tag, null).allows(0)).isFalse();
        assertThat(Precondition.of(tag, null).allows(1)).isFalse();
    }

    @Test
    void demandsThatThereBeNothingYet() {
        assertThat(Precondition.of(null, "*").allows(0)).isTrue();
        assertThat(Precondition.of(null, "*").allows(1)).isFalse();
    }
}
