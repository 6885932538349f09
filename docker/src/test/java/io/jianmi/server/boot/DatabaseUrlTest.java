package io.jianmi.server.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void readsTheUriFormWithEncodedPassword() {
        assertThat(DatabaseUrl.parse("X", "postgresql://app:p%40ss%3Aword+1@db.example:6432/main?sslmode=verify-full"))
                .isEqualTo(new DatabaseUrl("db.example", 6432, "main", "app", "p@ss:word+1", "verify-full"));
    }

    @Test
    void readsTheJdbcForm() {
        assertThat(DatabaseUrl.parse("X", "jdbc:postgresql://db.example/main?user=app&password=secret"))
                .isEqualTo(new DatabaseUrl("db.example", 5432, "main", "app", "secret", "prefer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mysql://a:b@c/d", "postgresql://host-without-user/d", "postgresql://u:p@host", "::"})
    void saysHowToWriteItWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse("JIANMI_DB_URL", text))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("JIANMI_DB_URL is not understood. Write postgresql://");
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(DatabaseUrl.parse("X", "postgresql://app:hidden@h/d").toString())
                .doesNotContain("hidden");
    }

    @Test
    void aSocketStandsInTheHostsPlace() {
        DatabaseUrl url = new DatabaseUrl("127.0.0.1", 15432, "jianmi", "jianmi_app", "secret", "disable");

        assertThat(url.reactive(Path.of("/home/ann/.jianmi/postgres")))
                .isEqualTo("postgresql://%2Fhome%2Fann%2F.jianmi%2Fpostgres:15432/jianmi");
    }
}
