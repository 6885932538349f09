package io.jianmi.bench.site;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded PostgreSQL as its superuser: to look behind the server's back, and to tamper in tests. */
public final class Sql implements AutoCloseable {

    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    /** Opens {@code jianmi}, {@code jianmi_keys}, {@code keycloak} or {@code postgres}. */
    public static Sql open(Site site, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {site.postgresPort()});
        source.setDatabaseName(database);
        source.setUser("postgres");
        source.setPassword(site.secret("postgres.superuser"));
        try {
            return new Sql(source.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open database " + database, e);
        }
    }

    /** The name of the superuser's password variable for foreign clients such as pgbench. */
    public static String password(Site site) {
        return site.secret("postgres.superuser");
    }

    public Connection connection() {
        return connection;
    }

    /** Runs one statement with its bound values; the number of rows changed. */
    public int run(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.execute() ? 0 : Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " in " + sql, e);
        }
    }

    /** The first column of the only row, as a number. */
    public long number(String sql, Object... values) {
        return Long.parseLong(texts(sql, values).get(0));
    }

    /** The first column of every row, as text. */
    public List<String> texts(String sql, Object... values) {
        return rows(sql, values).stream().map(row -> row.get(0)).toList();
    }

    /** Every row, every column as text; null as {@code "null"}. */
    public List<List<String>> rows(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<List<String>> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " in " + sql, e);
        }
    }

    /** The quoted name of the one table of the tenant whose form key this is, whatever stands around the key. */
    public String formTable(String tenant, String form) {
        String words = form.replace("-", "_").toLowerCase(Locale.ROOT);
        List<String> found = texts(
                "select format('%I.%I', c.table_schema, c.table_name) from information_schema.columns c"
                        + " where c.table_schema = ? and c.table_name like 'f\\_%' and c.column_name = 'row_tag'"
                        + " and replace(c.table_name, '-', '_') like '%' || ? order by length(c.table_name) limit 1",
                "t_" + tenant, words);
        if (found.isEmpty()) {
            throw new IllegalStateException("no table of form " + form + " in tenant " + tenant);
        }
        return found.get(0);
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot close", e);
        }
    }
}
