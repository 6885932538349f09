package io.jianmi.workflow.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Checks the shape of a document against the schema that is also published at {@code /schemas/workflow.json}. */
final class DefinitionSchema {

    private static final String LOCATION = "/META-INF/resources/schemas/workflow.json";

    private final Schema schema = load();

    /** One finding per place and keyword; the code is {@code definition.<keyword>}. */
    List<Finding> check(JsonNode document) {
        Map<String, Finding> found = new LinkedHashMap<>();
        for (Error error : schema.validate(document)) {
            Finding finding = finding(error);
            found.putIfAbsent(finding.code() + finding.pointer(), finding);
        }
        return List.copyOf(found.values());
    }

    private static Finding finding(Error error) {
        String place = pointer(error);
        String property = error.getProperty();
        return property == null
                ? Finding.error("definition." + kebab(error.getKeyword()), place)
                : Finding.error(
                        "definition." + kebab(error.getKeyword()),
                        error.getKeyword().equals("required") ? place : Pointer.child(place, property),
                        Map.of("property", property));
    }

    private static String pointer(Error error) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            pointer.append(
                    Pointer.child("", String.valueOf(error.getInstanceLocation().getElement(i))));
        }
        return pointer.toString();
    }

    private static String kebab(String keyword) {
        return keyword.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Schema load() {
        try (InputStream stream = Objects.requireNonNull(
                DefinitionSchema.class.getResourceAsStream(LOCATION), "the workflow schema is part of the module")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Json.MAPPER.readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("the workflow schema does not load", e);
        }
    }
}
