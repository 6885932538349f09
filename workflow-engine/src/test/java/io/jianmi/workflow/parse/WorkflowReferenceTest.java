package io.jianmi.workflow.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.testing.GoldenFile;
import io.jianmi.form.testing.SchemaReference;
import io.jianmi.workflow.testing.Definitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that people read is the schema that the server checks with. */
class WorkflowReferenceTest {

    private final SchemaReference reference = new SchemaReference(
            schema(),
            Stream.of(
                            "credit-approval",
                            "bench-approval",
                            "onboarding",
                            "side-by-side",
                            "order-delivery",
                            "order-purchase")
                    .map(Definitions::example)
                    .toList());

    @Test
    void everyPropertyIsExplained() {
        assertThat(reference.unexplained()).isEmpty();
    }

    @Test
    void thePageSaysWhatTheSchemaSays() {
        GoldenFile.check(Path.of("docs/workflow.md"), reference.markdown());
    }

    private static JsonNode schema() {
        try (InputStream in =
                WorkflowReferenceTest.class.getResourceAsStream("/META-INF/resources/schemas/workflow.json")) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
