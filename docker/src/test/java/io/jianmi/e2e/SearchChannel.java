package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Told;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The search over everything, asked for what a record holds. */
final class SearchChannel {

    /** Plain texts that say of which record they are: those of the matrix, numbers of all kinds; no dates. */
    private static final Pattern TELLING = Pattern.compile("[a-z]+[0-9]值[0-9]+|(?!\\d{4}-\\d{2}).*\\d{4}.*");

    private static final Pattern AMOUNT = Pattern.compile("-?\\d+\\.\\d+");

    private SearchChannel() {}

    /** By the value of each field: whether the record is among what comes. */
    static Map<String, Told> found(Api api, String who, Exhibit what) {
        Map<String, Told> told = new LinkedHashMap<>();
        what.values().forEach((field, value) -> {
            if (telling(value)) {
                Api.Result answer = search(api, who, what, value.asText());
                JsonNode item = item(answer, what);
                told.put(field, new Told(text(answer, item), Optional.empty(), "", !item.isMissingNode()));
            }
        });
        return told;
    }

    /** What is shown of a record that comes by one of its values, for every field of it. */
    static Map<String, Told> shown(Api api, String who, Exhibit what) {
        return what.values().entrySet().stream()
                .filter(entry -> telling(entry.getValue()) && !what.encrypted(entry.getKey()))
                .findFirst()
                .map(entry -> {
                    Api.Result answer = search(api, who, what, entry.getValue().asText());
                    String text = text(answer, item(answer, what));
                    return Channels.each(what, field -> new Told(text, Optional.empty(), "", true));
                })
                .orElse(Map.of());
    }

    private static boolean telling(JsonNode value) {
        String text = value.asText("");
        return value.isTextual()
                && text.length() >= 6
                && TELLING.matcher(text).matches()
                && !AMOUNT.matcher(text).matches();
    }

    private static Api.Result search(Api api, String who, Exhibit what, String text) {
        return api.post(
                who, api.site().tenantPath() + "/search", Map.of("text", text, "form", what.formKey(), "limit", 20));
    }

    private static JsonNode item(Api.Result answer, Exhibit what) {
        for (JsonNode item : answer.body().path("records")) {
            if (item.path("id").asText().equals(what.id())) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    /** Other records may be his to read. */
    private static String text(Api.Result answer, JsonNode item) {
        return answer.status() + " " + answer.headers().map() + " " + item;
    }
}
