package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.RecordFlow;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.testing.Definitions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Branches whose decisions cross each other: the block is joined once, or closed once, and nothing is left behind. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParallelBranchTest {

    private static final int AT_ONCE = 32;

    private WorkflowHarness harness;

    @BeforeAll
    void start() throws Exception {
        harness = new WorkflowHarness();
        harness.publish(Definitions.compiled("side-by-side"));
    }

    @AfterAll
    void stop() {
        harness.close();
    }

    @Test
    void branchesThatDecideAtTheSameMomentAreJoinedOnce() throws Exception {
        List<UUID> records = new ArrayList<>();
        List<Callable<LoadedTask>> decisions = new ArrayList<>();
        CyclicBarrier moment = new CyclicBarrier(AT_ONCE);
        for (int i = 0; i < AT_ONCE / 2; i++) {
            UUID record = split();
            decide("rose", record, TaskAction.APPROVE, "");
            decide("rick", record, TaskAction.APPROVE, "");
            harness.relay();
            records.add(record);
            for (String who : List.of("fay", "nora")) {
                UUID task = harness.openTask(who, record).orElseThrow();
                decisions.add(() -> {
                    moment.await();
                    return harness.decide(who, task, TaskAction.APPROVE, "", "");
                });
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<LoadedTask> decision : threads.invokeAll(decisions)) {
                decision.get();
            }
        } finally {
            threads.shutdownNow();
        }
        harness.duplicateMessages();
        harness.relay();

        for (UUID record : records) {
            assertThat(harness.count("task where node = 'director' and record = '" + record + "'"))
                    .isEqualTo(1);
            decide("dina", record, TaskAction.APPROVE, "");
            harness.relay();
            assertThat(harness.status(record)).isEqualTo("COMPLETED");
        }
        assertThat(harness.tokens()).isZero();
    }

    @Test
    void allOpenStepsAreTold() throws Exception {
        UUID record = split();
        RecordFlow flow = Objects.requireNonNull(
                WorkflowHarness.await(harness.flows.flows(harness.actor("fay"), "parallel-customer", List.of(record)))
                        .get(record));
        assertThat(flow.openTasks())
                .extracting(RecordFlow.OpenTask::node)
                .containsExactlyInAnyOrder("finance", "rick", "rose");
        decide("rick", record, TaskAction.REJECT, "");
        harness.relay();
        assertNothingLeft(record);
    }

    @Test
    void aStepThatIsReachedWhileAnotherBranchRejectsIsClosedToo() throws Exception {
        UUID record = split();
        decide("rose", record, TaskAction.APPROVE, "");
        decide("rick", record, TaskAction.APPROVE, "");
        decide("fay", record, TaskAction.REJECT, "");
        harness.relay();

        assertThat(harness.status(record)).isEqualTo("REJECTED");
        assertNothingLeft(record);
    }

    @Test
    void aStepThatIsReachedBeforeAnEndIsHandledIsClosedWithIt() throws Exception {
        UUID record = split();
        // The relay had begun to move the branch when the instance was ended beside it.
        harness.sql("update \"%s\".wf_instance set status = 'TERMINATED' where record = '" + record + "'");
        harness.sql("insert into \"%1$s\".outbox (topic, key, body) select 'workflow.cancel', '" + record
                + "', json_build_object('token', v.token) from \"%1$s\".wf_visit v join \"%1$s\".wf_instance i"
                + " on i.id = v.instance where i.record = '" + record + "' limit 1");
        harness.relay();

        assertNothingLeft(record);
    }

    @Test
    void aReturnThatCrossesAnApprovalOfAnotherBranchTakesItAlong() throws Exception {
        UUID record = split();
        decide("rose", record, TaskAction.APPROVE, "");
        decide("fay", record, TaskAction.RETURN, "manager");
        assertThat(harness.openTask("rick", record)).isEmpty();
        harness.relay();

        assertThat(harness.strings("select node from \"%s\".task where box = 'todo' and record = ?", record))
                .containsExactly("manager");
        decide("mia", record, TaskAction.APPROVE, "");
        harness.relay();
        assertThat(harness.strings(
                        "select node from \"%s\".task where box = 'todo' and record = ? order by node", record))
                .containsExactly("finance", "rick", "rose");
        decide("rick", record, TaskAction.REJECT, "");
        harness.relay();
        assertNothingLeft(record);
    }

    @Test
    void aReturnThatHasClosedOtherBranchesIsNotTakenBack() throws Exception {
        UUID record = split();
        UUID finance = harness.openTask("fay", record).orElseThrow();
        harness.decide("fay", finance, TaskAction.RETURN, "manager", "");
        assertThat(catchThrowable(() -> harness.decide("fay", finance, TaskAction.TAKE_BACK, "", "")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type().code()).isEqualTo("task.too-late"));
        harness.relay();
        decide("mia", record, TaskAction.REJECT, "");
        harness.relay();
        assertNothingLeft(record);
    }

    @Test
    void aCrashBetweenTheBranchesLosesNothing() throws Exception {
        UUID record = split();
        for (String who : List.of("fay", "rose", "rick")) {
            decide(who, record, TaskAction.APPROVE, "");
            harness.step(true);
        }
        harness.step(true);
        harness.duplicateMessages();
        harness.relay();
        decide("nora", record, TaskAction.APPROVE, "");
        harness.step(true);
        harness.relay();
        decide("dina", record, TaskAction.APPROVE, "");
        harness.relay();

        assertThat(harness.status(record)).isEqualTo("COMPLETED");
        assertNothingLeft(record);
    }

    /** A record whose three branches wait. */
    private UUID split() throws Exception {
        UUID record = harness.submit("sam", "parallel-customer", Map.of("creditLimit", new BigDecimal(5)));
        harness.relay();
        decide("mia", record, TaskAction.APPROVE, "");
        harness.relay();
        return record;
    }

    private void decide(String who, UUID record, TaskAction act, String to) throws Exception {
        harness.decide(who, harness.openTask(who, record).orElseThrow(), act, to, "");
    }

    private void assertNothingLeft(UUID record) throws Exception {
        assertThat(harness.count(
                        "task where status in ('OPEN', 'WAITING') and kind <> 'COPY' and record = '" + record + "'"))
                .isZero();
        assertThat(harness.count("wf_visit v join \"" + harness.tenant.schema()
                        + "\".wf_instance i on i.id = v.instance where v.status = 'OPEN' and i.record = '" + record
                        + "'"))
                .isZero();
        assertThat(harness.count("outbox")).isZero();
        assertThat(harness.tokens()).isZero();
    }
}
