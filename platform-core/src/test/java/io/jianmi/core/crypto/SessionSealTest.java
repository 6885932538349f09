package io.jianmi.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SessionSealTest {

    private static final byte[] TOKENS = "tokens".getBytes(StandardCharsets.UTF_8);

    @Test
    void theCookieOpensWhatItSealed() {
        SessionSeal seal = SessionSeal.fresh();

        SessionSeal again = SessionSeal.of(seal.secret());

        assertThat(again.id()).isEqualTo(seal.id());
        assertThat(again.open(seal.seal(TOKENS))).isEqualTo(TOKENS);
    }

    @Test
    void anotherCookieOpensNothing() {
        byte[] sealed = SessionSeal.fresh().seal(TOKENS);

        assertThatThrownBy(() -> SessionSeal.fresh().open(sealed)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void theStoredIdDoesNotContainTheSecret() {
        SessionSeal seal = SessionSeal.fresh();

        assertThat(seal.id()).doesNotContain(seal.secret()).hasSize(64);
    }
}
