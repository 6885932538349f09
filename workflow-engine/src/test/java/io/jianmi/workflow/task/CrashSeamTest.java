package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.WrittenWays;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the relay does to a message, an approval ends once, with one entry per decision. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashSeamTest {

    private static final String CHOSEN = "chosen-customer";

    private WorkflowHarness harness;

    /** What happens to each message before it is handled for good. */
    enum Seam {
        STOPPED_BEFORE,
        CRASHED_BEFORE_COMMIT,
        CRASHED_TWICE,
        DELIVERED_TWICE
    }

    @BeforeAll
    void start() throws Exception {
        harness = new WorkflowHarness();
        harness.publish(Definitions.credit());
        ObjectNode chosen =
                WrittenWays.document("start>a a>b b>end").put("key", CHOSEN).put("form", CHOSEN);
        ((ObjectNode) chosen.at("/nodes/2")).putObject("assignees").put("previous", true);
        harness.publish(Definitions.compile(chosen, TestForm.customer(CHOSEN)));
    }

    @AfterAll
    void stop() {
        harness.close();
    }

    @ParameterizedTest
    @EnumSource(Seam.class)
    void theStateConvergesAndNothingHappensTwice(Seam seam) throws Exception {
        UUID record = harness.submit("sam", "customer", Map.of("creditLimit", new BigDecimal(5), "owner", "sam-id"));
        hop(seam);
        harness.decide("mia", harness.openTask("mia", record).orElseThrow(), TaskAction.APPROVE, "", "");
        hop(seam);
        harness.decide("fay", harness.openTask("fay", record).orElseThrow(), TaskAction.APPROVE, "", "");
        hop(seam);

        assertThat(harness.status(record)).isEqualTo("COMPLETED");
        assertThat(harness.timeline(record))
                .containsExactly(
                        "submit sam submit",
                        "approve mia manager",
                        "approve fay finance",
                        "cc system tell > sam",
                        "end system done");
        assertThat(harness.strings(
                        "select replace(member, '-id', '') || ' ' || kind || ' ' || replace(actor, '-id', '')"
                                + " || coalesce(' ' || outcome, '') from \"%s\".notification where record = ? order by id",
                        record))
                .containsExactly(
                        "mia task-assigned sam",
                        "fay task-assigned mia",
                        "sam copied fay",
                        "sam submission-ended fay completed");
        assertThat(harness.count("outbox")).isZero();
        assertThat(harness.tokens()).isZero();
        assertThat(harness.count("task where record = '" + record + "'")).isEqualTo(4);
        assertThat(harness.strings("select action from \"%s\".test_audit order by action"))
                .isEqualTo(List.of("task.approve", "task.approve", "workflow.complete"));
        harness.sql("delete from \"%s\".test_audit");
    }

    @ParameterizedTest
    @EnumSource(Seam.class)
    void whomADecisionHasChosenIsAskedOnce(Seam seam) throws Exception {
        UUID record = harness.submit("sam", CHOSEN, Map.of());
        hop(seam);
        harness.decide("rick", harness.openTask("rick", record).orElseThrow(), TaskAction.APPROVE, "fay", "");
        hop(seam);

        assertThat(harness.strings(
                        "select replace(assignee, '-id', '') from \"%s\".task where box = 'todo' and record = ?",
                        record))
                .containsExactly("fay");
        assertThat(harness.timeline(record)).containsExactly("submit sam start", "approve rick a > fay");
        harness.decide("fay", harness.openTask("fay", record).orElseThrow(), TaskAction.APPROVE, "", "");
        hop(seam);
        assertThat(harness.status(record)).isEqualTo("COMPLETED");
        harness.sql("delete from \"%s\".test_audit");
    }

    @RepeatedTest(3)
    void twoSignersAtTheSameMomentAreNeverBothNotTheLast() throws Exception {
        UUID record =
                harness.submit("sam", "customer", Map.of("creditLimit", new BigDecimal(200_000), "owner", "sam-id"));
        harness.relay();
        harness.decide("mia", harness.openTask("mia", record).orElseThrow(), TaskAction.APPROVE, "", "");
        harness.relay();
        UUID rick = harness.openTask("rick", record).orElseThrow();
        UUID rose = harness.openTask("rose", record).orElseThrow();
        CompletableFuture<LoadedTask> one =
                CompletableFuture.supplyAsync(() -> harness.decide("rick", rick, TaskAction.APPROVE, "", "ok"));
        CompletableFuture<LoadedTask> two =
                CompletableFuture.supplyAsync(() -> harness.decide("rose", rose, TaskAction.APPROVE, "", "ok"));
        CompletableFuture.allOf(one, two).join();
        harness.relay();
        assertThat(harness.openTask("fay", record)).isPresent();
        assertThat(harness.strings("select decision from \"%s\".task where record = ? and node = 'risk'", record))
                .containsExactly("approve", "approve");
        harness.sql("delete from \"%s\".test_audit");
    }

    private void hop(Seam seam) throws Exception {
        switch (seam) {
            case STOPPED_BEFORE -> assertThat(harness.count("outbox")).isPositive();
            case CRASHED_BEFORE_COMMIT -> harness.step(true);
            case CRASHED_TWICE -> {
                harness.step(true);
                harness.step(true);
            }
            case DELIVERED_TWICE -> harness.duplicateMessages();
        }
        harness.relay();
    }
}
