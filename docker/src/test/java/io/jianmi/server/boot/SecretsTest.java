package io.jianmi.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path home;

    @Test
    void aSecretIsMadeOnceAndKept() {
        String made = new Secrets(home).get("postgres");

        assertThat(made).hasSize(32);
        assertThat(new Secrets(home).get("postgres")).isEqualTo(made);
    }

    @Test
    void secretsDiffer() {
        Secrets secrets = new Secrets(home);

        assertThat(secrets.get("one")).isNotEqualTo(secrets.get("two"));
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws IOException {
        new Secrets(home).get("postgres");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
