package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.compile.VersionFit;
import io.jianmi.workflow.compile.VersionFit.Misfit;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An instance goes on in another version with all its tokens, once, or stays as it is. */
@Tag("slow")
class MigrateInstanceTest {

    private static final String NODE = """
            {"key": "%s", "type": "approval", "title": "%1$s", "assignees": {"members": ["%s"]},
             "actions": ["approve", "reject", "return"]}
            """;

    private WorkflowHarness harness;

    @BeforeEach
    void start() throws Exception {
        harness = new WorkflowHarness();
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void goesOnInTheOtherVersionWhereItsTokensWait() throws Exception {
        harness.publish(version("[\"a\", \"b\"]", "dina", ""));
        UUID record = harness.submit("sam", "moves", Map.of());
        harness.relay();
        decide(record, "mia");
        harness.publish(version("[\"a\", \"b\"]", "fay", "rick"));
        ask(record, 2);

        harness.step(true);
        harness.duplicateMessages();
        harness.relay();

        assertThat(versions(record)).containsExactly("2");
        assertThat(harness.strings(
                        "select workflow_version::text from \"%s\".task where record = ? and status = 'OPEN'", record))
                .containsExactly("2");
        decide(record, "max");
        assertThat(harness.openTask("dina", record)).isEmpty();
        decide(record, "fay");
        decide(record, "rick");
        assertThat(harness.timeline(record))
                .containsExactly(
                        "submit sam submit",
                        "approve mia a",
                        "migrate admin submit",
                        "approve max b",
                        "approve fay c",
                        "approve rick d",
                        "end system done");
        assertThat(harness.status(record)).isEqualTo("COMPLETED");
        assertThat(harness.tokens()).isZero();
    }

    @Test
    void staysWhereItDoesNotFitAndSaysWhy() throws Exception {
        CompiledWorkflow old = version("[\"a\", \"b\"]", "dina", "");
        CompiledWorkflow other = version("[\"a\", \"x\"]", "dina", "");
        harness.publish(old);
        UUID record = harness.submit("sam", "moves", Map.of());
        harness.relay();
        harness.publish(other);
        ask(record, 2);

        harness.relay();

        assertThat(versions(record)).containsExactly("1");
        assertThat(harness.timeline(record)).containsExactly("submit sam submit");
        VersionFit fit = new VersionFit(old, other);
        assertThat(fit.check(Set.of("a", "b"), Set.of(), Set.of("submit", "a", "b")))
                .containsExactly(new Misfit(VersionFit.BRANCH_CHANGED, "a"), new Misfit(VersionFit.NODE_GONE, "b"));
        assertThat(fit.check(Set.of("c"), Set.of(), Set.of("submit", "a", "b", "c")))
                .containsExactly(new Misfit(VersionFit.PASSED_GONE, "b"));
        assertThat(fit.check(Set.of("c"), Set.of("c"), Set.of("submit")))
                .as("it was rejected, and no edge leads on from there")
                .containsExactly(new Misfit(VersionFit.NODE_CHANGED, "c"));
        decide(record, "mia");
        decide(record, "max");
        decide(record, "dina");
        assertThat(harness.status(record)).isEqualTo("COMPLETED");
    }

    private void decide(UUID record, String who) throws Exception {
        harness.decide(who, harness.openTask(who, record).orElseThrow(), TaskAction.APPROVE, "", "");
        harness.relay();
    }

    private List<String> versions(UUID record) throws Exception {
        return harness.strings("select workflow_version::text from \"%s\".wf_instance where record = ?", record);
    }

    private void ask(UUID record, int version) throws Exception {
        harness.sql("""
                insert into "%%1$s".outbox (topic, key, body)
                select 'workflow.migrate', record, json_build_object('instance', id, 'version', %d, 'by', 'admin-id')::text
                from "%%1$s".wf_instance where record = '%s'
                """.formatted(version, record));
    }

    /** Two ways at once, then c, then d where somebody is named for it. */
    private static CompiledWorkflow version(String ways, String c, String d) {
        JsonNode keys = Json.parse(ways);
        String second = keys.path(1).asText();
        String last = d.isEmpty() ? "c" : "d";
        String nodes = String.join(
                ",",
                NODE.formatted("a", "mia"),
                NODE.formatted(second, "max"),
                NODE.formatted("c", c),
                d.isEmpty()
                        ? "{\"key\": \"done\", \"type\": \"end\"}"
                        : NODE.formatted("d", d) + ",{\"key\": \"done\", \"type\": \"end\"}");
        String definition = """
                {"kind": "workflow", "key": "moves", "form": "moves", "title": "moves", "nodes": [
                  {"key": "submit", "type": "start"}, {"key": "split", "type": "parallel"}, {"key": "meet", "type": "join"}, %s],
                 "edges": [{"from": "submit", "to": "split"}, {"from": "split", "to": "a"}, {"from": "split", "to": "%2$s"},
                  {"from": "a", "to": "meet"}, {"from": "%2$s", "to": "meet"}, {"from": "meet", "to": "c"}, %3$s
                  {"from": "%4$s", "to": "done"}]}
                """.formatted(nodes, second, d.isEmpty() ? "" : "{\"from\": \"c\", \"to\": \"d\"},", last);
        return Definitions.compile(
                Json.parse(definition), TestForm.form("moves").with("x", Sensitivity.INTERNAL));
    }
}
