package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the relay does to the message of any step, each step of an automation happens once and none is lost. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutomationSeamTest {

    private static final String STEPS = """
            [{"create": {"form": "invoice", "values": {"title": "title"}, "relation": "order"}},
             {"link": {"field": "invoices"}},
             {"update": {"values": {"state": "\\"billed\\""}}},
             {"update": {"through": "customer", "values": {"level": "\\"A\\""}}},
             {"webhook": {"url": "https://a.example/in", "event": "order.billed", "fields": ["title"]}},
             {"notify": {"assignees": {"members": ["mia", "fay", "sam"]}, "formula": "title"}},
             {"wait": {"for": "PT1H"}},
             {"notify": {"assignees": {"members": ["mia"]}, "text": "later"}}]
            """;

    private static final List<String> DONE =
            List.of("create", "link", "update", "update", "webhook", "notify", "wait", "notify");

    /** Messages that are delivered under two numbers, and those that follow from both. */
    private static final int COPIES = 4;

    private WorkflowHarness harness;

    /** What happens to each message before it is handled for good. */
    enum Seam {
        STOPPED_BEFORE,
        CRASHED_BEFORE_COMMIT,
        DELIVERED_TWICE,
        COPIED,
        DELIVERED_BY_TWO_NODES
    }

    @BeforeAll
    void start() throws Exception {
        harness = new WorkflowHarness();
        harness.publish(Definitions.compile(workflow(), TestForm.order()));
    }

    @AfterAll
    void stop() {
        harness.close();
    }

    @BeforeEach
    void nothingIsCountedYet() throws Exception {
        for (String table : List.of("test_made", "test_edit", "test_audit", "webhook_delivery", "wf_made", "outbox")) {
            harness.sql("delete from \"%s\"." + table);
        }
    }

    @ParameterizedTest
    @EnumSource(Seam.class)
    void eachStepHappensOnceAndNoneIsLost(Seam seam) throws Exception {
        UUID customer = UUID.randomUUID();
        UUID record = harness.submit("sam", "order", Map.of("title", "T1", "customer", customer.toString()));
        turn(seam);
        assertThat(did(record)).isEqualTo(DONE.subList(0, 7));
        harness.wake(Duration.ofMinutes(59));
        assertThat(harness.count("outbox")).isZero();

        harness.wake(Duration.ofMinutes(1));
        turn(seam);

        assertThat(did(record)).isEqualTo(DONE);
        assertThat(harness.strings("select form from \"%s\".test_made order by form"))
                .containsExactly("customer amended", "invoice");
        assertThat(harness.count("wf_made where form = 'invoice'")).isOne();
        assertThat(harness.count("test_edit where record = '" + record + "'")).isEqualTo(2);
        assertThat(harness.count("webhook_delivery")).isOne();
        assertThat(harness.strings(
                        "select replace(member, '-id', '') from \"%s\".notification where record = ?"
                                + " and kind = 'workflow-told' order by member",
                        record))
                .containsExactly("fay", "mia", "mia", "sam");
        assertThat(harness.count("test_audit where action = 'workflow.automate'"))
                .isEqualTo(DONE.size());
        assertThat(harness.strings(
                        "select replace(assignee, '-id', '') from \"%s\".task where record = ? and node = 'look'",
                        record))
                .containsExactly("mia");
        harness.decide("mia", harness.openTask("mia", record).orElseThrow(), TaskAction.APPROVE, "", "");
        harness.relay();
        assertThat(harness.status(record)).isEqualTo("COMPLETED");
        assertThat(harness.count("outbox")).isZero();
        assertThat(harness.tokens()).isZero();
    }

    /** Its message waits while the instance is ended: nothing of it happens any more. */
    @Test
    void anEndedInstanceDoesNothingMore() throws Exception {
        UUID record = harness.submit("sam", "order", Map.of("title", "T2"));
        harness.step(false);
        harness.act("admin", "order", record, TaskAction.TERMINATE, "", "enough");
        harness.relay();
        harness.wake(Duration.ofHours(2));
        harness.relay();

        assertThat(did(record)).isEmpty();
        assertThat(harness.count("test_made")).isZero();
        assertThat(harness.status(record)).isEqualTo("TERMINATED");
        assertThat(harness.count("outbox")).isZero();
    }

    /** Every message meets the same fate, those that follow from it as well. */
    private void turn(Seam seam) throws Exception {
        boolean more = true;
        for (int i = 0; more && i < 60; i++) {
            more = switch (seam) {
                case STOPPED_BEFORE -> harness.step(false);
                case CRASHED_BEFORE_COMMIT -> harness.step(true) && harness.step(false);
                case DELIVERED_TWICE -> harness.stepTwice();
                case COPIED -> {
                    if (i < COPIES) {
                        harness.duplicateMessages();
                    }
                    yield harness.step(false);
                }
                case DELIVERED_BY_TWO_NODES -> harness.stepByTwoNodes();
            };
        }
        assertThat(more).as("it comes to an end").isFalse();
    }

    private List<String> did(UUID record) throws Exception {
        return harness.strings(
                "select did from \"%s\".wf_timeline where record = ? and entry = 'automation' order by at, id", record);
    }

    private static ObjectNode workflow() {
        ObjectNode document = Json.NODES
                .objectNode()
                .put("kind", "workflow")
                .put("key", "billing")
                .put("form", "order");
        ArrayNode nodes = document.putArray("nodes");
        nodes.addObject().put("key", "first").put("type", "start");
        nodes.addObject().put("key", "act").put("type", "automation").set("steps", Json.parse(STEPS));
        ObjectNode look = nodes.addObject().put("key", "look").put("type", "approval");
        look.putObject("assignees").putArray("members").add("mia");
        nodes.addObject().put("key", "last").put("type", "end");
        ArrayNode edges = document.putArray("edges");
        edges.addObject().put("from", "first").put("to", "act");
        edges.addObject().put("from", "act").put("to", "look");
        edges.addObject().put("from", "look").put("to", "last");
        return document;
    }
}
