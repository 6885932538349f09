package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * A fixture is a workflow, a record and what people do, line by line ({@code who act[>to][: comment][ ! problem]}); the
 * expectation is the timeline that an auditor reads.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkflowFixtureTest {

    private static final Pattern LINE =
            Pattern.compile("(\\w+) (\\w+)(?:>([\\w-]+))?(?::\\s*([^!]*?))?\\s*(?:!\\s*(\\S+))?");

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
        String form = Definitions.example(fixture.path("workflow").asText())
                .path("form")
                .asText();
        UUID record = harness.submit(fixture.path("initiator").asText(), form, values(fixture.path("record")));
        harness.relay();
        for (JsonNode line : fixture.path("script")) {
            act(line.asText(), record);
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

    private void act(String line, UUID record) throws Exception {
        Matcher parts = LINE.matcher(line);
        assertThat(parts.matches()).as(line).isTrue();
        String who = parts.group(1);
        String problem = text(parts.group(5));
        String comment = text(parts.group(4));
        List<String> tasks = harness.strings(
                "select id::text from \"%s\".task where assignee = ? and record = ? and kind in ('WORK', 'AGAIN')"
                        + " order by (status = 'OPEN') desc, created_at desc",
                TestOrg.id(who).value(), record);
        if (problem.equals("no-task")) {
            assertThat(harness.openTask(who, record)).isEmpty();
            return;
        }
        Throwable failure = catchThrowable(() -> harness.decide(
                who,
                UUID.fromString(tasks.get(0)),
                TaskAction.parse(parts.group(2)).orElseThrow(),
                text(parts.group(3)),
                comment));
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
