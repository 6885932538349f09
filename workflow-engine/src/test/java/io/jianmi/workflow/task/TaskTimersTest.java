package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the end of a term does, on a clock that is set: once, whoever looks, and as an act with its entries. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskTimersTest {

    private static final Duration DAY = Duration.ofHours(24);

    private WorkflowHarness harness;

    @BeforeAll
    void start() throws Exception {
        harness = new WorkflowHarness();
    }

    @AfterAll
    void stop() {
        harness.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approves | \"approve\" | timeOutApprove system one; end system done | COMPLETED",
                "rejects | \"reject\" | timeOutReject system one | REJECTED",
                "notifies | \"notify\" | timeOut system one | RUNNING",
                "says-nothing | null | timeOut system one | RUNNING",
                "gives | {\"reassign\": {\"members\": [\"mia\", \"dina\"]}} | timeOutReassign system one > dina | RUNNING",
                "gives-to-nobody | {\"reassign\": {\"members\": [\"mia\"]}} | timeOut system one | RUNNING",
                "gives-to-admins | {\"reassign\": {\"roles\": [\"empty\"]}} | timeOutReassign system one > admin | RUNNING",
            })
    void theEndOfATermDoesWhatItsNodeSays(String key, String then, String entries, String status) throws Exception {
        UUID record = submit("then-" + key, "PT24H", "", then, "any", "mia");

        harness.later(DAY.minusSeconds(1));
        assertThat(entries(record)).isEmpty();
        harness.later(Duration.ofSeconds(1));
        harness.later(Duration.ofSeconds(1));

        assertThat(entries(record)).isEqualTo(List.of(entries.split("; ")));
        assertThat(harness.status(record)).isEqualTo(status);
        assertThat(audited(record)).containsExactly("task.timeOut");
    }

    @Test
    void whoGetsItAtTheEndOfATermHasATermOfHisOwnAndNobodyGetsItTwice() throws Exception {
        UUID record = submit("chain", "PT24H", "", "{\"reassign\": {\"members\": [\"mia\", \"dina\"]}}", "any", "mia");
        harness.later(DAY);
        assertThat(harness.openTask("dina", record)).isPresent();
        harness.later(DAY.minusMinutes(1));
        assertThat(entries(record)).hasSize(1);

        harness.later(Duration.ofMinutes(1));
        harness.later(DAY);

        assertThat(entries(record)).containsExactly("timeOutReassign system one > dina", "timeOut system one");
        assertThat(harness.openTask("dina", record)).isPresent();
    }

    @Test
    void remindersComeUntilItIsDecided() throws Exception {
        UUID record = submit("reminds", "PT24H", "PT10H", "null", "any", "mia");

        for (int hour = 0; hour < 35; hour++) {
            harness.later(Duration.ofHours(1));
        }

        assertThat(entries(record))
                .containsExactly(
                        "autoRemind system one",
                        "autoRemind system one",
                        "timeOut system one",
                        "autoRemind system one");
        harness.decide("mia", harness.openTask("mia", record).orElseThrow(), TaskAction.APPROVE, "", "");
        harness.relay();
        harness.later(DAY);
        assertThat(entries(record)).hasSize(6).endsWith("approve mia one", "end system done");
    }

    @Test
    void everySignerOfACommitteeHasHisTermAndItsEndIsNoSignature() throws Exception {
        UUID record = submit("committee", "PT24H", "", "\"reject\"", "sequential", "mia", "rick");
        harness.later(Duration.ofHours(20));
        harness.decide("mia", harness.openTask("mia", record).orElseThrow(), TaskAction.APPROVE, "", "");
        harness.relay();

        harness.later(Duration.ofHours(20));
        assertThat(harness.status(record)).isEqualTo("RUNNING");
        harness.later(Duration.ofHours(4));

        assertThat(entries(record)).containsExactly("approve mia one", "timeOutReject system one");
        assertThat(harness.status(record)).isEqualTo("REJECTED");
    }

    @Test
    void handingOnBuysNoTimeAndTakingBackBeginsAnew() throws Exception {
        UUID record = submit("handed", "PT24H", "", "\"notify\"", "any", "mia");
        UUID task = harness.openTask("mia", record).orElseThrow();
        harness.later(Duration.ofHours(20));
        harness.decide("mia", task, TaskAction.TRANSFER, "dina", "");
        harness.decide("mia", task, TaskAction.TAKE_BACK, "", "");
        harness.later(Duration.ofHours(20));
        assertThat(entries(record)).hasSize(2);
        harness.decide("mia", task, TaskAction.TRANSFER, "dina", "");

        harness.later(Duration.ofHours(4));

        assertThat(entries(record)).hasSize(4).endsWith("timeOut system one");
    }

    @Test
    void whatTimedOutIsNotTakenBack() throws Exception {
        UUID record = submit("final", "PT24H", "", "\"approve\"", "all", "mia", "rick");
        UUID task = harness.openTask("mia", record).orElseThrow();
        harness.decide("rick", harness.openTask("rick", record).orElseThrow(), TaskAction.TRANSFER, "fay", "");
        harness.later(Duration.ofHours(24));
        Throwable refused = catchThrowable(() -> harness.decide("mia", task, TaskAction.TAKE_BACK, "", ""));
        assertThat(refused).isInstanceOf(ProblemException.class);
        assertThat(harness.status(record)).isEqualTo("COMPLETED");
    }

    @Test
    void twoNodesThatLookAtOnceActOnce() throws Exception {
        UUID first = submit("nodes", "PT24H", "PT24H", "\"approve\"", "any", "mia");
        List<UUID> records = new java.util.ArrayList<>(List.of(first));
        for (int i = 0; i < 4; i++) {
            records.add(harness.submit("sam", "nodes", Map.of()));
        }
        harness.relay();
        harness.clock.forward(DAY);
        // Without the lock of the tenant: what makes it once is the transaction.
        List<CompletableFuture<Void>> nodes = java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> harness.timers())
                .map(node -> CompletableFuture.runAsync(() -> WorkflowHarness.await(node.all(harness.tenant))))
                .toList();
        CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new)).join();
        harness.relay();

        for (UUID record : records) {
            assertThat(entries(record)).containsExactly("timeOutApprove system one", "end system done");
            assertThat(audited(record)).containsExactly("task.timeOut");
        }
    }

    @Test
    void aServerThatWasAwayActsWhenItIsBack() throws Exception {
        UUID record = submit("restart", "PT24H", "", "\"reject\"", "any", "mia");
        harness.clock.forward(DAY.multipliedBy(10));

        WorkflowHarness.await(harness.timers().run(harness.tenant));

        assertThat(entries(record)).containsExactly("timeOutReject system one");
    }

    @Test
    void aPersonWhoDecidesInTheLastMomentHasDecided() throws Exception {
        UUID record = submit("last", "PT24H", "", "\"reject\"", "any", "mia");
        harness.clock.forward(DAY);
        harness.decide("mia", harness.openTask("mia", record).orElseThrow(), TaskAction.APPROVE, "", "");
        harness.later(Duration.ZERO);
        assertThat(entries(record)).containsExactly("approve mia one", "end system done");
    }

    @Test
    void theWorkingCalendarCounts() throws Exception {
        harness.calendar("""
                {"zone": "Asia/Shanghai", "week": {"monday": [{"from": "09:00", "to": "17:00"}], "thursday":
                [{"from": "09:00", "to": "17:00"}]}, "holidays": [{"date": "2026-10-01"}]}
                """);
        try {
            // Monday, 09:00 in Shanghai; Thursday is the national holiday.
            harness.clock.set(Instant.parse("2026-09-28T01:00:00Z"));
            UUID record = submit("calendar", "P1DT2H", "", "\"notify\"", "any", "mia");
            assertThat(harness.strings(
                                    "select due_at::text from \"%s\".task where record = ? and kind = 'WORK'", record)
                            .get(0))
                    .startsWith("2026-10-05 03:00");
        } finally {
            harness.calendar("");
        }
    }

    private List<String> entries(UUID record) throws Exception {
        return harness.timeline(record).stream().skip(1).toList();
    }

    private List<String> audited(UUID record) throws Exception {
        return harness.strings("""
                select a.action from "%1$s".test_audit a join "%1$s".task t on a.object = 'task/' || t.id where t.record = ?
                """, record);
    }

    private UUID submit(String form, String after, String every, String then, String mode, String... people)
            throws Exception {
        ObjectNode definition =
                (ObjectNode) Json.parse("""
                {"kind": "workflow", "key": "%1$s", "title": "x", "form": "%1$s", "nodes": [
                 {"key": "submit", "type": "start"},
                 {"key": "one", "type": "approval", "title": "one", "assignees": {"members": ["%2$s"]},
                  "sign": {"mode": "%3$s"}, "actions": ["approve", "reject", "transfer"], "due": {"after": "%4$s"}},
                 {"key": "done", "type": "end"}],
                 "edges": [{"from": "submit", "to": "one"}, {"from": "one", "to": "done"}]}
                """.formatted(form, String.join("\", \"", people), mode, after));
        ObjectNode due = (ObjectNode) definition.at("/nodes/1/due");
        if (!every.isEmpty()) {
            due.put("remindEvery", every);
        }
        if (!then.equals("null")) {
            due.set("then", Json.parse(then));
        }
        harness.publish(Definitions.compile(definition, TestForm.form(form).with("x", Sensitivity.INTERNAL)));
        UUID record = harness.submit("sam", form, Map.of());
        harness.relay();
        return record;
    }
}
