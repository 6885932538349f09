package io.jianmi.form.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in a few words what a JSON Schema accepts; objects with a section of their own become links. */
final class SchemaWords {

    private final JsonNode definitions;

    SchemaWords(JsonNode schema) {
        this.definitions = schema.path("$defs");
    }

    /** The schema behind a reference; others as they are. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : definitions.path(name(reference));
    }

    /** A text of this property, its own or that of what it refers to. */
    String text(JsonNode schema, String word) {
        return schema.has(word)
                ? schema.get(word).asText()
                : resolved(schema).path(word).asText();
    }

    String of(JsonNode schema) {
        JsonNode plain = resolved(schema);
        if (schema.has("$ref") && hasSection(plain)) {
            return link(plain);
        }
        if (plain.has("const")) {
            return code(plain.get("const").asText());
        }
        if (plain.has("enum")) {
            return joined(plain.get("enum"), " ", value -> code(value.asText()));
        }
        JsonNode choices = plain.has("anyOf") ? plain.path("anyOf") : plain.path("oneOf");
        if (!choices.isEmpty()) {
            return joined(choices, " or ", this::of);
        }
        return ofType(plain);
    }

    private String ofType(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return joined(type, ", ", JsonNode::asText);
        }
        return switch (type.asText()) {
            case "array" -> "list of " + of(schema.path("items"));
            case "object" -> object(schema);
            case "string" ->
                schema.has("pattern") ? "string " + code(schema.get("pattern").asText()) : "string";
            default -> type.asText() + range(schema);
        };
    }

    private String object(JsonNode schema) {
        if (schema.path("additionalProperties").isObject()) {
            return "map of " + of(schema.get("additionalProperties"));
        }
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(name -> names.add(code(name)));
        return "object with " + String.join(", ", names);
    }

    private static String range(JsonNode schema) {
        String least =
                schema.path("minimum").asText(schema.path("exclusiveMinimum").asText());
        String most = schema.path("maximum").asText();
        return least.isEmpty() && most.isEmpty() ? "" : " " + least + "–" + most;
    }

    boolean hasSection(JsonNode schema) {
        return schema.has("title") && (schema.has("properties") || schema.has("$ref"));
    }

    static String link(JsonNode schema) {
        String title = schema.path("title").asText();
        return "[%s](#%s)".formatted(title, anchor(title));
    }

    /** As GitHub makes it from a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String joined(JsonNode list, String between, java.util.function.Function<JsonNode, String> word) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items.stream().map(word).collect(Collectors.joining(between));
    }
}
