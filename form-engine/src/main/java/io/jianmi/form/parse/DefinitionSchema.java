package io.jianmi.form.parse;

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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A published JSON Schema (2020-12) of a kind of definition. Its violations become findings with codes that do not depend on the
 * validator and never quote the document's values.
 */
public final class DefinitionSchema {

    private static final String FOLDER = "/META-INF/resources/schemas/";
    private static final String UNKNOWN = "definition.unknown-property";
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("type", "definition.type"),
            Map.entry("additionalProperties", UNKNOWN),
            Map.entry("unevaluatedProperties", UNKNOWN),
            Map.entry("required", "definition.missing-property"),
            Map.entry("dependentRequired", "definition.missing-property"),
            Map.entry("enum", "definition.value"),
            Map.entry("const", "definition.value"),
            Map.entry("pattern", "definition.pattern"),
            Map.entry("propertyNames", "definition.pattern"),
            Map.entry("uniqueItems", "definition.duplicate"),
            Map.entry("minLength", "definition.range"),
            Map.entry("maxLength", "definition.range"),
            Map.entry("minItems", "definition.range"),
            Map.entry("maxItems", "definition.range"),
            Map.entry("minProperties", "definition.range"),
            Map.entry("minimum", "definition.range"),
            Map.entry("maximum", "definition.range"));

    /** Inside a choice every alternative complains; what can be said is that none fits. */
    private static final Pattern CHOICE = Pattern.compile("/(?:anyOf|oneOf)/");

    private final Schema schema;

    /** @param name of a file below {@code /schemas/}, such as {@code form.json} */
    public DefinitionSchema(String name) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(load(name));
    }

    /** Everything that is wrong, in document order of the validator; empty for a valid document. */
    public List<Finding> check(JsonNode document) {
        Set<Finding> findings = new LinkedHashSet<>();
        for (Error error : schema.validate(document)) {
            findings.add(finding(error));
        }
        return withoutEchoes(List.copyOf(findings));
    }

    private static Finding finding(Error error) {
        String pointer = error.getInstanceLocation().toString();
        if (CHOICE.matcher(error.getEvaluationPath().toString()).find()) {
            return Finding.error("definition.shape", pointer);
        }
        String code = CODES.getOrDefault(error.getKeyword(), "definition.shape");
        String property = error.getProperty();
        if (property == null) {
            return Finding.error(code, pointer);
        }
        return code.equals(UNKNOWN)
                ? Finding.error(code, Pointer.child(pointer, property))
                : Finding.error(code, pointer, Map.of("property", property));
    }

    /** A property that is wrong inside is then also reported as unknown, since its schema did not evaluate it. */
    private static List<Finding> withoutEchoes(List<Finding> findings) {
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings) {
            boolean echo = finding.code().equals(UNKNOWN)
                    && findings.stream()
                            .anyMatch(other -> !other.code().equals(UNKNOWN)
                                    && (other.pointer() + "/").startsWith(finding.pointer() + "/"));
            if (!echo) {
                kept.add(finding);
            }
        }
        return kept;
    }

    private static JsonNode load(String name) {
        try (InputStream in = DefinitionSchema.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no schema " + name);
            }
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
