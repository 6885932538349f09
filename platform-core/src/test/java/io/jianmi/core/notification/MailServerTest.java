package io.jianmi.core.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailServerTest {

    @Test
    void whatIsNotSaidIsTheSafeWay() {
        MailConfig config = MailServer.of("smtp://mail.example.com").config();

        assertThat(config.getPort()).isEqualTo(587);
        assertThat(config.getStarttls()).isEqualTo(StartTLSOptions.REQUIRED);
        assertThat(config.getLogin()).isEqualTo(LoginOption.NONE);
        assertThat(config.isTrustAll()).isFalse();
    }

    @Test
    void aLoginIsReadWithItsEscapes() {
        MailConfig config = MailServer.of("smtps://bot%40example.com:a+b%3A%2F@mail.example.com:4465")
                .config();

        assertThat(config.getUsername()).isEqualTo("bot@example.com");
        assertThat(config.getPassword()).isEqualTo("a+b:/");
        assertThat(config.getLogin()).isEqualTo(LoginOption.REQUIRED);
        assertThat(config.isSsl()).isTrue();
        assertThat(config.getPort()).isEqualTo(4465);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail.example.com", "http://mail.example.com", "smtp://:geheim@", "smtp://bot:ge heim@host"})
    void whatIsNoAddressIsNotQuoted(String address) {
        assertThatThrownBy(() -> MailServer.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JIANMI_SMTP_URL")
                .hasMessageNotContaining("heim");
    }
}
