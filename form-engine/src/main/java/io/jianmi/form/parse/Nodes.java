package io.jianmi.form.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lenient reading: what has the wrong JSON type reads as absent, since the schema has reported it. */
final class Nodes {

    private Nodes() {}

    static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    static String text(JsonNode object, String name, String otherwise) {
        String text = text(object, name);
        return text == null ? otherwise : text;
    }

    static boolean flag(JsonNode object, String name) {
        return object.path(name).isBoolean() && object.path(name).booleanValue();
    }

    static @Nullable Integer integer(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isIntegralNumber() && value.canConvertToInt() ? (Integer) value.intValue() : null;
    }

    /** The items of an array; none of anything else. */
    static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(items::add);
        }
        return items;
    }

    static List<String> texts(JsonNode object, String name) {
        List<String> texts = new ArrayList<>();
        items(object.path(name)).forEach(item -> {
            if (item.isTextual()) {
                texts.add(item.textValue());
            }
        });
        return texts;
    }

    static Set<String> set(JsonNode object, String name) {
        return new LinkedHashSet<>(texts(object, name));
    }

    static Map<String, String> textMap(JsonNode object, String name) {
        Map<String, String> map = new LinkedHashMap<>();
        object.path(name).properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                map.put(entry.getKey(), entry.getValue().textValue());
            }
        });
        return map;
    }
}
