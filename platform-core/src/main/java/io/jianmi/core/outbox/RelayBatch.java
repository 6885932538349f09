package io.jianmi.core.outbox;

import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
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

/**
 * Claims messages and hands them over, several in one JTA transaction. Of each key only the oldest is claimed, so order
 * per key holds however many relays run; claimed rows stay locked until commit, so nobody else takes them.
 */
final class RelayBatch {

    private static final int SIZE = 64;

    private final DataSource dataSource;
    private final Map<String, OutboxHandler> handlers;
    private final List<BatchScope> scopes;

    RelayBatch(DataSource dataSource, Map<String, OutboxHandler> handlers, List<BatchScope> scopes) {
        this.dataSource = dataSource;
        this.handlers = Map.copyOf(handlers);
        this.scopes = List.copyOf(scopes);
    }

    /**
     * Handles what is due.
     *
     * @return keys of the messages handled; empty when nothing was due
     */
    Set<UUID> run(TenantKey tenant) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> handle(tenant, SIZE));
        } catch (RuntimeException one) {
            // One bad message must not hold up the batch: take them one by one and mark the one that fails.
            return runSingly(tenant);
        }
    }

    private Set<UUID> runSingly(TenantKey tenant) {
        Set<UUID> handled = new HashSet<>();
        for (int i = 0; i < SIZE; i++) {
            long[] current = {-1};
            try {
                Set<UUID> keys = QuarkusTransaction.requiringNew().call(() -> handleOne(tenant, current));
                if (keys.isEmpty()) {
                    break;
                }
                handled.addAll(keys);
            } catch (RuntimeException failure) {
                if (current[0] < 0) {
                    throw failure;
                }
                QuarkusTransaction.requiringNew().run(() -> postpone(tenant, current[0], failure));
            }
        }
        return handled;
    }

    private Set<UUID> handle(TenantKey tenant, int limit) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            List<Delivery> claimed = claim(connection, tenant, limit);
            if (claimed.isEmpty()) {
                return Set.of();
            }
            handle(claimed, 0);
            remove(connection, tenant, claimed);
            return claimed.stream().map(Delivery::key).collect(Collectors.toSet());
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

    private Set<UUID> handleOne(TenantKey tenant, long[] current) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            List<Delivery> claimed = claim(connection, tenant, 1);
            if (claimed.isEmpty()) {
                return Set.of();
            }
            Delivery delivery = claimed.get(0);
            current[0] = delivery.id();
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

    private static void remove(Connection connection, TenantKey tenant, List<Delivery> done) throws SQLException {
        if (done.isEmpty()) {
            return;
        }
        String sql = "delete from \"%s\".outbox where id = any(?)".formatted(tenant.schema());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Object[] ids = done.stream().map(Delivery::id).toArray();
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }

    private void postpone(TenantKey tenant, long id, Throwable failure) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(Postponement.sql(tenant, "?", "?"))) {
            statement.setString(1, Postponement.reason(failure));
            statement.setLong(2, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot postpone a follow-up", e);
        }
    }
}
