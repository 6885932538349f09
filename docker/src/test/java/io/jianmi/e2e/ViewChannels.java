package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saved views as channels. */
final class ViewChannels {

    /** Named as no field is. */
    private static final String ALL = "所有列";

    private ViewChannels() {}

    /** Whether some view that he is told of names the field, when somebody who knows all of them has shared views on each. */
    static Map<String, Told> told(Api api, String who, Exhibit what) {
        share(api, what);
        Api.Result answer = api.get(who, what.form() + "/views");
        return Channels.each(
                what,
                field -> new Told(
                        Told.text(answer),
                        Optional.empty(),
                        answer.ok() ? "" : answer.code(),
                        answer.ok() && answer.text().matches("(?s).*\\b" + field + "\\b.*")));
    }

    /** Once per form: all as columns, and each as condition, order and layout, as far as views can have it so. */
    private static void share(Api api, Exhibit what) {
        String views = what.form() + "/views";
        for (JsonNode view : api.get("admin", views).orFail("the views").body().path("items")) {
            if (view.path("title").asText().equals(ALL)) {
                return;
            }
        }
        List<String> fields = List.copyOf(what.values().keySet());
        int kept = 0;
        for (String field : fields) {
            for (Map<String, Object> asking : asking(field)) {
                Map<String, Object> view = new LinkedHashMap<>(Map.of("title", "视图", "kind", "table", "shared", true));
                view.putAll(asking);
                kept += api.post("admin", views, view).ok() ? 1 : 0;
            }
        }
        api.post("admin", views, Map.of("title", ALL, "kind", "table", "fields", fields, "shared", true))
                .orFail("sharing a view of all");
        if (kept == 0 && fields.stream().anyMatch(field -> !what.untyped().contains(field))) {
            throw new AssertionError("no field can be asked for");
        }
    }

    private static List<Map<String, Object>> asking(String field) {
        Map<String, Object> filled = Map.of("field", field, "op", "isNotEmpty");
        List<Map<String, Object>> asking = new ArrayList<>();
        asking.add(Map.of("filter", filled));
        asking.add(Map.of("filter", Map.of("not", Map.of("or", List.of(filled)))));
        asking.add(Map.of("sort", List.of("-" + field)));
        asking.add(Map.of("kind", "kanban", "groupBy", field));
        asking.add(Map.of("kind", "calendar", "date", field));
        return asking;
    }

    /** Beside an order by what is none, so that nothing is kept whatever is allowed. */
    static Map<String, Told> saved(Api api, String who, Exhibit what) {
        return Channels.oneByOne(what, who, field -> {
            Api.Result answer = api.post(
                    who,
                    what.form() + "/views",
                    Map.of(
                            "title",
                            "视图",
                            "kind",
                            "table",
                            "filter",
                            Map.of("field", field, "op", "isNotEmpty"),
                            "sort",
                            List.of("noSuchField")));
            Map<String, String> codes = new HashMap<>();
            answer.body()
                    .path("errors")
                    .forEach(error -> codes.putIfAbsent(
                            error.path("pointer").asText(), error.path("code").asText()));
            String code =
                    answer.code().equals("view.invalid") ? codes.getOrDefault("/filter/field", "") : answer.code();
            return new Told(Told.text(answer), Optional.empty(), code, answer.ok());
        });
    }
}
