package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.query.DefinitionFilter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which records of the other form a linkage reads: names are fields of that form, other names those of the record that is filled in, and
 * {@code record.key} is always the latter's. For one record it is the filter of a query, so that it is asked under the filler's rights
 * like any other.
 *
 * @param tree portable
 * @param there names of the other form
 */
public record LinkageCondition(JsonNode tree, Set<String> there) {

    /** The record that is filled in, where the other form has a field of the same key. */
    static final String RECORD = "record";

    public LinkageCondition {
        there = Set.copyOf(there);
    }

    /**
     * The filter for one record.
     *
     * @param own its values by key, stored form; null for what is empty, with which nothing compares
     * @param user the entries of {@code user} of who fills in
     * @return empty when a list cannot be asked so
     */
    public Optional<JsonNode> filter(Function<String, JsonNode> own, Map<String, Object> user) {
        return DefinitionFilter.of(bound(tree, own), user);
    }

    private JsonNode bound(JsonNode node, Function<String, JsonNode> own) {
        if (!node.isArray()) {
            return node;
        }
        if (node.path(0).asText().equals("get")) {
            return reference(node, own);
        }
        ArrayNode bound = Json.NODES.arrayNode();
        node.forEach(part -> bound.add(bound(part, own)));
        return bound;
    }

    private JsonNode reference(JsonNode get, Function<String, JsonNode> own) {
        String name = get.path(2).asText();
        String kind = get.path(1).asText();
        if (get.size() == 4 && name.equals(RECORD)) {
            return constant(kind, own.apply(get.path(3).asText()));
        }
        boolean plain = get.size() == 3 && !there.contains(name);
        return plain ? constant(kind, own.apply(name)) : get;
    }

    private static JsonNode constant(String kind, JsonNode value) {
        ArrayNode constant = Json.NODES.arrayNode();
        return value.isValueNode() && !value.isNull() ? constant.add(kind).add(value) : constant.add("null");
    }
}
