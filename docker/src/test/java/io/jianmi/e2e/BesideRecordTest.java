package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands beside a record: the lists of other forms that point at it, and who looked at it. */
@Tag("slow")
@ExtendWith(WithServer.class)
class BesideRecordTest {

    private final Api api;
    private final String key = "beside-" + Integer.toString(Installation.number(), 36);
    private final String form;

    BesideRecordTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        api.put("designer", form + "/draft", definition()).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    @Test
    void aListIsToldToWhomTheQueryAnswersItsFilter() {
        String parent = create("admin", Map.of("title", "上级"));
        String child =
                create("admin", Map.of("title", "下级", "parent", parent, "secret", parent, "peers", List.of(parent)));

        assertThat(told("admin")).containsExactly("parent true", "peers true", "secret true");
        assertThat(told("sam")).containsExactly("parent false", "peers false");
        assertThat(api.get("nora", form + "/related").status()).isEqualTo(404);
        assertThat(found("sam", Map.of("field", "parent", "op", "eq", "value", parent)))
                .containsExactly(child);
        assertThat(found("sam", Map.of("field", "peers", "op", "in", "value", List.of(parent))))
                .containsExactly(child);
        assertThat(query("sam", Map.of("field", "secret", "op", "eq", "value", parent))
                        .text())
                .contains("field.unknown");
    }

    @Test
    void whoManagesTheRecordIsToldWhoLookedAndNobodyElse() {
        String id = create("admin", Map.of("title", "档案", "phone", "13900001234"));
        api.get("sam", record(id)).orFail("reading");
        api.get("sam", record(id) + "/history").orFail("reading its history");

        List<String> looks = new ArrayList<>();
        for (int tries = 0; tries < 20 && !looks.contains("Sam Shen record.history"); tries++) {
            Installation.pause(250);
            looks.clear();
            looks("admin", id, "")
                    .path("items")
                    .forEach(look -> looks.add(look.at("/who/name").asText() + " "
                            + look.path("action").asText()));
        }

        // Who made the record was shown it, before.
        assertThat(looks).startsWith("Sam Shen record.history", "Sam Shen record.read");
        assertThat(looks.subList(2, looks.size())).allMatch("Ada Min record.read"::equals);
        JsonNode first = looks("admin", id, "?limit=1");
        assertThat(first.path("items")).hasSize(1);
        assertThat(looks("admin", id, "?limit=1&after=" + first.path("next").asText())
                        .at("/items/0/action")
                        .asText())
                .isEqualTo("record.read");
        assertThat(api.get("sam", record(id) + "/looks").code()).isEqualTo("record.action-refused");
        assertThat(api.get("nora", record(id) + "/looks").status()).isEqualTo(404);
        assertThat(api.get("admin", record(HiddenOrMissingTest.MISSING) + "/looks")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theHistoryNamesPeopleAndDepartmentsAsThePageDoes() {
        JsonNode sam = api.get("sam", "/api/v1/me").orFail("who sam is").body();
        String id = create("admin", Map.of("title", "换人"));
        Map<String, Object> data = Map.of(
                "owner",
                sam.path("id").asText(),
                "department",
                sam.at("/tenants/0/departments/0/id").asText());

        JsonNode page = api.patch("admin", record(id), Map.of("data", data), "If-Match", "\"1\"")
                .orFail("changing both")
                .body()
                .path("data");
        JsonNode changes = api.get("admin", record(id) + "/history")
                .orFail("its history")
                .body()
                .at("/items/0/changes");

        assertThat(page.at("/owner/name").asText()).isEqualTo("Sam Shen");
        assertThat(changes.findValues("to")).containsExactlyInAnyOrder(page.path("owner"), page.path("department"));
    }

    private JsonNode looks(String who, String id, String search) {
        return api.get(who, record(id) + "/looks" + search).orFail("who looked").body();
    }

    private List<String> told(String who) {
        List<String> lists = new ArrayList<>();
        api.get(who, form + "/related").orFail("related").body().path("items").forEach(list -> {
            assertThat(list.path("form").asText()).isEqualTo(key);
            lists.add(list.path("field").asText() + " " + list.path("create").asText());
        });
        return lists;
    }

    private List<String> found(String who, Map<String, Object> filter) {
        List<String> ids = new ArrayList<>();
        query(who, filter)
                .orFail("asking")
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private Api.Result query(String who, Map<String, Object> filter) {
        return api.post(who, form + "/records/query", Map.of("filter", filter));
    }

    private String create(String who, Map<String, Object> data) {
        return api.post(who, form + "/records", Map.of("data", data))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    private String record(String id) {
        return form + "/records/" + id;
    }

    private Map<String, Object> definition() {
        return Map.of(
                "kind",
                "form",
                "key",
                key,
                "title",
                "旁列",
                "fields",
                List.of(
                        Map.of(
                                "key",
                                "title",
                                "type",
                                "text",
                                "title",
                                "标题",
                                "sensitivity",
                                Map.of("level", "internal")),
                        Map.of(
                                "key", "phone",
                                "type", "phone",
                                "title", "电话",
                                "sensitivity",
                                        Map.of("level", "personal", "kind", "phone", "purposes", List.of("sales"))),
                        Map.of("key", "owner", "type", "member", "title", "负责人"),
                        Map.of("key", "department", "type", "department", "title", "部门"),
                        Map.of("key", "parent", "type", "relation", "title", "上级", "form", key),
                        Map.of("key", "peers", "type", "relations", "title", "同级", "form", key),
                        Map.of("key", "secret", "type", "relation", "title", "密联", "form", key)),
                "permissionGroups",
                List.of(
                        Map.of(
                                "key", "admin",
                                "title", "管理",
                                "members", Map.of("roles", List.of("admin")),
                                "actions", List.of("create", "read", "update", "manage"),
                                "fields", Map.of("*", "edit", "phone", "edit")),
                        Map.of(
                                "key", "sales",
                                "title", "销售",
                                "members", Map.of("roles", List.of("sales")),
                                "actions", List.of("read"),
                                "fields", Map.of("*", "read", "phone", "read", "secret", "hidden"))));
    }
}
