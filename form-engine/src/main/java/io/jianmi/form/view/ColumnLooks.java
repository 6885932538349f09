package io.jianmi.form.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the columns of a table are shown. What is said of a field that is no column is not kept, so that nothing here names a field that
 * {@code fields} does not name.
 *
 * @param pinned columns that stay in sight while the table is scrolled sideways
 * @param widths of columns that somebody has drawn wider or narrower, in CSS pixels
 */
record ColumnLooks(List<String> pinned, Map<String, Integer> widths) {

    static final ColumnLooks PLAIN = new ColumnLooks(List.of(), Map.of());

    /** Narrowest and widest column, in CSS pixels. */
    private static final int MIN_WIDTH = 60;

    private static final int MAX_WIDTH = 1_200;

    ColumnLooks {
        pinned = List.copyOf(pinned);
        widths = Collections.unmodifiableMap(new LinkedHashMap<>(widths));
    }

    static Map<String, Integer> widths(JsonNode node, List<Finding> findings) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        if (node.isMissingNode() || node.isNull()) {
            return widths;
        }
        if (!node.isObject() || node.size() > ViewContent.MAX_FIELDS) {
            findings.add(Finding.error(
                    "request.type", "/widths", Map.of("expected", "object", "maximum", ViewContent.MAX_FIELDS)));
            return widths;
        }
        node.properties().forEach(entry -> {
            int width = entry.getValue().isInt() ? entry.getValue().intValue() : 0;
            if (width < MIN_WIDTH || width > MAX_WIDTH) {
                findings.add(Finding.error(
                        "view.width",
                        Pointer.child("/widths", entry.getKey()),
                        Map.of("minimum", MIN_WIDTH, "maximum", MAX_WIDTH)));
            } else {
                widths.put(entry.getKey(), width);
            }
        });
        return widths;
    }

    /** Of these columns alone. */
    ColumnLooks of(Collection<String> columns) {
        Map<String, Integer> kept = new LinkedHashMap<>(widths);
        kept.keySet().retainAll(columns);
        return new ColumnLooks(pinned.stream().filter(columns::contains).toList(), kept);
    }

    void addTo(ObjectNode document) {
        pinned.forEach(document.putArray("pinned")::add);
        widths.forEach(document.putObject("widths")::put);
    }
}
