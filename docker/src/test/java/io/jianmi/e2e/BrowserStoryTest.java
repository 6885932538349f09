package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The credit approval as people do it: in a real Chromium, from sign-in to the copy in the initiator's box. */
@Tag("slow")
@ExtendWith(WithServer.class)
final class BrowserStoryTest {

    private static final int PATIENCE_MINUTES = 6;

    @Test
    void aCustomerIsEnteredRevealedAndApprovedInTheBrowser(RunningServer server) throws Exception {
        Path webUi = Path.of("..", "web-ui").toAbsolutePath().normalize();
        assumeThat(Files.isExecutable(Path.of("/usr/bin/chromium")))
                .as("Chromium; ./jianmi test installs or names it")
                .isTrue();
        Process story = new ProcessBuilder("node", "e2e/story.mjs", server.baseUrl())
                .directory(webUi.toFile())
                .redirectErrorStream(true)
                .start();
        String said = said(story);

        assertThat(story.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(story.exitValue()).as(said).isZero();
        assertThat(said).contains("the story holds");
    }

    private static String said(Process process) throws IOException {
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
