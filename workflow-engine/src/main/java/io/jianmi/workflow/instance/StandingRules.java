package io.jianmi.workflow.instance;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.assignee.Deputies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Delegations in force, as a turn reads them through the relay's connection. */
final class StandingRules {

    private static final String SELECT = """
            select member, delegate, workflows from "%s".delegation
            where ended_at is null and starts_at <= ? and ends_at > ? order by created_at desc, id desc limit 5000
            """;

    private StandingRules() {}

    /** Newest first. */
    static List<Deputies.Standing> read(TenantKey tenant, Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT.formatted(tenant.schema()))) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setTimestamp(2, Timestamp.from(now));
            List<Deputies.Standing> rules = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rules.add(new Deputies.Standing(
                            new MemberId(rows.getString(1)),
                            new MemberId(rows.getString(2)),
                            rows.getArray(3) == null
                                    ? Set.of()
                                    : Set.of((String[]) rows.getArray(3).getArray())));
                }
            }
            return rules;
        }
    }
}
