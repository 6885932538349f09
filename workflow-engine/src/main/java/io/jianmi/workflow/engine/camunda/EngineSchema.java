package io.jianmi.workflow.engine.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Makes the engine's tables in the schema {@code camunda} from the engine's own script. Only the runtime tables: history
 * and identity stay unused, so no person ever stands in them. A schema that stands costs one look.
 */
final class EngineSchema {

    static final String NAME = "camunda";

    private static final String SCRIPT = "/org/camunda/bpm/engine/db/create/activiti.postgres.create.engine.sql";

    private EngineSchema() {}

    /** Joins the caller's transaction; several nodes may start at once. */
    static void ensure(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (!stands(statement)) {
                statement.execute("select pg_advisory_xact_lock(7240)");
                if (!stands(statement)) {
                    statement.execute("create schema if not exists " + NAME);
                    statement.execute("set local search_path to " + NAME);
                    statement.execute(script());
                    statement.execute("set local search_path to default");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the engine's tables cannot be made", e);
        }
    }

    private static boolean stands(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('" + NAME + ".act_ge_property') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String script() {
        try (InputStream stream = Objects.requireNonNull(
                EngineSchema.class.getResourceAsStream(SCRIPT), "the engine brings its script")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
