package io.jianmi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TestDatabaseTest {

    @Test
    void applicationRoleIsNoSuperuserAndPlansSerially() throws SQLException {
        assertThat(ask(
                        TestDatabase.shared().main(),
                        "select rolsuper::text || ' ' || current_setting('max_parallel_workers_per_gather')"
                                + " from pg_roles where rolname = current_user"))
                .isEqualTo("false 0");
    }

    @Test
    void keysRoleOwnsItsOwnDatabase() throws SQLException {
        TestDatabase.Endpoint keys = TestDatabase.fresh().keys();

        assertThat(ask(keys, "select current_user || ' ' || current_database()"))
                .isEqualTo("jianmi_keys " + keys.database());
    }

    private static String ask(TestDatabase.Endpoint endpoint, String sql) throws SQLException {
        try (Connection connection = endpoint.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
