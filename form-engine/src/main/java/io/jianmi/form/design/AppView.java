package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;

/** An app as clients see it. */
public record AppView(String key, JsonNode title) {

    static AppView of(AppRow row) {
        return new AppView(row.key.key(), Json.parse(row.title));
    }
}
