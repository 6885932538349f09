package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** Revealed fields of these records, by record; one round trip. */
    Uni<Map<UUID, Set<String>>> live(Actor actor, List<UUID> records) {
        // An array of unknown length is planned anew for each call; one record need not be.
        boolean one = records.size() == 1;
        String sql = """
                select record, fields from "%s".reveal_grant
                where actor = $1 and record = %s and expires_at > $3
                """.formatted(actor.tenant().schema(), one ? "$2" : "any($2)");
        Object wanted = one ? records.get(0) : RecordTable.ids(records);
        return pool.preparedQuery(sql)
                .execute(Tuple.of(actor.id().value(), wanted, RecordWrites.utc(clock.instant())))
                .map(rows -> {
                    Map<UUID, Set<String>> live = new HashMap<>();
                    for (Row row : rows) {
                        live.computeIfAbsent(row.getUUID(0), id -> new HashSet<>())
                                .addAll(Arrays.asList(row.getArrayOfStrings(1)));
                    }
                    return live;
                });
    }
}
