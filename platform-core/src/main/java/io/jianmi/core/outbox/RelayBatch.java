package io.jianmi.core.outbox;

import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Claims messages and hands them over, several in one JTA transaction. Of each key only the oldest is claimed, so order
 * per key holds however many relays run; claimed rows stay locked until commit, so nobody else takes them.
 */
final class RelayBatch {

    private static final int SIZE = 64;

    private final DataSource dataSource;
    private final Map<String, OutboxHandler> handlers;
    private final List<BatchScope> scopes;
    private final OutboxDrain drain;

    RelayBatch(DataSource dataSource, Map<String, OutboxHandler> handlers, List<BatchScope> scopes, OutboxDrain drain) {
        this.dataSource = dataSource;
        this.handlers = Map.copyOf(handlers);
        this.scopes = List.copyOf(scopes);
        this.drain = drain;
    }

    /**
     * A batch that is to be committed.
     *
     * @param messages how many
     * @param waiting who waits for their keys
     * @param left keys of which there are more
     */
    private record Done(int messages, Waiters.Group waiting, Set<UUID> left) {}

    /**
     * Handles what is due, and tells who waits for it.
     *
     * @return how many messages
     */
    int run(TenantKey tenant) {
        try {
            Done done = QuarkusTransaction.requiringNew().call(() -> handle(tenant));
            done.waiting().release(done.left());
            return done.messages();
        } catch (RuntimeException one) {
            // One bad message must not hold up the batch: take them one by one and mark the one that fails.
            Set<UUID> handled = runSingly(tenant);
            drain.handled(tenant, handled);
            return handled.size();
        }
    }

    private Set<UUID> runSingly(TenantKey tenant) {
        Set<UUID> handled = new HashSet<>();
        for (int i = 0; i < SIZE; i++) {
            @Nullable Delivery[] current = {null};
            try {
                Set<UUID> keys = QuarkusTransaction.requiringNew().call(() -> handleOne(tenant, current));
                if (keys.isEmpty()) {
                    break;
                }
                handled.addAll(keys);
            } catch (RuntimeException failure) {
                Delivery failed = current[0];
                if (failed == null) {
                    throw failure;
                }
                QuarkusTransaction.requiringNew().run(() -> postpone(failed, failure));
            }
        }
        return handled;
    }

    private Done handle(TenantKey tenant) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            List<Delivery> claimed = claim(connection, tenant, SIZE);
            if (claimed.isEmpty()) {
                return new Done(0, Waiters.Group.NOBODY, Set.of());
            }
            handle(claimed, 0);
            Waiters.Group waiting =
                    drain.waiters().of(claimed.stream().map(Delivery::key).collect(Collectors.toSet()));
            return new Done(claimed.size(), waiting, remove(connection, tenant, claimed));
        }
    }

    /** @param depth scopes that are open already */
    private Void handle(List<Delivery> claimed, int depth) throws Exception {
        if (depth < scopes.size()) {
            return scopes.get(depth).within(() -> handle(claimed, depth + 1));
        }
        Map<OutboxHandler, List<Delivery>> each =
                claimed.stream().collect(Collectors.groupingBy(this::handler, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<OutboxHandler, List<Delivery>> its : each.entrySet()) {
            its.getKey().foresee(its.getValue());
        }
        for (Delivery delivery : claimed) {
            handler(delivery).handle(delivery);
        }
        return null;
    }

    private Set<UUID> handleOne(TenantKey tenant, @Nullable Delivery[] current) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            List<Delivery> claimed = claim(connection, tenant, 1);
            if (claimed.isEmpty()) {
                return Set.of();
            }
            Delivery delivery = claimed.get(0);
            current[0] = delivery;
            handler(delivery).handle(delivery);
            remove(connection, tenant, claimed);
            return Set.of(delivery.key());
        }
    }

    private OutboxHandler handler(Delivery delivery) {
        return Objects.requireNonNull(handlers.get(delivery.topic()));
    }

    private List<Delivery> claim(Connection connection, TenantKey tenant, int limit) throws SQLException {
        String sql = """
                select o.id, o.topic, o.key, o.body, o.attempts from "%1$s".outbox o
                where o.topic = any(?) and o.parked_at is null and o.next_at <= now()
                and not exists (select 1 from "%1$s".outbox p where p.key = o.key and p.id < o.id)
                order by o.id limit ? for update of o skip locked
                """.formatted(tenant.schema());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, connection.createArrayOf("text", handlers.keySet().toArray()));
            statement.setInt(2, limit);
            List<Delivery> claimed = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    claimed.add(new Delivery(
                            tenant,
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getObject(3, UUID.class),
                            Json.parse(rows.getString(4)),
                            rows.getInt(5) + 1,
                            connection));
                }
            }
            return claimed;
        }
    }

    /** Answers those of their keys that have others, of whatever topic. */
    private static Set<UUID> remove(Connection connection, TenantKey tenant, List<Delivery> done) throws SQLException {
        String sql = """
                with gone as (delete from "%1$s".outbox where id = any(?) returning id, key)
                select distinct o.key from "%1$s".outbox o join gone g on g.key = o.key where o.id <> all(?)
                """.formatted(tenant.schema());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array ids = connection.createArrayOf(
                    "bigint", done.stream().map(Delivery::id).toArray());
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            Set<UUID> left = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    left.add(rows.getObject(1, UUID.class));
                }
            }
            return left;
        }
    }

    private void postpone(Delivery failed, Throwable failure) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(Postponement.sql(failed.tenant(), "?", "?", "?"))) {
            statement.setString(1, Postponement.reason(failure));
            statement.setLong(2, failed.id());
            statement.setInt(3, failed.attempt() - 1);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot postpone a follow-up", e);
        }
    }
}
