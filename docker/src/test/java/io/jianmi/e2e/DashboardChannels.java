package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dashboard about one record: a widget that groups by each field that can be grouped by, and one that lists the record. */
final class DashboardChannels {

    private static final String ROWS = "rows";

    private DashboardChannels() {}

    /** Whether a group of the field's value is told. */
    static Map<String, Told> grouped(Api api, String who, Exhibit what) {
        if (what.trashed()) {
            return Map.of();
        }
        List<String> fields = publish(api, what);
        Api.Result answer = data(api, who, what);
        Map<String, Told> told = new LinkedHashMap<>();
        for (String field : fields) {
            JsonNode widget = answer.body().path("widgets").path(widgetOf(field));
            String code = !answer.ok()
                    ? answer.code()
                    : widget.isMissingNode()
                            ? "field.unknown"
                            : widget.at("/withheld/code").asText();
            boolean found = widget.at("/groups/0/keys/0").isTextual()
                    || widget.at("/groups/0/keys/0").has("id");
            told.put(field, new Told(Told.text(answer), Optional.empty(), code, found));
        }
        return told;
    }

    /** The record as the widget that lists it shows it. */
    static Map<String, Told> listed(Api api, String who, Exhibit what) {
        if (what.trashed()) {
            return Map.of();
        }
        publish(api, what);
        Api.Result answer = data(api, who, what);
        JsonNode shown = answer.body().path("widgets").path(ROWS).at("/records/0/data");
        return Channels.each(what, field -> Told.of(answer, shown.path(field)));
    }

    private static Api.Result data(Api api, String who, Exhibit what) {
        return api.post(who, dashboard(what) + "/data", "{}");
    }

    /** Once per record: what cannot be published is left out. */
    private static List<String> publish(Api api, Exhibit what) {
        Api.Result there = api.get("designer", dashboard(what));
        if (!there.ok()) {
            List<String> fields = new ArrayList<>(what.values().keySet());
            save(api, what, fields);
            Api.Result dry = api.post("designer", dashboard(what) + "/publish?dryRun=true", "{}")
                    .orFail("checking");
            List<String> refused = new ArrayList<>();
            dry.body().path("findings").forEach(finding -> {
                String place = finding.path("pointer").asText();
                refused.add(fields.get(Integer.parseInt(place.split("/")[2]) - 1));
            });
            fields.removeAll(refused);
            save(api, what, fields);
            api.post("designer", dashboard(what) + "/publish", "{}").orFail("publishing");
            there = api.get("designer", dashboard(what)).orFail("reading");
        }
        List<String> grouped = new ArrayList<>();
        there.body()
                .at("/definition/widgets")
                .forEach(widget -> Optional.of(widget.at("/groupBy/0/field").asText())
                        .filter(field -> !field.isEmpty())
                        .ifPresent(grouped::add));
        return grouped;
    }

    private static void save(Api api, Exhibit what, List<String> fields) {
        List<Object> widgets = new ArrayList<>();
        widgets.add(widget(what, ROWS, Map.of("columns", columns(what))));
        fields.forEach(field ->
                widgets.add(widget(what, widgetOf(field), Map.of("groupBy", List.of(Map.of("field", field))))));
        api.put(
                        "designer",
                        dashboard(what) + "/draft",
                        Map.of("kind", "dashboard", "key", key(what), "title", "看板", "widgets", widgets))
                .orFail("drafting");
    }

    private static List<String> columns(Exhibit what) {
        return List.copyOf(what.values().keySet());
    }

    private static Map<String, Object> widget(Exhibit what, String key, Map<String, Object> more) {
        Map<String, Object> widget = new LinkedHashMap<>(Map.of(
                "key",
                key,
                "kind",
                "table",
                "title",
                "项",
                "form",
                what.formKey(),
                "filter",
                Channels.is(what),
                "at",
                Map.of("x", 0, "y", 0, "w", 6, "h", 4)));
        widget.putAll(more);
        return widget;
    }

    private static String widgetOf(String field) {
        return "by-" + field.toLowerCase(java.util.Locale.ROOT);
    }

    private static String key(Exhibit what) {
        return "of-" + what.id().substring(24);
    }

    private static String dashboard(Exhibit what) {
        return what.form().replaceFirst("/forms/.*", "/dashboards/") + key(what);
    }
}
