package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.Cap;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Unexpired reveals: which fields of which records an actor has opened. */
@Singleton
final class RevealGrants {

    private final Pool pool;
    private final InstantSource clock;

    RevealGrants(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Fields of one record, opened for a purpose. */
    record Live(String purpose, Set<String> fields) {}

    /**
     * What of a record is open. What rests on a consent is open no longer for a purpose that its person has taken back.
     *
     * @param caps of the record
     */
    static Set<String> open(List<Live> live, CompiledForm form, List<Cap> caps) {
        Set<String> open = new HashSet<>();
        for (Live one : live) {
            boolean refused = caps.stream().anyMatch(cap -> cap.refuses(one.purpose()));
            one.fields().stream()
                    .filter(field -> !refused || form.consents().of(field).isEmpty())
                    .forEach(open::add);
        }
        return open;
    }

    /**
     * A reveal.
     *
     * @param task through which it was opened, and with which it ends
     */
    record Grant(
            UUID id,
            String form,
            UUID record,
            List<String> fields,
            String purpose,
            Optional<UUID> task,
            Instant grantedAt,
            Instant expiresAt) {}

    /**
     * What the actor has opened of these records, by record; one round trip.
     *
     * @param open tasks through which he may reveal now: what another one has opened is closed
     */
    Uni<Map<UUID, List<Live>>> live(Actor actor, List<UUID> records, Set<UUID> open) {
        // An array of unknown length is planned anew for each call; one record need not be.
        boolean one = records.size() == 1;
        String sql = """
                select record, purpose, fields, task from "%s".reveal_grant
                where actor = $1 and record = %s and expires_at > $3
                """.formatted(actor.tenant().schema(), one ? "$2" : "any($2)");
        Object wanted = one ? records.get(0) : RecordTable.ids(records);
        return pool.preparedQuery(sql)
                .execute(Tuple.of(actor.id().value(), wanted, RecordWrites.utc(clock.instant())))
                .map(rows -> {
                    Map<UUID, List<Live>> live = new HashMap<>();
                    for (Row row : rows) {
                        UUID task = row.getUUID(3);
                        if (task == null || open.contains(task)) {
                            live.computeIfAbsent(row.getUUID(0), id -> new ArrayList<>())
                                    .add(new Live(row.getString(1), Set.of(row.getArrayOfStrings(2))));
                        }
                    }
                    return live;
                });
    }

    static Write insert(Actor actor, Grant grant) {
        return Write.any(
                """
                insert into "%s".reveal_grant (id, actor, form, record, fields, purpose, granted_at, expires_at, task)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """.formatted(actor.tenant().schema()),
                Tuple.tuple()
                        .addUUID(grant.id())
                        .addString(actor.id().value())
                        .addString(grant.form())
                        .addUUID(grant.record())
                        .addArrayOfString(grant.fields().toArray(String[]::new))
                        .addString(grant.purpose())
                        .addOffsetDateTime(RecordWrites.utc(grant.grantedAt()))
                        .addOffsetDateTime(RecordWrites.utc(grant.expiresAt()))
                        .addValue(grant.task().orElse(null)));
    }

    /** What these tasks have opened is closed for good, however long it was to last. */
    static Write end(TenantKey tenant, Collection<UUID> tasks, Instant now) {
        return Write.any(
                "update \"%s\".reveal_grant set expires_at = $2 where task = any($1) and expires_at > $2"
                        .formatted(tenant.schema()),
                Tuple.of(tasks.toArray(UUID[]::new), RecordWrites.utc(now)));
    }
}
