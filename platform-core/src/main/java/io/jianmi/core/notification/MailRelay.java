package io.jianmi.core.notification;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberContacts;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.notification.MailQueue.Due;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.jianmi.core.thread.Waiting;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Sends the mails that are due, on a thread of the scheduler: a slow mail server holds up mails and nothing else. Several nodes
 * share them. A crash between the server's answer and our note of it sends a mail twice, never not at all.
 */
@Singleton
final class MailRelay {

    private static final Logger LOG = Logger.getLogger(MailRelay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MailSettings settings;
    private final MailQueue queue;
    private final MailWriter writer;
    private final MailSender sender;
    private final MemberContacts contacts;
    private final OrgDirectory directory;
    private final Tenants tenants;
    private final Reading reading;
    private final Counter sent;
    private final Counter failed;
    private final Counter dead;

    /** Waits for what is read, on the thread that sends. */
    interface Reading {

        <T> T now(Supplier<Uni<T>> work);
    }

    @Inject
    MailRelay(
            MailSettings settings,
            MailQueue queue,
            MailWriter writer,
            MailSender sender,
            MemberContacts contacts,
            OrgDirectory directory,
            Tenants tenants,
            MeterRegistry meters) {
        this(settings, queue, writer, sender, contacts, directory, tenants, meters, new Reading() {
            @Override
            public <T> T now(Supplier<Uni<T>> work) {
                return Waiting.on(work);
            }
        });
    }

    MailRelay(
            MailSettings settings,
            MailQueue queue,
            MailWriter writer,
            MailSender sender,
            MemberContacts contacts,
            OrgDirectory directory,
            Tenants tenants,
            MeterRegistry meters,
            Reading reading) {
        this.settings = settings;
        this.queue = queue;
        this.writer = writer;
        this.sender = sender;
        this.contacts = contacts;
        this.directory = directory;
        this.tenants = tenants;
        this.reading = reading;
        this.sent = meters.counter("jianmi.mail.sent");
        this.failed = meters.counter("jianmi.mail.failed");
        this.dead = meters.counter("jianmi.mail.dead");
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (settings.configured()) {
            tenants.keys().forEach(this::run);
        }
    }

    void run(TenantKey tenant) {
        List<Due> due = queue.claim(tenant).await().atMost(PATIENCE);
        for (Due mail : due) {
            try {
                deliver(tenant, mail);
                queue.done(tenant, mail.notification().id()).await().atMost(PATIENCE);
            } catch (RuntimeException failure) {
                postpone(tenant, mail, failure);
            }
        }
    }

    /** Who has gone, has no address, has read it meanwhile or may not know of it any more gets no mail. */
    private void deliver(TenantKey tenant, Due mail) {
        Notification news = mail.notification();
        Optional<Actor> reader = directory.of(tenant).actor(news.member());
        if (reader.isEmpty() || news.readAt() != null) {
            return;
        }
        contacts.of(news.member())
                .ifPresent(contact -> reading.now(() -> writer.write(reader.get(), news, contact.locale())
                                .ifNoItem()
                                .after(PATIENCE)
                                .fail())
                        .ifPresent(text -> {
                            sender.send(contact.address(), text);
                            sent.increment();
                        }));
    }

    /** Names the notification, the try and the kind of failure: a message of the mail server quotes addresses. */
    private void postpone(TenantKey tenant, Due mail, RuntimeException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String reason = cause.getClass().getName();
        boolean last = mail.attempts() >= MailQueue.TRIES;
        LOG.warnf(
                "%s %s try %d %s",
                last ? "mail.dead" : "mail.failed", mail.notification().id(), mail.attempts(), reason);
        (last ? dead : failed).increment();
        queue.failed(tenant, mail.notification().id(), reason, last).await().atMost(PATIENCE);
    }
}
