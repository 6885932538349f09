package io.jianmi.form.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * One key of an order; empty values come last either way.
 *
 * @param pointer where it stands in the request
 */
public record Sort(String pointer, String field, boolean descending) {

    static final int MAX_KEYS = 4;

    /** {@code ["-createdAt", "level"]}; absent: newest first. */
    public static List<Sort> parse(JsonNode node, String pointer, List<Finding> findings) {
        if (node.isNull() || node.isMissingNode() || node.isEmpty() && node.isArray()) {
            return List.of(new Sort(pointer, "createdAt", true));
        }
        if (!node.isArray() || node.size() > MAX_KEYS) {
            findings.add(Finding.error("sort.malformed", pointer));
            return List.of();
        }
        List<Sort> keys = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            String at = Pointer.child(pointer, i);
            String text = node.get(i).asText("");
            if (!node.get(i).isTextual() || text.isEmpty() || "-".equals(text)) {
                findings.add(Finding.error("sort.malformed", at));
            } else {
                boolean descending = text.startsWith("-");
                keys.add(new Sort(at, descending ? text.substring(1) : text, descending));
            }
        }
        return keys;
    }
}
