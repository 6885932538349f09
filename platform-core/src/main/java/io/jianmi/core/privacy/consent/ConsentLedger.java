package io.jianmi.core.privacy.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events are added with the command that causes them and never changed. */
@Singleton
public final class ConsentLedger {

    private static final String INSERT = """
            insert into "%s".consent_event
                (event, subject, notice, purpose, act, at, actor, form, record, field, channel, withdraws)
            select event, subject, notice, purpose, act, at, actor, form, record, field, channel, withdraws
            from jsonb_to_recordset($1::jsonb) as x(event uuid, subject uuid, notice text, purpose text, act text,
            at timestamptz, actor text, form text, record uuid, field text, channel text, withdraws uuid)
            """;

    /** Of a purpose the newest answer counts: a grant stands until the purpose is refused or taken back after it, wherever that was said. */
    private static final String SELECT = """
            select id, event, subject, notice, purpose, act, at, actor, form, record, field, channel, withdraws,
                act = 'GRANT' and not exists (select 1 from "%1$s".consent_event later where later.subject = said.subject
                    and later.purpose = said.purpose and later.id > said.id and later.act <> 'GRANT') as stands
            from "%1$s".consent_event said
            """;

    private final Pool pool;

    public ConsentLedger(Pool pool) {
        this.pool = pool;
    }

    /** The statement that adds these; empty when there are none. */
    public static Optional<Write> append(TenantKey tenant, List<ConsentEvent> events) {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(Write.any(INSERT.formatted(tenant.schema()), rows(events)));
    }

    /**
     * A row source of the newest entry of each purpose about a person, with {@code purpose} and {@code act}.
     *
     * @param subject SQL for the person, which no column of the ledger is named like
     */
    public static String newest(TenantKey tenant, String subject) {
        return """
                (select distinct on (purpose) purpose, act from "%s".consent_event where subject = %s \
                order by purpose, id desc) as newest""".formatted(tenant.schema(), subject);
    }

    /** Adds one; fails as a lost race where somebody has just taken back the same event. */
    public static Write add(TenantKey tenant, ConsentEvent event) {
        return Write.one(
                INSERT.formatted(tenant.schema()) + "on conflict (withdraws) where withdraws is not null do nothing",
                rows(List.of(event)));
    }

    private static Tuple rows(List<ConsentEvent> events) {
        ArrayNode rows = Json.NODES.arrayNode(events.size());
        events.forEach(event -> rows.addObject()
                .put("event", event.id().toString())
                .put("subject", event.subject().toString())
                .put("notice", event.notice())
                .put("purpose", event.purpose())
                .put("act", event.act().name())
                .put("at", event.at().toString())
                .put("actor", event.actor())
                .put("form", event.source().form())
                .put("record", text(event.source().record()))
                .put("field", event.source().field())
                .put("channel", name(event.source().channel()))
                .put("withdraws", text(event.source().withdraws())));
        return Tuple.of(new JsonArray(Json.write(rows)));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static ConsentEvent.@Nullable Channel channel(@Nullable String stored) {
        return stored == null ? null : ConsentEvent.Channel.valueOf(stored);
    }

    private static @Nullable String name(ConsentEvent.@Nullable Channel channel) {
        return channel == null ? null : channel.name();
    }

    /**
     * An event as it stands in the ledger.
     *
     * @param place later ones are greater
     * @param stands whether it is an agreement that nothing has taken back since
     */
    public record Entry(long place, ConsentEvent event, boolean stands) {}

    /** What a person agreed to and took back, newest first. */
    public Uni<List<Entry>> of(TenantKey tenant, UUID subject, long below, int limit) {
        return entries(
                tenant, "where subject = $1 and id < $2 order by id desc limit $3", Tuple.of(subject, below, limit));
    }

    public Uni<Optional<Entry>> find(TenantKey tenant, UUID event) {
        return entries(tenant, "where event = $1", Tuple.of(event))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<Entry>> entries(TenantKey tenant, String which, Tuple parameters) {
        return pool.preparedQuery(SELECT.formatted(tenant.schema()) + which)
                .execute(parameters)
                .map(rows -> {
                    List<Entry> entries = new ArrayList<>(rows.size());
                    rows.forEach(row -> entries.add(entry(row)));
                    return entries;
                });
    }

    private static Entry entry(Row row) {
        ConsentEvent.Source source = new ConsentEvent.Source(
                row.getString("form"),
                row.getUUID("record"),
                row.getString("field"),
                channel(row.getString("channel")),
                row.getUUID("withdraws"));
        ConsentEvent event = new ConsentEvent(
                row.getUUID("event"),
                row.getUUID("subject"),
                row.getString("notice"),
                row.getString("purpose"),
                ConsentEvent.Act.valueOf(row.getString("act")),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                source);
        return new Entry(row.getLong("id"), event, row.getBoolean("stands"));
    }
}
