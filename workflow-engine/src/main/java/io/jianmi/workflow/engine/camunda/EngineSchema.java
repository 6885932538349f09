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
 * and identity stay unused, so no person ever stands in them. What only tables that we leave empty need is taken off that of the
 * tokens. A schema that stands costs two looks.
 */
final class EngineSchema {

    static final String NAME = "camunda";

    private static final String SCRIPT = "/org/camunda/bpm/engine/db/create/activiti.postgres.create.engine.sql";
    private static final String TOKENS = "/db/engine/tokens.sql";
    private static final String FIRST_OF_THE_SCRIPT = "act_ge_property";
    private static final String LAST_OF_THE_TOKENS = "act_idx_exec_tenant_id";

    private EngineSchema() {}

    /** Joins the caller's transaction; several nodes may start at once. */
    static void ensure(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (!ready(statement)) {
                statement.execute("select pg_advisory_xact_lock(7240)");
                statement.execute("create schema if not exists " + NAME);
                statement.execute("set local search_path to " + NAME);
                if (!stands(statement, FIRST_OF_THE_SCRIPT)) {
                    statement.execute(script(SCRIPT));
                }
                if (stands(statement, LAST_OF_THE_TOKENS)) {
                    statement.execute(script(TOKENS));
                }
                statement.execute("set local search_path to default");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the engine's tables cannot be made", e);
        }
    }

    private static boolean ready(Statement statement) throws SQLException {
        return stands(statement, FIRST_OF_THE_SCRIPT) && !stands(statement, LAST_OF_THE_TOKENS);
    }

    /** @param name of a table or an index */
    private static boolean stands(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('" + NAME + "." + name + "') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String script(String resource) {
        try (InputStream stream = Objects.requireNonNull(
                EngineSchema.class.getResourceAsStream(resource), "the engine's scripts are there")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
