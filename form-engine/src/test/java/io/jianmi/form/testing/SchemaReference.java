package io.jianmi.form.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reference page of a definition language, written from its JSON Schema: a table of properties for the document,
 * for each part and for what each type adds, with examples out of definitions that work as they stand.
 */
public final class SchemaReference {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final JsonNode schema;
    private final SchemaWords words;
    private final List<JsonNode> examples;
    private final StringBuilder page = new StringBuilder();

    public SchemaReference(JsonNode schema, List<JsonNode> examples) {
        this.schema = schema;
        this.words = new SchemaWords(schema);
        this.examples = examples;
    }

    /** Places of properties that lack a title or a description. */
    public List<String> unexplained() {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        parts.put("", schema);
        parts.putAll(definitions());
        List<String> places = new ArrayList<>();
        parts.forEach((part, node) -> unexplained(part, node, places));
        return places;
    }

    private void unexplained(String place, JsonNode node, List<String> places) {
        node.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            String at = place + "/" + property.getKey();
            if (value.isObject()) {
                if (words.text(value, "title").isEmpty()
                        || words.text(value, "description").isEmpty()) {
                    places.add(at);
                }
                unexplained(at, value, places);
            }
        });
        node.path("allOf").forEach(choice -> unexplained(place, choice.path("then"), places));
        for (String keyword : List.of("anyOf", "oneOf")) {
            node.path(keyword).forEach(choice -> unexplained(place, choice, places));
        }
    }

    /** The whole page. */
    public String markdown() {
        heading(1, schema);
        page.append("Written from the JSON Schema at `")
                .append(schema.path("$id").asText().replaceFirst("^https://[^/]+", ""))
                .append(
                        "`; an editor that is given the schema completes and checks a definition while it is typed.\n\n");
        table(schema);
        nested(schema);
        definitions().values().stream().filter(words::hasSection).forEach(this::section);
        return page.toString();
    }

    private Map<String, JsonNode> definitions() {
        Map<String, JsonNode> definitions = new LinkedHashMap<>();
        schema.path("$defs").properties().forEach(each -> definitions.put("#" + each.getKey(), each.getValue()));
        return definitions;
    }

    private void section(JsonNode part) {
        heading(2, part);
        table(part);
        nested(part);
        part.path("allOf").forEach(this::variant);
    }

    /** Objects that stand inside a part get their tables below it. */
    private void nested(JsonNode part) {
        part.path("properties").forEach(value -> {
            if (value.isObject() && !value.has("$ref") && value.has("properties")) {
                heading(3, value);
                table(value);
            }
        });
    }

    /** What a type adds: an inline part with its examples, or a definition that has a section of its own. */
    private void variant(JsonNode choice) {
        JsonNode type = choice.path("if").path("properties").path("type");
        List<String> types = new ArrayList<>();
        type.path("enum").forEach(each -> types.add(each.asText()));
        Optional.ofNullable(type.get("const")).ifPresent(each -> types.add(each.asText()));
        JsonNode then = choice.path("then");
        if (types.isEmpty() || then.isEmpty()) {
            return;
        }
        page.append("### `").append(String.join("` `", types)).append("`\n\n");
        if (then.has("$ref")) {
            page.append("See ").append(SchemaWords.link(words.resolved(then))).append(".\n\n");
        } else if (then.has("properties")) {
            table(then);
        }
        types.forEach(each -> example(each)
                .ifPresent(found -> page.append("```json\n").append(found).append("\n```\n\n")));
    }

    private void heading(int level, JsonNode part) {
        page.append("#".repeat(level))
                .append(' ')
                .append(part.path("title").asText())
                .append("\n\n");
        String description = part.path("description").asText();
        if (!description.isEmpty()) {
            page.append(description).append("\n\n");
        }
    }

    private void table(JsonNode part) {
        List<String> required = new ArrayList<>();
        part.path("required").forEach(name -> required.add(name.asText()));
        List<Map.Entry<String, JsonNode>> rows = new ArrayList<>();
        if (part.has("$ref")) {
            rows.addAll(words.resolved(part).path("properties").properties());
        }
        rows.addAll(part.path("properties").properties());
        rows.removeIf(row -> !row.getValue().isObject());
        if (rows.isEmpty()) {
            return;
        }
        page.append("| property | | accepts | meaning |\n| --- | --- | --- | --- |\n");
        for (Map.Entry<String, JsonNode> row : rows) {
            page.append("| `%s` | %s | %s | **%s** %s |\n"
                    .formatted(
                            row.getKey(),
                            required.contains(row.getKey()) ? "required" : "",
                            words.of(row.getValue()),
                            words.text(row.getValue(), "title"),
                            words.text(row.getValue(), "description")));
        }
        page.append('\n');
    }

    /** The first part of this type in the examples. */
    private Optional<String> example(String type) {
        for (JsonNode example : examples) {
            for (JsonNode parent : example.findParents("type")) {
                if (parent.path("type").asText().equals(type) && parent.has("key")) {
                    return Optional.of(pretty(parent));
                }
            }
        }
        return Optional.empty();
    }

    private static String pretty(JsonNode node) {
        try {
            return PRETTY.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
