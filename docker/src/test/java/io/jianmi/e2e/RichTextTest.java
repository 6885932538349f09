package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rich text over HTTP: one normal form in, the same out everywhere, and its words wherever a text is compared or named. */
@Tag("slow")
@ExtendWith(WithServer.class)
class RichTextTest {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%1$s", "title": "拜访", "fields": [
              {"key": "story", "type": "rich-text", "title": "经过", "maxLength": 200, "sensitivity": {"level": "internal"}},
              {"key": "opinion", "type": "rich-text", "title": "评价",
               "sensitivity": {"level": "personal", "kind": "opinion", "purposes": ["sales"]}},
              {"key": "length", "type": "formula", "of": "number", "title": "字数", "formula": "string length(story)"},
              {"key": "before", "type": "relation", "form": "%1$s", "title": "上次"},
              {"key": "steps", "type": "subform", "title": "步骤", "fields": [
                {"key": "text", "type": "rich-text", "title": "说明", "sensitivity": {"level": "internal"}}]}],
             "permissionGroups": [
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]},
               "actions": ["create", "read", "update", "import", "export"],
               "fields": {"*": "edit", "opinion": "edit"}},
              {"key": "finance", "title": "财务", "members": {"roles": ["finance"]}, "actions": ["read", "export"],
               "scope": "contains(story, \\"已 成交\\")", "fields": {"*": "read", "opinion": "masked"}}]}
            """;

    private final Api api;
    private String form = "";

    RichTextTest(RunningServer server) {
        api = new Api(Installation.site(server));
        new MatrixExhibits(api).publish();
    }

    @BeforeEach
    void newForm() {
        String key = "rich-" + Integer.toString(Installation.number(), 36);
        form = api.site().formPath(MatrixExhibits.APP, key);
        api.put("designer", form + "/draft", DEFINITION.formatted(key)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    @Test
    void whatIsKeptIsTheNormalFormInEveryChannel() {
        String kept = "<h2>已 <em>成交</em></h2><p>a &lt; b</p>";
        JsonNode made = create(Map.of(
                "story",
                "<h2 class=x id=y>已 <i>成交</i></h2><div>a &lt; b</div><!-- x -->",
                "steps",
                List.of(Map.of("text", "先<b>电话</b>"))));
        String id = made.path("id").asText();

        JsonNode data = read("sam", id).path("data");
        assertThat(data.path("story").asText()).isEqualTo(kept);
        assertThat(data.path("length").asText()).isEqualTo("10");
        assertThat(data.at("/steps/0/text").asText()).isEqualTo("<p>先<strong>电话</strong></p>");
        change(id, Map.of("story", kept));
        assertThat(read("sam", id).at("/data/story").asText())
                .as("read back as it was sent out")
                .isEqualTo(kept);

        JsonNode next = create(Map.of("before", id));
        assertThat(read("sam", next.path("id").asText())
                        .at("/data/before/title")
                        .asText())
                .isEqualTo("已 成交 a < b");
    }

    @Test
    void whatCouldRunIsRefusedWhereItStands() {
        Api.Result refused = api.post(
                "sam",
                form + "/records",
                Map.of(
                        "data",
                        Map.of(
                                "story",
                                "<a href=\"javascript:steal()\">a</a><img src=x onerror=steal()>",
                                "steps",
                                List.of(Map.of("text", "<table><tr><td>b</td></tr></table>")))));

        assertThat(refused.status()).isEqualTo(422);
        List<String> errors = new ArrayList<>();
        refused.body()
                .path("errors")
                .forEach(error -> errors.add(error.path("code").asText() + " "
                        + error.path("pointer").asText()));
        assertThat(errors).contains("field.html-forbidden /data/story", "field.html-unsupported /data/steps/0/text");
        assertThat(refused.text()).doesNotContain("steal");
    }

    @Test
    void wordsAreFoundAcrossTheirMarkupAndMarkupIsNone() {
        String id = create(Map.of("story", "<p>已 <strong>成</strong>交，预算 &lt; 五万</p>"))
                .path("id")
                .asText();

        assertThat(found("sam", "contains", "已 成交")).containsExactly(id);
        assertThat(found("sam", "contains", "< 五万")).containsExactly(id);
        assertThat(found("sam", "contains", "strong")).isEmpty();
        assertThat(found("sam", "contains", "lt;")).isEmpty();
        assertThat(found("sam", "isNotEmpty", "")).containsExactly(id);
        assertThat(found("fay", "contains", "预算")).as("a scope reads the words").containsExactly(id);
        Api.Result equal = api.post("sam", form + "/records/query", filter("story", "eq", "<p>a</p>"));
        assertThat(equal.body().at("/errors/0/code").asText()).isEqualTo("filter.operator");
    }

    @Test
    void aMaskKnowsNoTagsAndNoWords() {
        String id = create(Map.of("story", "已 成交", "opinion", "<p><strong>难缠</strong></p>"))
                .path("id")
                .asText();

        String seen = api.get("fay", form + "/records/" + id).orFail("reading").text();
        assertThat(seen).doesNotContain("难缠", "strong").contains("\"masked\":\"******\"");
        assertThat(api.get("fay", form + "/records/" + id + "/history").text()).doesNotContain("难缠");
        Api.Result asked = api.post("fay", form + "/records/query", filter("opinion", "contains", "难"));
        assertThat(asked.body().at("/errors/0/code").asText()).isEqualTo("field.not-usable");
    }

    @Test
    void whatIsExportedIsReadBackAsItWas() {
        ExchangeForm exchange = new ExchangeForm(api, form);
        String kept = "<h1>=1+1</h1><ol start=\"3\"><li><p>“a”, <code>b;c</code></p></li></ol>";
        create(Map.of("story", kept));
        String file = exchange.exported("sam", Map.of("format", "csv", "fields", List.of("story")));
        String rows =
                file.lines().limit(2).reduce((head, row) -> head + "\n" + row).orElseThrow();

        exchange.imported("sam", rows + "\n", "{}", false);
        List<String> stories = new ArrayList<>();
        api.post("sam", form + "/records/query", Map.of())
                .orFail("listing")
                .body()
                .path("items")
                .forEach(item -> stories.add(item.at("/data/story").asText()));
        assertThat(stories).containsExactly(kept, kept);
    }

    private JsonNode create(Map<String, Object> data) {
        return api.post("sam", form + "/records", Map.of("data", data))
                .orFail("creating")
                .body();
    }

    private JsonNode read(String who, String id) {
        return api.get(who, form + "/records/" + id).orFail("reading").body();
    }

    private void change(String id, Map<String, Object> data) {
        api.patch("sam", form + "/records/" + id, Map.of("data", data), "If-Match", "\"1\"")
                .orFail("changing");
    }

    private List<String> found(String who, String operator, String value) {
        List<String> ids = new ArrayList<>();
        api.post(who, form + "/records/query", filter("story", operator, value))
                .orFail("asking")
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static Map<String, Object> filter(String field, String operator, String value) {
        return Map.of("filter", Map.of("field", field, "op", operator, "value", value));
    }
}
