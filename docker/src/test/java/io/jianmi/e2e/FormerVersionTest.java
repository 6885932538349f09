package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A record is read with the version it was captured in, as far as today's groups let its reader. */
@Tag("slow")
@ExtendWith(WithServer.class)
class FormerVersionTest {

    private static final String FIRST = """
            {"kind": "form", "key": "%s", "title": "工单", "fields": [
              {"key": "name", "type": "text", "title": "旧名称", "sensitivity": {"level": "internal"}},
              {"key": "kind", "type": "choice", "title": "类别",
               "options": [{"value": "a", "title": "甲类"}, {"value": "b", "title": "乙类"}]},
              {"key": "margin", "type": "number", "scale": 2, "title": "毛利"},
              {"key": "gone", "type": "text", "title": "后来删除", "sensitivity": {"level": "internal"}},
              {"key": "never", "type": "text", "title": "从未给销售看", "sensitivity": {"level": "internal"}}],
             "rules": [{"when": "margin > 1", "require": ["gone"]}],
             "permissionGroups": [{"key": "sales", "title": "销售", "members": {"roles": ["sales"]},
               "actions": ["create", "read", "update", "delete"], "fields": {"*": "edit", "never": "hidden"}}]}
            """;

    private static final String SECOND = """
            {"kind": "form", "key": "%s", "title": "工单", "fields": [
              {"key": "name", "type": "text", "title": "新名称", "sensitivity": {"level": "internal"}},
              {"key": "kind", "type": "choice", "title": "类别", "options": [{"value": "b", "title": "乙类"}]},
              {"key": "margin", "type": "number", "scale": 2, "title": "毛利"}],
             "permissionGroups": [{"key": "sales", "title": "销售", "members": {"roles": ["sales"]},
               "actions": ["create", "read"], "fields": {"*": "edit", "margin": "hidden"}},
              {"key": "finance", "title": "财务", "members": {"roles": ["finance"]}, "actions": ["read"],
               "fields": {"name": "hidden", "*": "read"}}]}
            """;

    private final Api api;
    private String form = "";
    private String id = "";

    FormerVersionTest(RunningServer server) {
        api = new Api(Installation.site(server));
        new MatrixExhibits(api).publish();
    }

    @BeforeEach
    void aRecordOfTheFirstVersion() {
        String key = "former-" + Integer.toString(Installation.number(), 36);
        form = api.site().formPath(MatrixExhibits.APP, key);
        publish(FIRST.formatted(key));
        Map<String, Object> data = Map.of("name", "一号", "kind", "a", "margin", "3.00", "gone", "旧话");
        id = api.post("sam", form + "/records", Map.of("data", data))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
        publish(SECOND.formatted(key));
    }

    @Test
    void itIsToldWithTheTitlesOptionsAndFieldsThatItHad() {
        JsonNode record =
                api.get("sam", form + "/records/" + id).orFail("reading").body();
        assertThat(record.path("formVersion").asInt()).isEqualTo(1);
        assertThat(record.at("/data/kind").asText()).isEqualTo("a");

        JsonNode former = former("sam");

        assertThat(former.path("version").asInt()).isEqualTo(1);
        assertThat(former.path("fields").findValuesAsText("key")).containsExactly("name", "kind", "gone");
        assertThat(former.at("/fields/0/title").asText()).isEqualTo("旧名称");
        assertThat(former.at("/fields/1/options").findValuesAsText("title")).containsExactly("甲类", "乙类");
    }

    /** Else an old definition would tell of fields that do not exist for this reader any more. */
    @Test
    void whatTodaysGroupsHideIsHiddenInEveryVersion() {
        String former = former("sam").toString();

        assertThat(former).doesNotContain("margin", "毛利", "never", "从未给销售看", "permissionGroups");
        assertThat(former("sam").path("rules")).isEmpty();
        assertThat(former("sam").path("actions").toString()).isEqualTo("[\"create\",\"read\"]");
        assertThat(former("designer").path("fields").findValuesAsText("key"))
                .containsExactly("name", "kind", "margin", "gone", "never");
    }

    /** Of what was removed before he came nobody gave him sight. */
    @Test
    void whoCameLaterIsToldOfWhatHeMayReadNow() {
        assertThat(former("fay").path("fields").findValuesAsText("key")).containsExactly("kind", "margin");
    }

    @Test
    void whoSeesNothingOfTheFormHearsOfNoVersion() {
        for (String version : new String[] {"1", "2", "9"}) {
            assertThat(api.get("rick", form + "/versions/" + version).code()).isEqualTo("request.not-found");
        }
        assertThat(api.get("sam", form + "/versions/9").code()).isEqualTo("request.not-found");
    }

    private JsonNode former(String who) {
        return api.get(who, form + "/versions/1").orFail("reading a version").body();
    }

    private void publish(String definition) {
        api.put("designer", form + "/draft", definition).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }
}
