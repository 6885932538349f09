package io.jianmi.core.testing;

import io.vertx.pgclient.PgConnectOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL with the roles and databases of the product: {@code jianmi_app} owns the main database, {@code
 * jianmi_keys} the database of wrapped keys; neither is a superuser. One server per test run, started at first use and
 * stopped with the JVM. Tests share {@link #shared()} and isolate themselves by fresh tenants; {@link #fresh()} gives a
 * pair of empty databases to those that must own everything.
 */
public final class TestDatabase {

    private static final String PASSWORD = "test";
    private static final AtomicInteger PAIRS = new AtomicInteger();

    private final Endpoint main;
    private final Endpoint keys;

    private TestDatabase(Endpoint main, Endpoint keys) {
        this.main = main;
        this.keys = keys;
    }

    /** The pair of databases that all tests of this JVM share, {@code platform} migrated. */
    public static TestDatabase shared() {
        return Shared.DATABASE;
    }

    /** A new pair of empty databases, nothing migrated. */
    public static TestDatabase fresh() {
        String suffix = "_" + PAIRS.incrementAndGet();
        int port = Server.POSTGRES.getPort();
        Server.execute(
                "create database jianmi" + suffix + " owner jianmi_app",
                "create database jianmi_keys" + suffix + " owner jianmi_keys");
        return new TestDatabase(
                new Endpoint(port, "jianmi" + suffix, "jianmi_app"),
                new Endpoint(port, "jianmi_keys" + suffix, "jianmi_keys"));
    }

    /** The main database as the application's role. */
    public Endpoint main() {
        return main;
    }

    /** The database of wrapped keys as its role. */
    public Endpoint keys() {
        return keys;
    }

    /** Runs the migrations of {@code platform} that are on the class path. */
    public TestDatabase migrate() {
        Flyway.configure()
                .dataSource(main.jdbcUrl(), main.user(), main.password())
                .schemas("platform")
                .locations("classpath:db/platform")
                .load()
                .migrate();
        return this;
    }

    /** Where one database is and how to reach it. */
    public record Endpoint(int port, String database, String user) {

        public String host() {
            return "127.0.0.1";
        }

        public String password() {
            return PASSWORD;
        }

        public String jdbcUrl() {
            return "jdbc:postgresql://" + host() + ":" + port + "/" + database;
        }

        /** A plain connection; the caller closes it. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl(), user, PASSWORD);
        }

        /** What the reactive client needs; statements are cached and pipelined as in the server. */
        public PgConnectOptions options() {
            return new PgConnectOptions()
                    .setHost(host())
                    .setPort(port)
                    .setDatabase(database)
                    .setUser(user)
                    .setPassword(PASSWORD)
                    .setCachePreparedStatements(true)
                    .setPipeliningLimit(64);
        }
    }

    private static final class Shared {
        static final TestDatabase DATABASE = fresh().migrate();
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        static {
            execute(
                    "create role jianmi_app login password '" + PASSWORD + "'",
                    "create role jianmi_audit",
                    "grant jianmi_audit to jianmi_app with inherit false, set true",
                    "alter role jianmi_app set max_parallel_workers_per_gather = 0",
                    "create role jianmi_keys login password '" + PASSWORD + "'");
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("log_parameter_max_length", "0")
                        .setServerConfig("log_parameter_max_length_on_error", "0")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL for tests does not start", e);
            }
        }

        static void execute(String... statements) {
            DataSource postgres = POSTGRES.getPostgresDatabase();
            try (Connection connection = postgres.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the test server refused its set-up", e);
            }
        }
    }
}
