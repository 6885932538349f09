package io.jianmi.core.notification;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Mails are sent where an SMTP server, a sender and the address of the pages are named, all three. */
@Singleton
final class MailSettings implements Mails {

    private static final Logger LOG = Logger.getLogger(MailSettings.class);

    private final Optional<MailServer> server;
    private final String from;
    private final String pages;

    MailSettings(
            @ConfigProperty(name = "jianmi.smtp.url") Optional<String> url,
            @ConfigProperty(name = "jianmi.mail.from") Optional<String> from,
            @ConfigProperty(name = "jianmi.public.url") Optional<String> pages) {
        this.server = from.isPresent() && pages.isPresent() ? url.flatMap(MailSettings::server) : Optional.empty();
        this.from = from.orElse("");
        this.pages = pages.orElse("").replaceFirst("/+$", "");
        if (url.isPresent() && server.isEmpty()) {
            LOG.error(
                    "mail.misconfigured: mails need JIANMI_SMTP_URL, JIANMI_MAIL_FROM and JIANMI_PUBLIC_URL; none are sent");
        }
    }

    private static Optional<MailServer> server(String url) {
        try {
            return Optional.of(MailServer.of(url));
        } catch (IllegalArgumentException malformed) {
            LOG.error(malformed.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public boolean configured() {
        return server.isPresent();
    }

    Optional<MailServer> server() {
        return server;
    }

    String from() {
        return from;
    }

    /** Where the pages are, without a slash at the end. */
    String pages() {
        return pages;
    }
}
