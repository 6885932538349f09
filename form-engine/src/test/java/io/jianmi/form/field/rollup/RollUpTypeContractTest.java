package io.jianmi.form.field.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.form.testing.DerivedTypeContract;
import org.junit.jupiter.api.Test;

class RollUpTypeContractTest extends DerivedTypeContract {

    RollUpTypeContractTest() {
        super("roll-up", "\"of\": \"rows\", \"aggregate\": \"average\", \"field\": \"sum\", \"filter\": \"sum > 0\"");
    }

    @Test
    void clientsAreToldWhatItShows() {
        assertThat(result().path("type").asText()).isEqualTo("number");
        assertThat(result().path("scale").asInt()).isEqualTo(2);
    }
}
