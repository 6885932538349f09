package io.jianmi.form.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** So often in a while, each key for itself, and a household of IPv6 is one. */
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");

    private final Pace pace = new Pace(2, Duration.ofMinutes(10));

    @Test
    void theThirdWaitsUntilTheFirstIsForgotten() {
        assertThat(pace.refusal("a", NOW)).isEmpty();
        assertThat(pace.refusal("a", NOW.plusSeconds(60))).isEmpty();
        assertThat(pace.refusal("a", NOW.plusSeconds(120))).hasValue(480);
        assertThat(pace.refusal("b", NOW.plusSeconds(120))).isEmpty();
        assertThat(pace.refusal("a", NOW.plusSeconds(599))).hasValue(1);
        assertThat(pace.refusal("a", NOW.plusSeconds(600))).isEmpty();
    }

    @Test
    void moreThanCanBeRememberedAreForgotten() {
        for (int i = 0; i < 50_001; i++) {
            assertThat(pace.refusal("key" + i, NOW)).isEmpty();
        }
        assertThat(pace.refusal("key50000", NOW)).isEmpty();
        assertThat(pace.refusal("key50000", NOW)).isPresent();
    }

    @Test
    void aNetworkOfAHouseholdIsOne() {
        assertThat(Addresses.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Addresses.of("2001:db8:1:2::9%eth0"));
        assertThat(Addresses.of("2001:db8:1:2::1")).isNotEqualTo(Addresses.of("2001:db8:1:3::1"));
        assertThat(Addresses.of("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
