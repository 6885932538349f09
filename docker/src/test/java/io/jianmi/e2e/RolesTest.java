package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Site;
import io.jianmi.bench.site.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** What the database roles of the running system are allowed, by its catalog and by trying. */
@Tag("slow")
@ExtendWith(WithServer.class)
class RolesTest {

    private static final String DENIED = "42501";

    private final Site site;

    RolesTest(RunningServer server) {
        this.site = Installation.site(server);
    }

    @Test
    void noRoleOfTheProductHasAPowerOverTheCluster() {
        try (Sql sql = Sql.open(site, "postgres")) {
            assertThat(sql.rows("""
                            select rolname from pg_roles where rolname in ('jianmi_app', 'jianmi_keys', 'jianmi_audit', 'keycloak')
                            and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
                            """)).hasSize(4);
            assertThat(sql.texts("select rolcanlogin from pg_roles where rolname = 'jianmi_audit'"))
                    .containsExactly("f");
            assertThat(sql.texts("""
                            select r.rolname || ' ' || d.datname from pg_roles r cross join pg_database d
                            where r.rolname in ('jianmi_app', 'jianmi_keys', 'keycloak')
                            and d.datname in ('jianmi', 'jianmi_keys', 'keycloak')
                            and has_database_privilege(r.oid, d.oid, 'connect') order by 1
                            """))
                    .containsExactly("jianmi_app jianmi", "jianmi_keys jianmi_keys", "keycloak keycloak");
        }
    }

    @Test
    void everyPlatformTableWithATenantHasForcedRowSecurity() {
        try (Sql sql = Sql.open(site, "jianmi")) {
            String tables = """
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
                    where n.nspname = 'platform' and c.relkind in ('r', 'p')
                    """;
            assertThat(sql.number("select count(*) " + tables)).isGreaterThanOrEqualTo(10);
            assertThat(sql.texts("select c.relname " + tables + """
                            and not (c.relrowsecurity and c.relforcerowsecurity
                            and exists (select from pg_policy p where p.polrelid = c.oid))
                            """)).isEmpty();
        }
    }

    @Test
    void withoutATenantNothingIsSeenAndWithOneNothingElseIsWritten() throws SQLException {
        try (Connection app = asServer()) {
            assertThat(count(app, "select count(*) from platform.member")).isZero();
            assertThat(count(app, "select count(*) from platform.form_version")).isZero();
            try (Statement statement = app.createStatement()) {
                statement.execute("select set_config('jianmi.tenant', 'demo', false)");
            }
            assertThat(count(app, "select count(*) from platform.member")).isPositive();
            assertThat(state(app, "insert into platform.role (tenant, key) values ('other', 'admin')"))
                    .isEqualTo(DENIED);
        }
    }

    @Test
    void theServerMayAddToTheLogAndReadItAndNoMore() throws SQLException {
        Map<String, String> expected = new TreeMap<>(Map.of(
                "audit_checkpoint", "SELECT",
                "audit_entry", "SELECT",
                "audit_export", "INSERT,SELECT",
                "audit_pending", "INSERT,SELECT",
                "audit_subject", "INSERT,SELECT",
                "audit_tile", "SELECT"));
        try (Sql sql = Sql.open(site, "jianmi")) {
            Map<String, String> granted = new TreeMap<>();
            sql.rows("""
                            select c.relname, string_agg(p.kind, ',' order by p.kind) from pg_class c
                            cross join unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) p (kind)
                            where c.relnamespace = 't_demo'::regnamespace and c.relkind = 'r'
                            and pg_get_userbyid(c.relowner) = 'jianmi_audit'
                            and has_table_privilege('jianmi_app', c.oid, p.kind) group by 1
                            """).forEach(row -> granted.put(row.get(0), row.get(1)));
            assertThat(granted).isEqualTo(expected);
        }
        try (Connection app = asServer()) {
            for (String forbidden : List.of(
                    "update t_demo.audit_entry set canonical = ''",
                    "delete from t_demo.audit_entry where leaf = 0",
                    "truncate t_demo.audit_entry",
                    "delete from t_demo.audit_checkpoint",
                    "update t_demo.audit_pending set actor = ''",
                    "alter table t_demo.audit_entry add column x text",
                    "create role intruder",
                    "create database elsewhere",
                    "alter role jianmi_app superuser",
                    "select pg_read_file('/etc/passwd')",
                    "copy t_demo.audit_entry to program 'cat'",
                    "grant jianmi_audit to jianmi_app with inherit true")) {
                assertThat(state(app, forbidden)).as(forbidden).isEqualTo(DENIED);
            }
        }
    }

    private Connection asServer() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {site.postgresPort()});
        source.setDatabaseName("jianmi");
        source.setUser("jianmi_app");
        source.setPassword(site.secret("jianmi_app"));
        return source.getConnection();
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The SQLSTATE that the statement fails with; "done" when it does not. */
    private static String state(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "done";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
