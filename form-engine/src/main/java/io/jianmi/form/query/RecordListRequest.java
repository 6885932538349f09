package io.jianmi.form.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A parsed query.
 *
 * @param fields what to show; empty for everything that the actor may know of
 * @param limit 1 to 200
 * @param after the page before, as the client sent it
 * @param from the value of the first sort key at which the list begins; it says nothing once there is a page before
 * @param trashed the recycle bin instead of the living
 * @param shared only what somebody shares with the actor now
 */
public record RecordListRequest(
        Filter filter,
        List<Sort> sort,
        Optional<List<String>> fields,
        int limit,
        Optional<String> after,
        Optional<JsonNode> from,
        boolean count,
        boolean trashed,
        boolean shared) {

    private static final Set<String> KEYS =
            Set.of("filter", "sort", "fields", "limit", "after", "from", "count", "trashed", "shared");
    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 20;

    /** A list that begins at its beginning, or behind a page. */
    public RecordListRequest(
            Filter filter,
            List<Sort> sort,
            Optional<List<String>> fields,
            int limit,
            Optional<String> after,
            boolean count,
            boolean trashed,
            boolean shared) {
        this(filter, sort, fields, limit, after, Optional.empty(), count, trashed, shared);
    }

    public static RecordListRequest parse(JsonNode body, List<Finding> findings) {
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                findings.add(Finding.error("query.unknown-property", Pointer.child("", entry.getKey())));
            }
        }
        JsonNode asked = body.path("limit");
        int limit = asked.isMissingNode() || asked.isNull() ? DEFAULT_LIMIT : asked.isInt() ? asked.intValue() : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            findings.add(Finding.error("query.limit", "/limit", Map.of("minimum", 1, "maximum", MAX_LIMIT)));
        }
        return new RecordListRequest(
                FilterParser.parse(body.path("filter"), "/filter", findings),
                Sort.parse(body.path("sort"), "/sort", findings),
                fields(body.path("fields"), findings),
                limit,
                after(body.path("after"), findings),
                body.hasNonNull("from") ? Optional.of(body.path("from")) : Optional.empty(),
                flag(body, "count", findings),
                flag(body, "trashed", findings),
                flag(body, "shared", findings));
    }

    /** What is no cursor must not read as none: it would list the first page for ever. */
    private static Optional<String> after(JsonNode node, List<Finding> findings) {
        if (!node.isTextual() && !node.isNull() && !node.isMissingNode()) {
            findings.add(Finding.error("request.type", "/after", Map.of("expected", "text")));
        }
        return Optional.ofNullable(node.textValue());
    }

    private static boolean flag(JsonNode body, String key, List<Finding> findings) {
        JsonNode flag = body.path(key);
        if (!flag.isBoolean() && !flag.isNull() && !flag.isMissingNode()) {
            findings.add(Finding.error("request.type", Pointer.child("", key), Map.of("expected", "boolean")));
        }
        return flag.asBoolean(false);
    }

    private static Optional<List<String>> fields(JsonNode node, List<Finding> findings) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>();
        if (!node.isArray()) {
            findings.add(Finding.error("query.fields", "/fields"));
        }
        for (int i = 0; i < node.size(); i++) {
            if (!node.path(i).isTextual()) {
                findings.add(Finding.error("request.type", Pointer.child("/fields", i), Map.of("expected", "text")));
            }
            fields.add(node.path(i).asText());
        }
        return Optional.of(List.copyOf(fields));
    }

    /** Everything, newest first. */
    public static RecordListRequest firstPage() {
        return parse(Json.NODES.objectNode(), new ArrayList<>());
    }
}
