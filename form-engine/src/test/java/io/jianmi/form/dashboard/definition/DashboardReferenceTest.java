package io.jianmi.form.dashboard.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.testing.GoldenFile;
import io.jianmi.form.testing.SchemaReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that people read is the schema that the server checks with. */
class DashboardReferenceTest {

    private final SchemaReference reference = new SchemaReference(schema(), List.of());

    @Test
    void everyPropertyIsExplained() {
        assertThat(reference.unexplained()).isEmpty();
    }

    @Test
    void thePageSaysWhatTheSchemaSays() {
        GoldenFile.check(Path.of("docs/dashboard.md"), reference.markdown());
    }

    private static JsonNode schema() {
        try (InputStream in =
                DashboardReferenceTest.class.getResourceAsStream("/META-INF/resources/schemas/dashboard.json")) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
