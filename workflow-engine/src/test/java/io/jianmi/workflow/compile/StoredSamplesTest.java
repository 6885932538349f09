package io.jianmi.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions as every released version of the language had them load for ever, and come to the BPMN that they came to then. */
class StoredSamplesTest {

    private static final Path HISTORY = Path.of("src/test/resources/golden/history");
    private static final String END = ".workflow.json";

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(HISTORY)) {
            return files.filter(file -> file.toString().endsWith(END)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStoredDefinitionComesToTheBpmnItCameTo(Path sample) throws IOException {
        JsonNode document = Json.parse(Files.readString(sample));
        TestForm form = TestForm.of(document.path("form").asText());

        String bpmn = BpmnWriter.write(
                Definitions.compile(document, form),
                "crm." + document.path("key").asText() + ".1");

        Path compiled = Path.of(sample.toString().replace(END, ".compiled.bpmn"));
        if (Files.notExists(compiled) && Boolean.getBoolean("golden.update")) {
            Files.writeString(compiled, bpmn);
        }
        assertThat(bpmn).isEqualTo(Files.readString(compiled));
    }
}
