package io.jianmi.core.notification;

import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An SMTP server by its address: {@code smtp://user:password@host:587} encrypts by STARTTLS and refuses to do without,
 * {@code smtps://host:465} from the first byte; {@code ?starttls=none} is for a server on the same machine. Pure.
 */
record MailServer(MailConfig config) {

    private static final Pattern LOGIN = Pattern.compile("([^:]*):?(.*)");
    private static final int SUBMISSION = 587;
    private static final int IMPLICIT_TLS = 465;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int MOST_CONNECTIONS = 2;

    /** @throws IllegalArgumentException when it is no such address; the message does not quote it, it may hold a password */
    static MailServer of(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException malformed) {
            throw refused();
        }
        boolean tls = "smtps".equals(uri.getScheme());
        if (uri.getHost() == null || !tls && !"smtp".equals(uri.getScheme())) {
            throw refused();
        }
        boolean plain = "starttls=none".equals(uri.getRawQuery());
        MailConfig config = new MailConfig()
                .setHostname(uri.getHost())
                .setPort(uri.getPort() > 0 ? uri.getPort() : tls ? IMPLICIT_TLS : SUBMISSION)
                .setSsl(tls)
                .setStarttls(tls || plain ? StartTLSOptions.DISABLED : StartTLSOptions.REQUIRED)
                .setLogin(LoginOption.NONE)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(MOST_CONNECTIONS);
        config.setHostnameVerificationAlgorithm("HTTPS");
        Optional.ofNullable(uri.getRawUserInfo()).map(LOGIN::matcher).ifPresent(login -> {
            if (login.matches()) {
                config.setLogin(LoginOption.REQUIRED)
                        .setUsername(decoded(login.group(1)))
                        .setPassword(decoded(login.group(2)));
            }
        });
        return new MailServer(config);
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException("JIANMI_SMTP_URL is no address such as smtp://user:password@host:587");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
