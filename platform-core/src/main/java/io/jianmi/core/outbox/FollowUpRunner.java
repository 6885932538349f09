package io.jianmi.core.outbox;

import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.OwnContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the follow-ups that are commands. No row lock is held meanwhile: removing the message is part of the command, so
 * the second of two nodes loses and changes nothing. Of one node's workers only one takes a message up.
 */
final class FollowUpRunner {

    private static final int SIZE = 32;

    private final Pool pool;
    private final Map<String, FollowUp> followUps;
    private final Set<Message> underWay = ConcurrentHashMap.newKeySet();

    /** Ids are a tenant's own. */
    private record Message(TenantKey tenant, long id) {}

    FollowUpRunner(Pool pool, Map<String, FollowUp> followUps) {
        this.pool = pool;
        this.followUps = Map.copyOf(followUps);
    }

    /** Handles what is due and nobody of this node has taken up; answers the keys handled. */
    Uni<Set<UUID>> run(TenantKey tenant) {
        return due(tenant)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .filter(row -> underWay.add(new Message(tenant, row.getLong(0))))
                        .onItem()
                        .transformToUni(row -> handle(tenant, row))
                        .merge(8)
                        .collect()
                        .asSet());
    }

    private Uni<List<Row>> due(TenantKey tenant) {
        String sql = """
                select o.id, o.topic, o.key, o.body, o.attempts from "%1$s".outbox o
                where o.topic = any($1) and o.parked_at is null and o.next_at <= now()
                and not exists (select 1 from "%1$s".outbox p where p.key = o.key and p.id < o.id)
                order by o.id limit $2
                """.formatted(tenant.schema());
        return pool.preparedQuery(sql)
                .execute(Tuple.of(followUps.keySet().toArray(String[]::new), SIZE))
                .map(FollowUpRunner::list);
    }

    private Uni<UUID> handle(TenantKey tenant, Row row) {
        FollowUp followUp = Objects.requireNonNull(followUps.get(row.getString(1)));
        long id = row.getLong(0);
        UUID key = row.getUUID(2);
        String body = row.getString(3);
        int before = row.getInteger(4);
        return OwnContext.of(() -> followUp.handle(tenant, id, key, Json.parse(body)))
                .onFailure(FollowUpRunner::alreadyHandled)
                .recoverWithNull()
                .onFailure()
                .recoverWithUni(failure -> postpone(tenant, id, before, failure))
                .onTermination()
                .invoke(() -> underWay.remove(new Message(tenant, id)))
                .replaceWith(key);
    }

    private Uni<Void> postpone(TenantKey tenant, long id, int before, Throwable failure) {
        return pool.preparedQuery(Postponement.sql(tenant, "$1", "$2", "$3"))
                .execute(Tuple.of(Postponement.reason(failure), id, before))
                .replaceWithVoid();
    }

    private static boolean alreadyHandled(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == OutboxProblem.ALREADY_HANDLED;
    }

    private static List<Row> list(RowSet<Row> rows) {
        List<Row> list = new ArrayList<>(rows.size());
        rows.forEach(list::add);
        return list;
    }
}
