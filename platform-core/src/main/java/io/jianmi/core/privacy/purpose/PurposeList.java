package io.jianmi.core.privacy.purpose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A tenant's purposes in the order in which people are offered them. Pure. */
record PurposeList(List<Purpose> items) {

    static final int MAX_PURPOSES = 100;

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_KEY = 40;
    private static final int MAX_TITLE = 80;

    PurposeList {
        items = List.copyOf(items);
    }

    /** Reads {@code {"items": [{"key", "title"}, ...]}}; everything wrong is reported at once. */
    static PurposeList read(JsonNode body, List<Finding> findings) {
        JsonNode sent = body.path("items");
        if (!sent.isArray() || sent.isEmpty() || sent.size() > MAX_PURPOSES) {
            findings.add(Finding.error("purpose.count", "/items"));
            return new PurposeList(List.of());
        }
        List<Purpose> items = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String at = "/items/" + i;
            String key = sent.get(i).path("key").asText();
            JsonNode title = sent.get(i).path("title");
            if (key.length() > MAX_KEY || !KEY.matcher(key).matches()) {
                findings.add(Finding.error("purpose.key", at + "/key"));
            } else if (!keys.add(key)) {
                findings.add(Finding.error("purpose.duplicate", at + "/key"));
            }
            if (!titled(title)) {
                findings.add(Finding.error("purpose.title", at + "/title"));
            }
            items.add(new Purpose(key, title));
        }
        return new PurposeList(items);
    }

    private static boolean titled(JsonNode title) {
        if (title.isTextual()) {
            return named(title);
        }
        return title.isObject()
                && !title.isEmpty()
                && title.properties().stream().allMatch(entry -> named(entry.getValue()));
    }

    private static boolean named(JsonNode text) {
        return text.isTextual()
                && !text.textValue().isBlank()
                && text.textValue().length() <= MAX_TITLE;
    }

    static PurposeList parse(String stored) {
        List<Purpose> items = new ArrayList<>();
        Json.parse(stored)
                .forEach(item -> items.add(new Purpose(item.path("key").asText(), item.path("title"))));
        return new PurposeList(items);
    }

    String text() {
        ArrayNode array = Json.NODES.arrayNode();
        items.forEach(item -> array.addObject().put("key", item.key()).set("title", item.title()));
        return Json.write(array);
    }
}
