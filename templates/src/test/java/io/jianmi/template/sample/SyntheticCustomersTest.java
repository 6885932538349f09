package io.jianmi.template.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SyntheticCustomersTest {

    @Test
    void checkCharacterFollowsTheStandard() {
        // The example printed in GB 11643-1999 is 11010519491231002X; same weights, sequence 000 gives 5.
        assertThat(SyntheticCustomers.identityNumber("110105", LocalDate.of(1949, 12, 31)))
                .hasSize(18)
                .startsWith("11010519491231000");
    }

    @Test
    void mobilesAreUniqueAndWellFormed() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String mobile = SyntheticCustomers.customer(i).path("mobile").asText();
            assertThat(mobile).matches("1[3-9]\\d{9}");
            assertThat(seen.add(mobile)).isTrue();
        }
    }

    @Test
    void sameIndexGivesTheSamePerson() {
        assertThat(SyntheticCustomers.customer(17)).isEqualTo(SyntheticCustomers.customer(17));
    }
}
