package io.jianmi.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberContacts.Contact;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails to a real SMTP server out of a real queue. */
@Tag("slow")
final class MailRelayTest {

    private static final UUID SEEN = UUID.randomUUID();
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final ScratchTenant tenant = new ScratchTenant("mail" + TENANTS.incrementAndGet(), 2);
    private final Vertx vertx = Vertx.vertx();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void tables() throws IOException {
        for (String file : List.of("V2026112660__notification.sql", "V2026112696__notification_reads.sql")) {
            try (var sql = Objects.requireNonNull(getClass().getResourceAsStream("/db/tenant/" + file))) {
                tenant.execute("set search_path to " + tenant.schema() + ";"
                        + new String(sql.readAllBytes(), StandardCharsets.UTF_8) + ";reset search_path");
            }
        }
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
        tenant.close();
        vertx.closeAndAwait();
    }

    @Test
    void aMailSaysWhatThereIsAndNothingOfTheRecord() throws MessagingException, IOException {
        told("mia", SEEN, null);

        relay().run(tenant.key());

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Jianmi: A task waits for you (Customer)");
        assertThat(mail.getAllRecipients()[0]).hasToString("mia@example.com");
        assertThat(mail.getFrom()[0]).hasToString("jianmi@example.com");
        assertThat(mail.getContent().toString())
                .contains("https://jianmi.example.com/t/" + tenant.key().value() + "/apps/crm/forms/customer/records/"
                        + SEEN)
                .doesNotContain("王小明");
        assertThat(left()).isZero();
        assertThat(meters.counter("jianmi.mail.sent").count()).isOne();
        relay().run(tenant.key());
        assertThat(server.getReceivedMessages()).as("once").hasSize(1);
    }

    @Test
    void whatAWorkflowSaysIsMailedAsFarAsItMayLeave() throws MessagingException {
        told("mia", SEEN, null);
        says("{}", "Order: all paid.");
        relay().run(tenant.key());
        told("mia", SEEN, null);
        says("{title,note}", "Order: about T1");
        relay().run(tenant.key());
        told("mia", SEEN, null);
        says("{title,price}", "Order: 59.90");
        relay().run(tenant.key());

        assertThat(server.getReceivedMessages())
                .extracting(mail -> mail.getSubject())
                .containsExactly(
                        "Jianmi: Order: all paid (Customer)",
                        "Jianmi: Order: about T1 (Customer)",
                        "Jianmi: A workflow has something to tell you (Customer)");
    }

    /** Of the newest that waits for its mail. */
    private void says(String reads, String text) {
        tenant.execute("""
                update %1$s.notification set kind = 'workflow-told', text = '{"en": "%2$s"}', reads = '%3$s'
                where id in (select notification from %1$s.notification_mail)
                """.formatted(tenant.schema(), text, reads));
    }

    @Test
    void whoMayNotKnowOfItOrHasReadItOrHasNoAddressGetsNone() {
        told("mia", UUID.randomUUID(), null);
        told("mia", SEEN, "now()");
        told("max", SEEN, null);
        told("gone", SEEN, null);

        relay().run(tenant.key());

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(left()).isZero();
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndGivenUpAfterSomeTries() {
        told("mia", SEEN, null);
        server.stop();
        MailRelay relay = relay();
        for (int i = 1; i < MailQueue.TRIES; i++) {
            relay.run(tenant.key());
            relay.run(tenant.key());
            assertThat(number("select attempts from %s.notification_mail")).isEqualTo(i);
            assertThat(number("select count(*) from %s.notification_mail where next_at > now() and dead_at is null"))
                    .as("waits a while")
                    .isOne();
            tenant.execute("update " + tenant.schema() + ".notification_mail set next_at = now()");
        }
        relay.run(tenant.key());

        assertThat(number(
                        "select count(*) from %s.notification_mail where dead_at is not null and failure like 'java.net.%%'"
                                + " or failure like 'io.%%'"))
                .isOne();
        assertThat(meters.counter("jianmi.mail.dead").count()).isOne();
        assertThat(meters.counter("jianmi.mail.failed").count()).isEqualTo(MailQueue.TRIES - 1.0);
    }

    private void told(String member, UUID record, @Nullable String read) {
        UUID id = UUID.randomUUID();
        tenant.execute("""
                insert into %1$s.notification (id, member, kind, cause, actor, at, form, record, listed, read_at)
                values ('%2$s', '%3$s', 'task-assigned', '%2$s', 'sam', now(), 'customer', '%4$s', true, %5$s)
                """.formatted(tenant.schema(), id, member, record, read));
        tenant.execute("insert into %s.notification_mail (notification, next_at) values ('%s', now())"
                .formatted(tenant.schema(), id));
    }

    private long left() {
        return number("select count(*) from %s.notification_mail");
    }

    private long number(String sql) {
        return tenant.execute(sql.formatted(tenant.schema())).iterator().next().getLong(0);
    }

    private MailRelay relay() {
        int port = server.getSmtp() == null ? 1 : server.getSmtp().getPort();
        MailSettings settings = new MailSettings(
                Optional.of("smtp://127.0.0.1:" + port + "?starttls=none"),
                Optional.of("jianmi@example.com"),
                Optional.of("https://jianmi.example.com/"));
        NotificationStore store = new NotificationStore(tenant.pool());
        NotificationPages pages = new NotificationPages(
                store, new Lines(), (reader, tasks) -> Uni.createFrom().item(Set.of()), directory());
        return new MailRelay(
                settings,
                new MailQueue(tenant.pool(), store),
                new MailWriter(pages, settings),
                new MailSender(vertx, settings),
                member -> member.value().equals("mia")
                        ? Optional.of(new Contact("mia@example.com", "en"))
                        : Optional.empty(),
                directory(),
                () -> Set.of(tenant.key()),
                meters,
                new MailRelay.Reading() {
                    @Override
                    public <T> T now(Supplier<Uni<T>> work) {
                        return work.get().await().atMost(Duration.ofSeconds(10));
                    }
                });
    }

    private OrgDirectory directory() {
        List<Member> members = List.of(member("mia"), member("max"));
        return new OrgDirectory() {
            @Override
            public Org of(TenantKey key) {
                return new Org(key, members, List.of(), Set.of());
            }

            @Override
            public Set<TenantKey> tenants() {
                return Set.of(tenant.key());
            }
        };
    }

    private static Member member(String name) {
        return new Member(new MemberId(name), name, name, List.of(), Set.of(), true);
    }

    /** One record that everybody sees, and none besides. */
    private static final class Lines implements RecordLines {
        @Override
        public Uni<Map<UUID, Line>> of(Actor reader, String form, Collection<UUID> records, String language) {
            return Uni.createFrom()
                    .item(records.contains(SEEN) ? Map.of(SEEN, new Line("crm", "Customer", "王小明")) : Map.of());
        }

        /** The price may be read and may not leave. */
        @Override
        public Uni<Map<UUID, Set<String>>> tellable(
                Actor reader, String form, Collection<UUID> records, boolean leaving) {
            Set<String> fields = leaving ? Set.of("title", "note") : Set.of("title", "note", "price");
            return Uni.createFrom().item(Map.of(SEEN, fields));
        }
    }
}
