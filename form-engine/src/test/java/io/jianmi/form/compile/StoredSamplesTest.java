package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.parse.Parsed;
import io.jianmi.form.testing.TestForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions as every released version of the language had them load for ever, and come to what they came to then. */
class StoredSamplesTest {

    private static final Path HISTORY = Path.of("src/test/resources/golden/history");
    private static final String END = ".form.json";
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(HISTORY)) {
            return files.filter(file -> file.toString().endsWith(END)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStoredDefinitionComesToWhatItCameTo(Path sample) throws IOException {
        JsonNode document = Json.parse(Files.readString(sample));
        Parsed parsed = TestForms.PARSER.parse(document);
        Compilation compilation = TestForms.compile(
                document, CompileContext.stored(1, KeptFields.NONE).beside(company()));

        assertThat(parsed.findings()).isEmpty();
        assertThat(Finding.anyBlocks(compilation.findings()))
                .as("%s", compilation.findings())
                .isFalse();
        JsonNode summary = FormSummary.of(compilation.form().orElseThrow());
        Path compiled = Path.of(sample.toString().replace(END, ".compiled.json"));
        if (Files.notExists(compiled) && Boolean.getBoolean("golden.update")) {
            Files.writeString(compiled, PRETTY.writeValueAsString(summary) + "\n");
        }
        assertThat(summary).isEqualTo(Json.parse(Files.readString(compiled)));
    }

    @Test
    void everyFieldTypeIsInASample() throws IOException {
        Set<String> used = new HashSet<>();
        for (Path sample : samples()) {
            used.addAll(Json.parse(Files.readString(sample)).findValuesAsText("type"));
        }

        assertThat(TestForms.TYPES.all().stream().map(FieldType::key)).isSubsetOf(used);
    }

    private static Map<String, CompiledForm> company() {
        return Map.of("company", TestForms.compiled(TestForms.definition("company")));
    }
}
