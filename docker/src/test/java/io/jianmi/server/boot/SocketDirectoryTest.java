package io.jianmi.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SocketDirectoryTest {

    @Test
    void aPlainPathIsListenedIn() {
        assertThat(new SocketDirectory(Path.of("/home/ann/.jianmi/postgres"), 15432).setting())
                .isEqualTo("/home/ann/.jianmi/postgres");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/home/ann/my data/postgres", "/home/安/postgres", "/home/o'neil/postgres", "/home/a,b/postgres"})
    void aPathThatTheSettingWouldMisreadIsNot(String path) {
        assertThat(new SocketDirectory(Path.of(path), 15432).setting()).isEmpty();
    }

    @Test
    void aPathLongerThanASocketMayHaveIsNot() {
        Path longest = Path.of("/" + "d".repeat(107 - 1 - "/.s.PGSQL.15432".length()));

        assertThat(new SocketDirectory(longest, 15432).setting()).isEqualTo(longest.toString());
        assertThat(new SocketDirectory(Path.of(longest + "d"), 15432).setting()).isEmpty();
    }

    @Test
    void nobodyConnectsWhereNobodyListens(@TempDir Path directory) throws Exception {
        SocketDirectory other = new SocketDirectory(directory, 15432);

        Files.createFile(directory.resolve(".s.PGSQL.15433"));

        assertThat(other.usable()).isEmpty();
    }
}
