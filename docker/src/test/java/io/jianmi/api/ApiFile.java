package io.jianmi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The OpenAPI file that the server serves at {@code /q/openapi} and the interface takes its types from. */
public final class ApiFile {

    private static final String LOCATION = "/META-INF/openapi.json";
    private static final String ADDRESS = "https://jianmi.io/openapi.json";

    private final JsonNode document = load();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, document.toString())));

    /** An operation of the file; {@code path} is its template. */
    public record Operation(String method, String path) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** All operations, as {@code GET /api/v1/me}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(new Operation(upper(method), path.getKey()).toString())));
        return operations;
    }

    /** Names of the parameters that the operation takes in its query, head or path. */
    public Set<String> parameters(Operation operation) {
        return new TreeSet<>(node(operation).path("parameters").findValuesAsText("name"));
    }

    /** How it may answer when all goes well: {@code 201}. */
    public Set<String> successes(Operation operation) {
        Set<String> statuses = new TreeSet<>();
        node(operation).path("responses").fieldNames().forEachRemaining(statuses::add);
        statuses.removeIf(status -> !status.startsWith("2"));
        return statuses;
    }

    /** Whether it answers a list, {@code {"items", "next"}}. */
    public boolean lists(Operation operation) {
        JsonNode schema =
                resolved(resolved(node(operation).at("/responses/200")).at("/content/application~1json/schema"));
        return schema.path("properties").has("items")
                && schema.path("properties").has("next");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The operation that a request went to. */
    public Optional<Operation> find(String method, String path) {
        Optional<String> template = Optional.empty();
        for (Map.Entry<String, JsonNode> candidate : document.path("paths").properties()) {
            boolean fits = candidate.getValue().has(lower(method)) && fits(candidate.getKey(), path);
            // Of "records/{id}" and "records/query" the one without a parameter is meant.
            if (fits && (template.isEmpty() || !candidate.getKey().endsWith("}"))) {
                template = Optional.of(candidate.getKey());
            }
        }
        return template.map(found -> new Operation(upper(method), found));
    }

    /** How a JSON answer departs from what the file says of this operation and status; empty when it does not. */
    public List<String> departures(Operation operation, int status, String mediaType, JsonNode answer) {
        JsonNode responses = node(operation).path("responses");
        String key = responses.has(Integer.toString(status)) ? Integer.toString(status) : "default";
        if (key.equals("default") && status < 400) {
            return List.of("status " + status + " is not in the file");
        }
        String response = responses.path(key).path("$ref").asText("#" + pointer(operation) + "/responses/" + key);
        String schema = Pointer.child(response.substring(1) + "/content", mediaType) + "/schema";
        if (document.at(schema).isMissingNode()) {
            return List.of("an answer " + mediaType + " to " + status + " is not in the file");
        }
        Schema expected = schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + schema));
        return expected.validate(answer).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getKeyword() + " "
                        + Objects.requireNonNullElse(error.getProperty(), ""))
                .toList();
    }

    private JsonNode node(Operation operation) {
        return document.at(pointer(operation));
    }

    private static String pointer(Operation operation) {
        return Pointer.child("/paths", operation.path()) + "/" + lower(operation.method());
    }

    private static boolean fits(String template, String path) {
        return Pattern.matches(template.replaceAll("\\{[^}]+}", "[^/]+"), path);
    }

    private static String upper(String method) {
        return method.toUpperCase(Locale.ROOT);
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }

    private static JsonNode load() {
        try (InputStream in =
                Objects.requireNonNull(ApiFile.class.getResourceAsStream(LOCATION), "the file is part of the server")) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
