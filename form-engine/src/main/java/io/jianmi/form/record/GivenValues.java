package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.Report;
import io.jianmi.form.record.AutomationRecords.Given;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a workflow has computed, as records hold it: held against the tag and the type of each field. Pure. */
final class GivenValues {

    private GivenValues() {}

    /** Values in stored form by field key. */
    static Map<String, JsonNode> stored(
            CompiledForm form, Map<String, Given> values, String pointer, List<Finding> findings) {
        Map<String, JsonNode> stored = new LinkedHashMap<>();
        values.forEach((key, given) -> {
            String place = Pointer.child(pointer, key);
            Optional<CompiledField> field = form.field(key);
            if (field.isEmpty()) {
                findings.add(Finding.error("field.unknown", place));
            } else if (!field.get().typed()) {
                findings.add(Finding.error("field.computed", place));
            } else if (field.get().level().compareTo(given.level()) < 0) {
                findings.add(Finding.error("field.tag-too-low", place));
            } else {
                stored(field.get(), given, place, findings).ifPresent(value -> stored.put(key, value));
            }
        });
        return stored;
    }

    private static Optional<JsonNode> stored(CompiledField field, Given given, String place, List<Finding> findings) {
        Object value = given.value();
        if (value == null) {
            return Optional.of(Json.NODES.nullNode());
        }
        if (field.type().capability(Computable.class).isEmpty()) {
            return field.read(sent(value), new Report(place, findings));
        }
        Optional<JsonNode> computed = field.type().fromResult(value);
        if (computed.isEmpty()) {
            findings.add(Finding.error("field.type", place));
        }
        return computed;
    }

    /** A result as somebody would send it. */
    private static JsonNode sent(Object value) {
        if (value instanceof Collection<?> list) {
            ArrayNode array = Json.NODES.arrayNode();
            list.forEach(item -> array.add(item == null ? Json.NODES.nullNode() : sent(item)));
            return array;
        }
        if (value instanceof Boolean flag) {
            return Json.NODES.booleanNode(flag);
        }
        return Json.NODES.textNode(value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
    }
}
