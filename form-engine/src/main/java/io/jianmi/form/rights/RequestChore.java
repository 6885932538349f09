package io.jianmi.form.rights;

import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.notification.Announcement;
import io.jianmi.core.notification.NotificationKind;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.Outbox;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the privacy desk that a request is due soon, and that it is overdue. Each is told once: the row remembers it in the transaction
 * that hands the message to the relay, and the relay tells nobody twice of one cause.
 */
@Singleton
public final class RequestChore implements Chore {

    private static final int SOME = 200;
    private static final int SOON = 1;
    private static final int OVER = 2;

    private final OrgDirectory directory;
    private final Outbox outbox;
    private final InstantSource clock;

    public RequestChore(OrgDirectory directory, Outbox outbox, InstantSource clock) {
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rights-requests";
    }

    /** What is over first: of it nobody need be told that it comes. */
    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        Instant now = clock.instant();
        return told(tenant, connection, OVER, now, Law.values())
                .chain(over -> RequestTerms.of(tenant, connection)
                        .chain(terms -> Multi.createFrom()
                                .iterable(terms)
                                .onItem()
                                .transformToUniAndConcatenate(term -> told(
                                        tenant,
                                        connection,
                                        SOON,
                                        now.atOffset(ZoneOffset.UTC)
                                                .plus(term.warnBefore())
                                                .toInstant(),
                                        term.law()))
                                .collect()
                                .asList())
                        .map(soon -> over == SOME || soon.contains(SOME)));
    }

    private Uni<Integer> told(TenantKey tenant, SqlConnection connection, int stage, Instant before, Law... laws) {
        String sql = """
                update "%1$s".subject_request set told = $1 where id = any(array(select id from "%1$s".subject_request
                where not closed and told < $1 and due_at < $2 and law = any($3) order by due_at limit $4 for update skip locked))
                returning id, due_at, assignee
                """.formatted(tenant.schema());
        List<String> names = new ArrayList<>();
        for (Law law : laws) {
            names.add(law.name());
        }
        Tuple parameters = Tuple.of(stage, before.atOffset(ZoneOffset.UTC), names.toArray(String[]::new), SOME);
        return connection.preparedQuery(sql).execute(parameters).chain(rows -> {
            List<Announcement> news = new ArrayList<>();
            rows.forEach(row -> news.add(news(tenant, stage, row)));
            return sent(tenant, connection, Notifications.messages(news)).replaceWith(rows.size());
        });
    }

    private Announcement news(TenantKey tenant, int stage, Row row) {
        UUID id = row.getUUID("id");
        String cause = "rights/%s/%d/%s"
                .formatted(id, stage, row.getOffsetDateTime("due_at").toInstant());
        return Announcement.of(
                        stage == OVER ? NotificationKind.REQUEST_OVERDUE : NotificationKind.REQUEST_DUE,
                        UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)),
                        MemberId.SYSTEM,
                        "",
                        id)
                .to(receivers(tenant, stage, row.getString("assignee")));
    }

    /** Who answers for it; all of the desk where nobody does, and where it is late. */
    private List<MemberId> receivers(TenantKey tenant, int stage, @Nullable String assignee) {
        List<MemberId> desk = PrivacyDesk.members(directory.of(tenant)).stream()
                .map(Member::id)
                .toList();
        List<MemberId> his =
                desk.stream().filter(member -> member.value().equals(assignee)).toList();
        return stage == OVER || his.isEmpty() ? desk : his;
    }

    private Uni<Void> sent(TenantKey tenant, SqlConnection connection, List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Write write = outbox.insert(tenant, messages);
        return connection.preparedQuery(write.sql()).execute(write.parameters()).replaceWithVoid();
    }
}
