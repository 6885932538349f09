package io.jianmi.core.notification.mail;

import io.jianmi.core.notification.Mails;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mails are sent where an SMTP server is named. */
@Singleton
public final class MailSettings implements Mails {

    private final Optional<String> server;

    MailSettings(@ConfigProperty(name = "jianmi.mail.smtp-url") Optional<String> server) {
        this.server = server;
    }

    @Override
    public boolean configured() {
        return server.isPresent();
    }
}
