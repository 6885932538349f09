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

/** Events are added with the command that causes them and never changed. */
@Singleton
public final class ConsentLedger {

    private final Pool pool;

    public ConsentLedger(Pool pool) {
        this.pool = pool;
    }

    /** The statement that adds these; empty when there are none. */
    public static Optional<Write> append(TenantKey tenant, List<ConsentEvent> events) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        ArrayNode rows = Json.NODES.arrayNode(events.size());
        events.forEach(event -> rows.addObject()
                .put("subject", event.subject().toString())
                .put("notice", event.notice())
                .put("purpose", event.purpose())
                .put("act", event.act().name())
                .put("at", event.at().toString())
                .put("actor", event.actor())
                .put("form", event.source().form())
                .put("record", event.source().record().toString())
                .put("field", event.source().field()));
        return Optional.of(Write.any("""
                insert into "%s".consent_event (subject, notice, purpose, act, at, actor, form, record, field)
                select subject, notice, purpose, act, at, actor, form, record, field
                from jsonb_to_recordset($1::jsonb) as x(subject uuid, notice text, purpose text, act text, at timestamptz,
                actor text, form text, record uuid, field text)
                """.formatted(tenant.schema()), Tuple.of(new JsonArray(Json.write(rows)))));
    }

    /** An event and its place in the ledger. */
    record Entry(long id, ConsentEvent event) {}

    /** What a person agreed to and took back, newest first. */
    Uni<List<Entry>> of(TenantKey tenant, UUID subject, long below, int limit) {
        String sql = """
                select id, subject, notice, purpose, act, at, actor, form, record, field from "%s".consent_event
                where subject = $1 and id < $2 order by id desc limit $3
                """.formatted(tenant.schema());
        return pool.preparedQuery(sql).execute(Tuple.of(subject, below, limit)).map(rows -> {
            List<Entry> entries = new ArrayList<>(rows.size());
            rows.forEach(row -> entries.add(entry(row)));
            return entries;
        });
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getLong(0),
                new ConsentEvent(
                        row.getUUID(1),
                        row.getString(2),
                        row.getString(3),
                        ConsentEvent.Act.valueOf(row.getString(4)),
                        row.getOffsetDateTime(5).toInstant(),
                        row.getString(6),
                        new ConsentEvent.Source(row.getString(7), row.getUUID(8), row.getString(9))));
    }
}
