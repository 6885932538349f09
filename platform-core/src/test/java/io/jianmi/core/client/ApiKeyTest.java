package io.jianmi.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final byte[] RANDOM = new byte[ApiKey.BYTES];

    static {
        new Random(7).nextBytes(RANDOM);
    }

    @Test
    void aKeyIsRecognisedByItsShapeAndItsCheck() {
        String text = ApiKey.of(RANDOM).reveal();

        assertThat(text).matches("jmk_[0-9A-Za-z]{49}");
        assertThat(ApiKey.parse(text)).isPresent();
        assertThat(ApiKey.parse(text).orElseThrow().hash())
                .isEqualTo(ApiKey.of(RANDOM).hash());
        char other = text.charAt(10) == 'a' ? 'b' : 'a';
        assertThat(ApiKey.parse(text.substring(0, 10) + other + text.substring(11)))
                .isEmpty();
        assertThat(ApiKey.parse(text.substring(0, 52))).isEmpty();
        assertThat(ApiKey.parse("jmk_")).isEmpty();
    }

    @Test
    void theSmallestAndTheLargestHaveTheSameLength() {
        byte[] largest = new byte[ApiKey.BYTES];
        Arrays.fill(largest, (byte) -1);

        assertThat(ApiKey.of(new byte[ApiKey.BYTES]).reveal()).hasSize(53);
        assertThat(ApiKey.of(largest).reveal()).hasSize(53);
    }

    @Test
    void itPrintsNothingOfItself() {
        ApiKey key = ApiKey.of(RANDOM);

        assertThat(key.toString()).doesNotContain(key.reveal().substring(4), key.hint());
    }
}
