package io.jianmi.server.boot;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Roles and databases inside the embedded cluster; safe to repeat. */
final class Databases {

    /** Each database has the name of its owner's part; no owner is a superuser, nobody else may connect. */
    private record Database(String name, String owner) {}

    private static final List<Database> DATABASES = List.of(
            new Database("jianmi", "jianmi_app"),
            new Database("jianmi_keys", "jianmi_keys"),
            new Database("keycloak", "keycloak"));

    private final int port;
    private final Secrets secrets;

    Databases(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    void make() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setPassword(secrets.get("postgres.superuser"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (Database database : DATABASES) {
                if (!exists(statement, "pg_roles where rolname = '" + database.owner() + "'")) {
                    statement.execute("create role " + database.owner() + " login");
                }
                statement.execute(
                        "alter role " + database.owner() + " password '" + secrets.get(database.owner()) + "'");
                if (!exists(statement, "pg_database where datname = '" + database.name() + "'")) {
                    statement.execute("create database " + database.name() + " owner " + database.owner());
                }
                statement.execute("revoke connect on database " + database.name() + " from public");
            }
            if (!exists(statement, "pg_roles where rolname = 'jianmi_audit'")) {
                statement.execute("create role jianmi_audit");
            }
            statement.execute("grant jianmi_audit to jianmi_app with inherit false, set true");
            // A page of 20 rows never gains from parallel workers and loses their start-up (measured: 12 ms to below
            // 1).
            statement.execute("alter role jianmi_app set max_parallel_workers_per_gather = 0");
            statement.execute("alter role jianmi_app set jit = off");
        } catch (SQLException e) {
            throw new StartFailure("The embedded database refused its set-up: " + e.getSQLState() + ".", e);
        }
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from " + what)) {
            return rows.next();
        }
    }
}
