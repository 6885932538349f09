package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Values of a record that passed every check, and which of them changed. */
record RecordDraft(Map<String, JsonNode> values, Set<String> changed) {

    /** A record whose values stay as they are. */
    static RecordDraft unchanged(Map<String, JsonNode> values) {
        return new RecordDraft(values, Set.of());
    }

    /** @param before all values that the record held, {@code after} all that it is to hold */
    static Set<String> difference(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        keys.removeIf(key ->
                after.getOrDefault(key, Json.NODES.nullNode()).equals(before.getOrDefault(key, Json.NODES.nullNode())));
        return keys;
    }
}
