package io.jianmi.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeFileTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_0-9]+)(?::[?-][^}]*)?}");

    @Test
    void obeysThePublishedSchemaOfComposeFiles() throws IOException {
        try (InputStream file = ComposeFileTest.class.getResourceAsStream("/compose-spec.json")) {
            ObjectNode schema = (ObjectNode) Json.MAPPER.readTree(file);
            schema.remove("$schema");
            removeOldIds(schema);

            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                            .getSchema(schema)
                            .validate(compose()))
                    .isEmpty();
        }
    }

    @Test
    void holdsNoSecretOfItsOwn() throws IOException {
        List<String> literals = new ArrayList<>();
        for (JsonNode service : compose().path("services")) {
            service.path("environment").properties().forEach(entry -> {
                boolean secret = entry.getKey().matches(".*(PASSWORD|SECRET).*");
                if (secret && !VARIABLE.matcher(entry.getValue().asText()).matches()) {
                    literals.add(entry.getKey());
                }
            });
        }

        assertThat(literals).isEmpty();
    }

    @Test
    void everyRequiredVariableIsInTheExampleEnvironment() throws IOException {
        TreeSet<String> required = new TreeSet<>();
        VARIABLE.matcher(Files.readString(Path.of("compose.yaml")))
                .results()
                .filter(found -> found.group().contains(":?"))
                .forEach(found -> required.add(found.group(1)));

        TreeSet<String> offered = new TreeSet<>();
        Files.readAllLines(Path.of(".env.example")).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .forEach(line -> offered.add(line.substring(0, line.indexOf('='))));

        assertThat(offered).isEqualTo(required);
    }

    /** The file names its parts by {@code id}, a word of an older draft that the draft it declares no longer knows. */
    private static void removeOldIds(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("id").isTextual()) {
            object.remove("id");
        }
        schema.forEach(ComposeFileTest::removeOldIds);
    }

    private static JsonNode compose() throws IOException {
        return new YAMLMapper().readTree(Files.newInputStream(Path.of("compose.yaml")));
    }
}
