package io.jianmi.form.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.Operator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a filter; everything wrong with it is found at once. */
public final class FilterParser {

    /** Bounds of one filter: enough for any page, too little for an attack. */
    public static final int MAX_DEPTH = 8;

    public static final int MAX_COMPARISONS = 100;

    /** Values of all its lists together: each becomes a parameter, and a statement takes no more than 65,535. */
    public static final int MAX_VALUES = 5_000;

    private final List<Finding> findings;
    private int comparisons;
    private int values;

    private FilterParser(List<Finding> findings) {
        this.findings = findings;
    }

    /** The filter at {@code pointer}; null and an empty object ask for everything. */
    public static Filter parse(JsonNode node, String pointer, List<Finding> findings) {
        if (node.isNull() || node.isMissingNode() || node.isObject() && node.isEmpty()) {
            return Filter.ALL;
        }
        return new FilterParser(findings).filter(node, pointer, 0);
    }

    private Filter filter(JsonNode node, String pointer, int depth) {
        if (!node.isObject() || node.isEmpty()) {
            return refuse("filter.malformed", pointer);
        }
        if (depth > MAX_DEPTH) {
            return refuse("filter.too-deep", pointer);
        }
        if (node.has("field")) {
            return comparison(node, pointer);
        }
        Iterator<Map.Entry<String, JsonNode>> entries = node.properties().iterator();
        Map.Entry<String, JsonNode> only = entries.next();
        String below = Pointer.child(pointer, only.getKey());
        if (entries.hasNext()) {
            return refuse("filter.malformed", pointer);
        }
        return switch (only.getKey()) {
            case "and" -> new Filter.And(parts(only.getValue(), below, depth));
            case "or" -> new Filter.Or(parts(only.getValue(), below, depth));
            case "not" -> new Filter.Not(filter(only.getValue(), below, depth + 1));
            default -> refuse("filter.malformed", below);
        };
    }

    private List<Filter> parts(JsonNode array, String pointer, int depth) {
        if (!array.isArray()) {
            return List.of(refuse("filter.malformed", pointer));
        }
        List<Filter> parts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            parts.add(filter(array.get(i), Pointer.child(pointer, i), depth + 1));
        }
        return parts;
    }

    private Filter comparison(JsonNode node, String pointer) {
        comparisons++;
        if (comparisons > MAX_COMPARISONS) {
            return refuse("filter.too-large", pointer);
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!List.of("field", "op", "value").contains(entry.getKey())) {
                return refuse("filter.malformed", Pointer.child(pointer, entry.getKey()));
            }
        }
        Optional<Operator> operator = Operator.parse(node.path("op").asText("eq"));
        if (operator.isEmpty()) {
            return refuse("filter.unknown-operator", Pointer.child(pointer, "op"));
        }
        if (!node.get("field").isTextual()) {
            return refuse("filter.malformed", Pointer.child(pointer, "field"));
        }
        JsonNode value = node.path("value");
        values += value.size();
        if (values > MAX_VALUES) {
            return refuse("filter.too-large", Pointer.child(pointer, "value"));
        }
        return new Filter.Comparison(
                pointer,
                node.get("field").textValue(),
                operator.get(),
                value.isMissingNode() ? Json.NODES.nullNode() : value);
    }

    private Filter refuse(String code, String pointer) {
        findings.add(Finding.error(code, pointer));
        return Filter.ALL;
    }
}
