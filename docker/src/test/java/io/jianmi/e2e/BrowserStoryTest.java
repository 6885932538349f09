package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The product as people meet it: in a real Chromium, with the mouse, without one, and through the eyes of axe. */
@Tag("slow")
@ExtendWith(WithServer.class)
final class BrowserStoryTest {

    private static final int PATIENCE_MINUTES = 30;

    @Test
    void aCustomerIsEnteredRevealedAndApprovedInTheBrowser(RunningServer server) throws Exception {
        assertThat(says("e2e/story.mjs", server)).contains("the story holds");
    }

    @Test
    void aCustomerIsEnteredAndDecidedWithoutAMouse(RunningServer server) throws Exception {
        assertThat(says("e2e/keyboard.mjs", server)).contains("the keyboard suffices");
    }

    @Test
    void nothingIsLostDoneTwiceOrRunByRoughHands(RunningServer server) throws Exception {
        assertThat(says("e2e/rough.mjs", server)).contains("rough hands break nothing");
    }

    @Test
    void aFormIsDesignedPublishedAndFilledIn(RunningServer server) throws Exception {
        assertThat(says("e2e/designer.mjs", server)).contains("a form is designed");
    }

    @Test
    void rightsAreGivenExplainedAndLookedAtInTheBrowser(RunningServer server) throws Exception {
        assertThat(says("e2e/permissions.mjs", server)).contains("rights are seen before they are given");
    }

    @Test
    void aWorkflowIsDrawnAndARecordGoesThatWay(RunningServer server) throws Exception {
        assertThat(says("e2e/flow-designer.mjs", server)).contains("the workflow goes as it was drawn");
    }

    @Test
    void anOpsTeamBeginsInAnEmptyTenantAndAnAuditorTracesALook(RunningServer server) throws Exception {
        FreshTenant.of(
                server,
                "ops",
                Map.of(
                        "olga", List.of("admin", "designer"),
                        "ada", List.of("auditor"),
                        "otto", List.of("sales"),
                        "omar", List.of("sales-manager", "sales-director", "risk", "finance")));
        assertThat(says("e2e/ops.mjs", server, "ops", "olga", "otto", "omar")).contains("an empty tenant is at work");
        assertThat(says("e2e/trace.mjs", server, "ops", "olga", "ada")).contains("the look is traced");
    }

    @Test
    void aBusinessUserBuildsAComplaintAppWithAnApprovalInAnEmptyTenant(RunningServer server) throws Exception {
        FreshTenant.of(
                server,
                "care",
                Map.of(
                        "bea", List.of("designer"),
                        "carl", List.of("service"),
                        "lena", List.of("service-lead")));
        assertThat(says("e2e/build.mjs", server, "care", "bea", "carl", "lena"))
                .contains("the complaint app is built and at work");
    }

    @Test
    void everyPageInEveryStateIsAccessible(RunningServer server) throws Exception {
        assertThat(says("e2e/accessible.mjs", server)).contains("pages are accessible");
    }

    /** Needs no server: the pages are drawn from recorded answers. */
    @Test
    void twentyFivePagesLookAsTheyWereAccepted() throws Exception {
        assumeThat(Files.exists(Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc")))
                .as("fonts-wqy-zenhei, the font of the pictures")
                .isTrue();
        String said = says("e2e/pictures.mjs");

        // Another browser draws letters a little differently: that is no difference of ours, and is told as a test that
        // was not run.
        assumeThat(said).doesNotContain("not compared");
        assertThat(said).contains("the pages look as accepted");
    }

    /** What a script says that ends well; a failing one fails the test with its words. */
    private static String says(String script, RunningServer server, String... more)
            throws IOException, InterruptedException {
        return says(Stream.concat(Stream.of(script, server.baseUrl()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String says(String... scriptAndArguments) throws IOException, InterruptedException {
        Path webUi = Path.of("..", "web-ui").toAbsolutePath().normalize();
        assumeThat(Files.isExecutable(Path.of("/usr/bin/chromium")))
                .as("Chromium; ./jianmi test installs or names it")
                .isTrue();
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(scriptAndArguments));
        Process process = new ProcessBuilder(command)
                .directory(webUi.toFile())
                .redirectErrorStream(true)
                .start();
        String said = said(process);

        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static String said(Process process) throws IOException {
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
