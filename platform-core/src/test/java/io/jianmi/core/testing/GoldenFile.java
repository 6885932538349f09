package io.jianmi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that a test makes anew. Rewritten with {@code -Dgolden.update=true}, never in CI. */
public final class GoldenFile {

    private GoldenFile() {}

    /** @param file from the module's folder */
    public static void check(Path file, String made) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                assertThat(System.getenv("CI"))
                        .as("golden files are updated by people")
                        .isNull();
                Files.createDirectories(file.getParent());
                Files.writeString(file, made);
            }
            assertThat(made)
                    .as("%s; rewrite it with -Dgolden.update=true", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
