package io.jianmi.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.tenant.TenantKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAnchorTest {

    private static final TenantKey DEMO = new TenantKey("demo");

    @TempDir
    Path directory = Path.of("");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theNewestCheckpointIsKeptAndOneAMinuteRemembered() throws IOException {
        FileAnchor anchor = new FileAnchor(directory.resolve("deep/anchors"), () -> now);
        assertThat(anchor.last(DEMO)).isEmpty();
        anchor.keep(DEMO, "one\n");
        anchor.keep(DEMO, "two\n");
        now = now.plusSeconds(60);
        anchor.keep(DEMO, "three\n");

        assertThat(new FileAnchor(directory.resolve("deep/anchors"), () -> now).last(DEMO))
                .contains("three\n");
        assertThat(anchor.last(new TenantKey("other"))).isEmpty();
        assertThat(Files.readString(directory.resolve("deep/anchors/demo.history")))
                .isEqualTo("one\n\nthree\n\n");
    }
}
