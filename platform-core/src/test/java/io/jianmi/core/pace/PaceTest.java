package io.jianmi.core.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** So often in a while, each key for itself. */
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");

    private final Pace<String> pace = new Pace<>(Duration.ofMinutes(10));

    @Test
    void theThirdWaitsUntilThereIsRoomAgain() {
        assertThat(pace.take("a", 2, NOW)).isEmpty();
        assertThat(pace.take("a", 2, NOW)).isEmpty();
        assertThat(pace.take("a", 2, NOW)).hasValue(300);
        assertThat(pace.take("b", 2, NOW)).isEmpty();
        assertThat(pace.take("a", 2, NOW.plusSeconds(300))).isEmpty();
        assertThat(pace.take("a", 2, NOW.plusSeconds(301))).isPresent();
    }

    @Test
    void whoKeepsAskingDoesNotWaitLongerForIt() {
        for (int i = 0; i < 20; i++) {
            pace.take("a", 2, NOW);
        }
        assertThat(pace.take("a", 2, NOW.plusSeconds(300))).isEmpty();
    }

    @Test
    void moreThanCanBeRememberedAreForgotten() {
        for (int i = 0; i < 50_001; i++) {
            assertThat(pace.take("key" + i, 2, NOW)).isEmpty();
        }
        assertThat(pace.take("key50000", 2, NOW)).isEmpty();
        assertThat(pace.take("key50000", 2, NOW)).isPresent();
    }
}
