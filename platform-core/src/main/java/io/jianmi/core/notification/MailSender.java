package io.jianmi.core.notification;

import io.vertx.ext.mail.MailMessage;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hands mails to the SMTP server. Blocks: for worker threads. */
@Singleton
final class MailSender {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final MailSettings settings;
    private @Nullable MailClient client;

    MailSender(Vertx vertx, MailSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    /** Returns once the server has taken it; any failure says that it may not have. */
    void send(String address, MailText text) {
        MailMessage message = new MailMessage()
                .setFrom(settings.from())
                .setTo(address)
                .setSubject(text.subject())
                .setText(text.body())
                .addHeader("Auto-Submitted", "auto-generated");
        client().sendMail(message).await().atMost(PATIENCE);
    }

    private synchronized MailClient client() {
        if (client == null) {
            client = MailClient.create(vertx, settings.server().orElseThrow().config());
        }
        return client;
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.closeAndAwait();
        }
    }
}
