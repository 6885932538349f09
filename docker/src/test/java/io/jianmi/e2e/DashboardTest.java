package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dashboards: figures of what each reader may read, and nothing of what he may not. */
@Tag("slow")
@ExtendWith(WithServer.class)
class DashboardTest {

    private final Api api;
    private final DashboardForm form;

    DashboardTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new DashboardForm(api);
    }

    @Test
    void everyReaderIsToldOfHisOwnRowsAndFields() {
        form.create("sam", 2, "won", "10.00");
        form.create("sue", 1, "won", "5.50");
        form.create("sue", 3, "new", "1.00");
        form.publish(
                form.widget("all", "number", DashboardForm.sum("amount")),
                form.widget("stages", "pie", DashboardForm.by("stage")),
                form.widget("margin", "number", DashboardForm.sum("margin")),
                form.widget("months", "line", DashboardForm.by("due", "month")),
                form.widget("places", "map", DashboardForm.by("place", "province")),
                form.widget("rows", "table", Map.of("columns", List.of("name", "stage", "place"), "limit", 5)));

        JsonNode sam = form.figures("sam");
        JsonNode mia = form.figures("mia");

        assertThat(DashboardForm.groups(sam.path("all"))).containsExactly("[] [\"20.00\"]");
        assertThat(DashboardForm.groups(sam.path("stages"))).containsExactly("[\"won\"] [2]");
        assertThat(DashboardForm.groups(sam.path("places"))).containsExactly("[\"440000\"] [2]");
        assertThat(sam.path("rows").path("records")).hasSize(2);
        assertThat(DashboardForm.groups(mia.path("all"))).containsExactly("[] [\"28.50\"]");
        assertThat(DashboardForm.groups(mia.path("stages"))).containsExactly("[\"won\"] [3]", "[\"new\"] [3]");
        assertThat(DashboardForm.groups(mia.path("months")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("[\"2026-01-01\"]");
        assertThat(mia.at("/margin/withheld/code").asText()).isEqualTo("field.not-usable");
        assertThat(mia.has("places")).as("a hidden field").isFalse();
        assertThat(mia.path("rows").path("more").asBoolean()).isTrue();
        assertThat(mia.at("/rows/records/0/data").has("place")).isFalse();
        assertThat(api.get("mia", form.dashboard()).orFail("the definition").text())
                .contains("\"margin\"")
                .doesNotContain("place");
        for (String path :
                List.of(form.dashboard(), form.dashboard() + "/versions", form.dashboard() + "/versions/1")) {
            assertThat(api.get("nora", path).code()).as(path).isEqualTo("request.not-found");
        }
        assertThat(api.post("nora", form.dashboard() + "/data", "{}").code()).isEqualTo("request.not-found");
        assertThat(keys("nora")).doesNotContain(form.key());
        assertThat(keys("sam")).contains(form.key());
    }

    @Test
    void aGroupThatIsPickedNarrowsTheOtherWidgets() {
        form.create("sam", 2, "won", "10.00");
        form.create("sam", 1, "new", "1.00");
        form.publish(
                form.widget("all", "number", DashboardForm.sum("amount")),
                form.widget("stages", "pie", DashboardForm.by("stage")),
                form.widget("days", "bar", DashboardForm.by("createdAt", "day")));

        JsonNode all = form.figures("sam");
        JsonNode won = form.figures("sam", Map.of("widget", "stages", "key", "won"));
        String day = all.at("/days/groups/0/keys/0").asText();
        JsonNode today = form.figures("sam", Map.of("widget", "days", "key", day));

        assertThat(DashboardForm.groups(won.path("all"))).containsExactly("[] [\"20.00\"]");
        assertThat(won.path("stages"))
                .as("the widget itself keeps all its groups")
                .isEqualTo(all.path("stages"));
        assertThat(today.path("all")).isEqualTo(all.path("all"));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("widget", "none", "key", "won"),
                Map.of("widget", "all", "key", "won"),
                Map.of("widget", "stages", "dimension", 1, "key", "won"),
                Map.of("widget", "days", "key", "whenever"))) {
            Api.Result refused = api.post("sam", form.dashboard() + "/data", Map.of("picks", List.of(wrong)));
            assertThat(BatchForm.findings(refused)).containsExactly("/picks/0 dashboard.unknown-group");
        }
    }

    /** A record counts in each of its choices; a record over there is called what the reader may call it, as in lists. */
    @Test
    void recordsAreGroupedByTheirChoicesAndByWhatTheyReferTo() {
        String origin = form.create("sue", Map.of("name", "王源头客户", "tags", List.of("big")));
        String hers = form.create("sue", Map.of("name", "李雷", "origin", origin, "tags", List.of("big", "old")));
        String owner =
                api.get("sam", "/api/v1/me").orFail("me").body().path("id").asText();
        form.create("admin", Map.of("name", "韩梅", "origin", origin, "others", List.of(origin, hers), "owner", owner));
        form.publish(
                form.widget("tags", "bar", DashboardForm.by("tags")),
                form.widget("origins", "pie", DashboardForm.by("origin")),
                form.widget("others", "table", DashboardForm.by("others")));

        JsonNode mia = form.figures("mia");
        JsonNode sam = form.figures("sam");
        JsonNode picked = form.figures("mia", Map.of("widget", "origins", "key", origin));

        String named = "[{\"id\":\"" + origin + "\",\"name\":\"王源头客户\"}]";
        assertThat(DashboardForm.groups(mia.path("tags")))
                .containsExactly("[\"big\"] [2]", "[\"old\"] [1]", "[null] [1]");
        assertThat(DashboardForm.groups(mia.path("origins"))).containsExactly(named + " [2]", "[null] [1]");
        assertThat(DashboardForm.groups(mia.path("others"))).hasSize(3).contains(named + " [1]");
        assertThat(DashboardForm.groups(sam.path("origins")))
                .as("over there it is out of his sight")
                .containsExactly("[{\"id\":\"" + origin + "\"}] [1]");
        assertThat(DashboardForm.groups(picked.path("tags")))
                .containsExactlyInAnyOrder("[\"big\"] [1]", "[\"old\"] [1]", "[null] [1]");
        assertThat(BatchForm.findings(api.post(
                        "mia",
                        form.dashboard() + "/data",
                        Map.of("picks", List.of(Map.of("widget", "origins", "key", "王源头客户"))))))
                .containsExactly("/picks/0 dashboard.unknown-group");
    }

    /** Five people are enough; of fewer, and of what could be told from a total, nothing is said; nobody slices to one. */
    @Test
    void whoSeesStatisticsOnlyIsToldOfNoSmallGroup() {
        form.create("sam", 7, "won", "10.00");
        form.create("sam", 6, "new", "10.00");
        form.create("sue", 2, "lost", "10.00");
        form.publish(
                form.widget("all", "number", Map.of()),
                form.widget("stages", "pie", DashboardForm.by("stage")),
                form.widget(
                        "most", "number", Map.of("measures", List.of(Map.of("aggregate", "max", "field", "amount")))),
                form.widget("rows", "table", Map.of("columns", List.of("stage"))));

        JsonNode fay = form.figures("fay");
        JsonNode sliced = form.figures("fay", Map.of("widget", "stages", "key", "won"));

        assertThat(DashboardForm.groups(fay.path("all"))).containsExactly("[] [15]");
        assertThat(DashboardForm.groups(fay.path("stages"))).containsExactly("[\"won\"] [7]");
        assertThat(fay.at("/stages/few").asBoolean()).isTrue();
        assertThat(fay.at("/stages/narrows").asBoolean()).isFalse();
        assertThat(fay.at("/most/withheld/code").asText()).isEqualTo("dashboard.single-values");
        assertThat(fay.at("/rows/records")).isEmpty();
        assertThat(sliced.at("/all/withheld/code").asText()).isEqualTo("dashboard.statistics-only");
        assertThat(api.post("fay", form.form() + "/records/query", "{}").body().path("items"))
                .isEmpty();
        assertThat(DashboardForm.groups(form.figures("sue").path("stages"))).containsExactly("[\"lost\"] [2]");
    }

    @Test
    void aDraftIsCheckedPublishedAndNeverOverwrittenUnread() {
        Map<String, Object> wrong = form.document(form.widget("names", "pie", DashboardForm.by("name")));
        Api.Result saved =
                api.put("designer", form.dashboard() + "/draft", wrong).orFail("drafting");
        Api.Result dry = api.post("designer", form.dashboard() + "/publish?dryRun=true", "{}")
                .orFail("checking");
        Api.Result refused = api.post("designer", form.dashboard() + "/publish", "{}");
        String right = Json.write(Json.MAPPER.valueToTree(form.document(form.widget("all", "number", Map.of()))));
        Api.Result again = put(right, "\"1\"");
        Api.Result lost = put(right, "\"1\"");

        assertThat(saved.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(dry.body().at("/findings/0/code").asText()).isEqualTo("dashboard.protected-field");
        assertThat(dry.body().at("/findings/0/severity").asText()).isEqualTo("error");
        assertThat(refused.code()).isEqualTo("dashboard.definition-invalid");
        assertThat(BatchForm.findings(refused)).containsExactly("/widgets/0/groupBy/0/field dashboard.protected-field");
        assertThat(api.get("designer", form.dashboard()).code()).isEqualTo("request.not-found");
        assertThat(again.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(lost.code()).isEqualTo("dashboard.stale-draft");
        assertThat(api.post("designer", form.dashboard() + "/publish", "{}")
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        Api.Result preview = api.post("designer", form.dashboard() + "/preview", Map.of("definition", wrong));
        assertThat(preview.body().at("/widgets/names/withheld/code").asText()).isEqualTo("dashboard.protected-field");
        for (Api.Result each : List.of(
                api.get("sam", form.dashboard() + "/draft"),
                api.put("sam", form.dashboard() + "/draft", wrong),
                api.post("sam", form.dashboard() + "/publish", "{}"),
                api.post("sam", form.dashboard() + "/preview", Map.of("definition", wrong)))) {
            assertThat(each.code()).isEqualTo("identity.forbidden");
        }
    }

    private Api.Result put(String document, String ifMatch) {
        return api.send("PUT", "designer", form.dashboard() + "/draft", document, "If-Match", ifMatch);
    }

    private List<String> keys(String member) {
        List<String> keys = new ArrayList<>();
        api.get(member, form.list())
                .orFail("listing")
                .body()
                .path("items")
                .forEach(item -> keys.add(item.path("key").asText()));
        return keys;
    }
}
