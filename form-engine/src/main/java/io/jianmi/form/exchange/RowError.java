package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row of the file.
 *
 * @param field key of the field, null when the row as a whole is meant
 * @param params limits and keys, never a value
 */
record RowError(int line, @Nullable String field, String code, Map<String, Object> params) {

    RowError {
        params = Map.copyOf(params);
    }

    static RowError of(int line, @Nullable String field, String code) {
        return new RowError(line, field, code, Map.of());
    }

    /**
     * Of a finding about a record's data.
     *
     * @param prefix the pointer of the data, such as {@code /records/3/data}
     */
    static RowError found(int line, Finding finding, String prefix) {
        String below =
                finding.pointer().startsWith(prefix + "/") ? finding.pointer().substring(prefix.length() + 1) : "";
        String field = below.isEmpty() ? null : below.split("/", 2)[0];
        return new RowError(line, field, finding.code(), finding.params());
    }

    static RowError stored(int line, @Nullable String field, String code, String params) {
        Map<String, Object> read = new HashMap<>();
        Json.parse(params)
                .properties()
                .forEach(entry -> read.put(entry.getKey(), Json.MAPPER.convertValue(entry.getValue(), Object.class)));
        return new RowError(line, field, code, read);
    }

    ObjectNode json() {
        return Json.NODES
                .objectNode()
                .put("line", line)
                .put("field", field)
                .put("code", code)
                .put("params", Json.write(params));
    }
}
