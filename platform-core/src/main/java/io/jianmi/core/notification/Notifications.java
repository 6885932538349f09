package io.jianmi.core.notification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The port through which members are told. A command adds {@link #messages} to its follow-ups; what runs in the relay's
 * transaction calls {@link #send}. Either way it is told if, and only if, the cause is committed.
 */
@Singleton
public final class Notifications {

    static final String TOPIC = "notification.send";

    private static final String INSERT = """
            with told as (
             select x.*, coalesce(p.listed, true) as show, ? and coalesce(p.mailed, x.mailed) as mail
             from jsonb_to_recordset(?::jsonb) as x(id uuid, member text, kind text, cause uuid, actor text, at timestamptz,
              form text, record uuid, task uuid, outcome text, text jsonb, reads text[], mailed boolean)
             left join "%1$s".notification_preference p on p.member = x.member and p.kind = x.kind),
            added as (
             insert into "%1$s".notification
              (id, member, kind, cause, actor, at, form, record, task, outcome, text, reads, listed)
             select id, member, kind, cause, actor, at, form, record, task, outcome, text, reads, show from told where show or mail
             on conflict (cause, member, kind) do nothing returning id)
            insert into "%1$s".notification_mail (notification, next_at)
            select t.id, t.at from told t join added a on a.id = t.id where t.mail
            """;

    private final OrgDirectory directory;
    private final Ids ids;
    private final InstantSource clock;
    private final Mails mails;

    public Notifications(OrgDirectory directory, Ids ids, InstantSource clock, Mails mails) {
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
        this.mails = mails;
    }

    /**
     * What a command adds to its follow-ups; nothing where nobody is left to be told. Has a key of its own: it waits for no
     * other message of the record, and who waits for the record's does not wait for it.
     */
    public static List<OutboxMessage> messages(List<Announcement> announcements) {
        return announcements.stream()
                .filter(announcement -> !announcement.to().isEmpty())
                .map(announcement -> new OutboxMessage(TOPIC, announcement.cause(), announcement.json()))
                .toList();
    }

    /**
     * One statement for all of them, in the relay's transaction. Whoever is no member any more is told nothing.
     *
     * @param connection of the relay's transaction
     */
    public void send(TenantKey tenant, Connection connection, List<Announcement> announcements) throws SQLException {
        ArrayNode rows = rows(directory.of(tenant), announcements);
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT.formatted(tenant.schema()))) {
            statement.setBoolean(1, mails.configured());
            statement.setString(2, Json.write(rows));
            statement.executeUpdate();
        }
    }

    private ArrayNode rows(Org org, List<Announcement> announcements) {
        Instant now = clock.instant();
        ArrayNode rows = Json.NODES.arrayNode();
        announcements.forEach(announcement -> announcement.to().stream()
                .filter(receiver -> org.actor(receiver.member()).isPresent())
                .forEach(receiver -> rows.add(row(announcement, receiver, now))));
        return rows;
    }

    private ObjectNode row(Announcement announcement, Announcement.Receiver receiver, Instant now) {
        ObjectNode row = Json.NODES
                .objectNode()
                .put("id", ids.next().toString())
                .put("member", receiver.member().value())
                .put("kind", announcement.kind().key())
                .put("cause", announcement.cause().toString())
                .put("actor", announcement.by().value())
                .put("at", now.toString())
                .put("form", announcement.form())
                .put("record", announcement.record().toString())
                .put("mailed", announcement.kind().mailed());
        Optional.ofNullable(receiver.task()).ifPresent(task -> row.put("task", task.toString()));
        announcement.outcome().ifPresent(word -> row.put("outcome", word));
        if (!announcement.text().isEmpty()) {
            announcement.text().forEach(row.putObject("text")::put);
        }
        if (!announcement.reads().isEmpty()) {
            announcement.reads().forEach(row.putArray("reads")::add);
        }
        return row;
    }
}
