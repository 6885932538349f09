package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.TestOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fixture is a workflow, a record and what people do, line by line ({@code who act[>to][@position or of][: comment][ ! problem]}); the
 * expectation is the timeline that an auditor reads.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkflowFixtureTest {

    private static final Pattern LINE =
            Pattern.compile("(\\w+) (\\w+)(?:>([\\w,-]+))?(?:@(\\w+))?(?::\\s*([^!]*?))?\\s*(?:!\\s*(\\S+))?");

    private static final Set<TaskAction> OVERALL =
            Set.of(TaskAction.WITHDRAW, TaskAction.REMIND, TaskAction.TERMINATE, TaskAction.REACTIVATE);

    private WorkflowHarness harness;

    @BeforeAll
    void start() throws Exception {
        harness = new WorkflowHarness();
        Definitions.examples().forEach(name -> harness.publish(Definitions.compiled(name)));
    }

    @AfterAll
    void stop() {
        harness.close();
    }

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fixtures"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theTimelineTellsWhatHappened(Path file) throws Exception {
        JsonNode fixture = Json.MAPPER.readTree(file.toFile());
        String form = form(fixture);
        if (fixture.has("steps")) {
            harness.publish(Definitions.compile(
                    chain(fixture, form), TestForm.form(form).with("x", Sensitivity.INTERNAL)));
        }
        UUID record = harness.submit(
                fixture.path("initiator").asText(), form, values(fixture.path("record")), chosen(fixture.path("to")));
        harness.relay();
        for (JsonNode line : fixture.path("script")) {
            act(line.asText(), form, record);
            harness.relay();
        }
        assertThat(harness.timeline(record)).isEqualTo(texts(fixture.path("timeline")));
        assertThat(harness.status(record)).isEqualTo(fixture.path("status").asText());
        assertThat(harness.records.values(record)).containsAllEntriesOf(values(fixture.path("set")));
        assertThat(harness.strings(
                        "select id::text from \"%s\".task where record = ? and status in ('OPEN', 'WAITING') and kind <> 'COPY'",
                        record))
                .isEmpty();
        assertThat(harness.tokens()).isZero();
    }

    /** To whom the record is sent by whoever submits it, where a person does. */
    private static Optional<List<String>> chosen(JsonNode to) {
        return to.isArray() ? Optional.of(texts(to)) : Optional.empty();
    }

    /** The form of a committed example, or one for this fixture alone. */
    private static String form(JsonNode fixture) {
        String workflow = fixture.path("workflow").asText();
        return fixture.has("steps")
                ? workflow
                : Definitions.example(workflow).path("form").asText();
    }

    /** Approvals one after the other, or along the edges that the fixture names; each is a node without its title, and a type where it is none. */
    private static JsonNode chain(JsonNode fixture, String form) {
        ObjectNode definition = Json.NODES
                .objectNode()
                .put("kind", "workflow")
                .put("key", form)
                .put("title", form)
                .put("form", form);
        ArrayNode nodes = definition.putArray("nodes");
        ArrayNode edges = definition.putArray("edges");
        nodes.addObject().put("key", "submit").put("type", "start").put("title", "submit");
        String before = "submit";
        for (JsonNode step : fixture.path("steps")) {
            ObjectNode node = step.deepCopy();
            node.put("type", step.path("type").asText("approval"));
            nodes.add(node.put("title", step.path("key").asText()));
            edges.addObject().put("from", before).put("to", step.path("key").asText());
            before = step.path("key").asText();
        }
        nodes.addObject().put("key", "done").put("type", "end");
        edges.addObject().put("from", before).put("to", "done");
        if (fixture.has("edges")) {
            definition.set("edges", fixture.get("edges"));
        }
        if (fixture.has("withdraw")) {
            definition.set("withdraw", fixture.get("withdraw"));
        }
        return definition;
    }

    private void act(String line, String form, UUID record) throws Exception {
        Matcher parts = LINE.matcher(line);
        assertThat(parts.matches()).as(line).isTrue();
        String who = parts.group(1);
        String problem = text(parts.group(6));
        if (problem.equals("no-task")) {
            assertThat(harness.openTask(who, record)).isEmpty();
            return;
        }
        TaskAction act = TaskAction.parse(parts.group(2)).orElseThrow();
        String to = text(parts.group(3));
        String comment = text(parts.group(5));
        Throwable failure;
        if (OVERALL.contains(act)) {
            failure = catchThrowable(() -> harness.act(who, form, record, act, to, comment));
        } else {
            // An administrator's act is on the task of the one who is named.
            boolean reassigns = act == TaskAction.REASSIGN;
            UUID task = task(reassigns ? text(parts.group(4)) : who, record);
            String position = reassigns ? "" : text(parts.group(4));
            failure = catchThrowable(() -> harness.decide(who, task, act, to, position, comment));
        }
        if (problem.isEmpty()) {
            assertThat(failure).as(line).isNull();
        } else {
            assertThat(failure)
                    .as(line)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.type().code()).isEqualTo(problem));
        }
    }

    /** The person's open task, else his newest. */
    private UUID task(String who, UUID record) throws Exception {
        List<String> tasks = harness.strings(
                "select id::text from \"%s\".task where assignee = ? and record = ? and kind in ('WORK', 'AGAIN')"
                        + " order by (status = 'OPEN') desc, status = 'WAITING', coalesce(done_at, created_at) desc, id desc",
                TestOrg.id(who).value(), record);
        return UUID.fromString(tasks.get(0));
    }

    private static String text(String group) {
        return group == null ? "" : group.strip();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Map<String, Object> values(JsonNode json) {
        Map<String, Object> values = new HashMap<>();
        json.properties()
                .forEach(field -> values.put(
                        field.getKey(),
                        field.getValue().isNumber()
                                ? field.getValue().decimalValue()
                                : field.getValue().asText()));
        return values;
    }
}
