package io.jianmi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentilesAreWithinTwoPercent() {
        Latencies latencies = new Latencies();
        for (int micros = 1; micros <= 100_000; micros++) {
            latencies.add(micros * 1000L);
        }

        assertThat(latencies.count()).isEqualTo(100_000);
        assertThat(latencies.millisAt(0.50)).isCloseTo(50, within(1.0));
        assertThat(latencies.millisAt(0.99)).isCloseTo(99, within(2.0));
        assertThat(latencies.maxMillis()).isEqualTo(100);
    }

    @Test
    void nothingCountedIsZero() {
        assertThat(new Latencies().millisAt(0.99)).isZero();
    }

    @Test
    void veryLongOnesFallIntoTheLastBucket() {
        Latencies latencies = new Latencies();
        latencies.add(Long.MAX_VALUE);
        latencies.add(-5);

        assertThat(latencies.count()).isEqualTo(2);
        assertThat(latencies.millisAt(1.0)).isGreaterThan(1_000_000);
    }
}
