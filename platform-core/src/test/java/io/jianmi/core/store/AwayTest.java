package io.jianmi.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AwayTest {

    @ParameterizedTest
    @CsvSource({
        "57P01, true",
        "57P02, true",
        "57P03, true",
        "08006, true",
        "53300, true",
        "57014, false",
        "23505, false",
        "40001, false",
        "42601, false"
    })
    void whatTheDatabaseSaysDecides(String state, boolean away) {
        assertThat(Away.says(new PgException("", "FATAL", state, ""))).isEqualTo(away);
        assertThat(Away.says(new IllegalStateException(new PgException("", "FATAL", state, ""))))
                .isEqualTo(away);
    }

    @Test
    void aConnectionThatCannotBeMadeOrBreaksIsAway() {
        assertThat(Away.says(new ConnectException("refused"))).isTrue();
        assertThat(Away.says(new SocketException("Connection reset"))).isTrue();
        assertThat(Away.says(new RuntimeException(ClosedConnectionException.INSTANCE)))
                .isTrue();
        assertThat(Away.says(new FileNotFoundException())).isTrue();
    }

    @Test
    void failuresOfOursAreOurs() {
        assertThat(Away.says(new FileNotFoundException("/etc/font.ttf"))).isFalse();
        assertThat(Away.says(new IOException("disk full"))).isFalse();
        assertThat(Away.says(new NullPointerException())).isFalse();
    }
}
