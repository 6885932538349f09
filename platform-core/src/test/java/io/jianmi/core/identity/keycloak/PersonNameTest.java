package io.jianmi.core.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {

    @Test
    void aChineseNameStartsWithTheFamilyAndHasNoSpace() {
        assertThat(PersonName.of("小明", "王", "x")).isEqualTo("王小明");
    }

    @Test
    void anotherNameStartsWithTheGivenName() {
        assertThat(PersonName.of("Sam", "Shen", "x")).isEqualTo("Sam Shen");
    }

    @Test
    void withoutAnyNameTheSignInNameServes() {
        assertThat(PersonName.of("", "", "sam")).isEqualTo("sam");
    }
}
