package io.jianmi.form.field.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.form.testing.DerivedTypeContract;
import org.junit.jupiter.api.Test;

class LookUpTypeContractTest extends DerivedTypeContract {

    LookUpTypeContractTest() {
        super("look-up", "\"through\": \"company\", \"field\": \"industry\"");
    }

    @Test
    void clientsAreToldWhatItShows() {
        assertThat(result().path("type").asText()).isEqualTo("choice");
        assertThat(result().path("options")).hasSize(7);
    }
}
