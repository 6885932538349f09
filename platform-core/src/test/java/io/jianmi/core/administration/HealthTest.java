package io.jianmi.core.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.administration.Health.Queue;
import io.jianmi.core.administration.Health.State;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void aQueueIsStrainedWhenSomethingIsStuckOrWaitsForLong() {
        assertThat(new Queue(5, 10, 0).state()).isEqualTo(State.UP);
        assertThat(new Queue(5, 121, 0).state()).isEqualTo(State.STRAINED);
        assertThat(new Queue(0, 0, 1).state()).isEqualTo(State.STRAINED);
    }

    @Test
    void aDiskIsStrainedWhenLessThanATenthIsFree() {
        assertThat(Health.disk(100, 1000).state()).isEqualTo("up");
        assertThat(Health.disk(99, 1000).state()).isEqualTo("strained");
    }
}
