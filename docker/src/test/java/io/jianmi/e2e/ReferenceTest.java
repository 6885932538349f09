package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a field names must be there when it is written; what was there then may go. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ReferenceTest {

    private static final String MISSING = new UUID(0x7000, 0x8000000000000000L).toString();

    private final Api api;
    private final String form;
    private final String companies;

    ReferenceTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = api.site().formPath(MatrixExhibits.APP, "references");
        companies = DemoCrm.APP + "/forms/company/records";
    }

    @BeforeEach
    void publish() {
        new MatrixExhibits(api).publish();
        if (api.get("admin", form).status() == 404) {
            api.put("designer", form + "/draft", definition()).orFail("drafting");
            api.post("designer", form + "/publish", "{}").orFail("publishing");
        }
    }

    @Test
    void whatIsThereIsTaken() {
        String sam = api.get("sam", "/api/v1/me").body().path("id").asText();
        String north = api.get("sam", api.site().tenantPath() + "/departments")
                .body()
                .at("/items/0/id")
                .asText();
        String company = company();
        Map<String, Object> data = new LinkedHashMap<>(
                Map.of("who", sam, "whos", List.of(sam), "unit", north, "units", List.of(north), "one", company));
        data.put("many", List.of(company));
        data.put("rows", List.of(Map.of("who", sam, "one", company)));

        JsonNode stored = create("sam", data).orFail("creating").body();

        assertThat(stored.at("/data/one/title").asText()).isEqualTo("引用公司");
    }

    @Test
    void whatIsNotThereIsRefusedWhereItStands() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("who", "nobody");
        data.put("whos", List.of(api.get("sam", "/api/v1/me").body().path("id").asText(), "nobody"));
        data.put("unit", "nowhere");
        data.put("units", List.of("nowhere"));
        data.put("one", MISSING);
        data.put("many", List.of(company(), MISSING));
        data.put("rows", List.of(Map.of(), Map.of("who", "nobody", "one", MISSING)));

        Api.Result single = create("sam", data);
        Api.Result batch = api.post(
                "sam",
                form + "/records/batch",
                Map.of("records", List.of(Map.of("data", Map.of()), Map.of("data", data))));

        List<String> expected = List.of(
                "member.unknown /who",
                "member.unknown /whos/1",
                "department.unknown /unit",
                "department.unknown /units/0",
                "relation.unknown /one",
                "relation.unknown /many/1",
                "member.unknown /rows/1/who",
                "relation.unknown /rows/1/one");
        assertThat(single.status()).isEqualTo(422);
        assertThat(findings(single, "/data")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(single.text()).doesNotContain("nobody", "nowhere", MISSING);
        assertThat(findings(batch, "/records/1/data")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aDraftAndAChangeAreAsked() {
        Api.Result draft = api.post("sam", form + "/records", Map.of("data", Map.of("one", MISSING), "submit", false));
        assertThat(findings(draft, "/data")).containsExactly("relation.unknown /one");

        String id = create("sam", Map.of()).orFail("creating").body().path("id").asText();
        Api.Result change = change(id, 1, Map.of("who", "nobody"));
        assertThat(findings(change, "/data")).containsExactly("member.unknown /who");
    }

    @Test
    void whatWentSinceMayStay() {
        String company = company();
        String id = create("sam", Map.of("one", company, "rows", List.of(Map.of("one", company))))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
        api.delete("mia", companies + "/" + company, "If-Match", "\"1\"").orFail("deleting");

        JsonNode rows = api.get("sam", form + "/records/" + id).body().at("/data/rows");
        List<Map<String, Object>> kept = new ArrayList<>();
        rows.forEach(row -> kept.add(Map.of("id", row.path("id").asText(), "one", company)));
        change(id, 1, Map.of("one", company, "rows", kept)).orFail("keeping");

        assertThat(findings(change(id, 2, Map.of("many", List.of(company))), "/data"))
                .containsExactly("relation.unknown /many/0");
        assertThat(findings(create("admin", Map.of("one", company)), "/data"))
                .as("one who may look into the bin")
                .containsExactly("relation.unknown /one");
    }

    private Api.Result create(String member, Map<String, Object> data) {
        return api.post(member, form + "/records", Map.of("data", data));
    }

    private Api.Result change(String id, int version, Map<String, Object> data) {
        return api.patch("sam", form + "/records/" + id, Map.of("data", data), "If-Match", "\"" + version + "\"");
    }

    private String company() {
        return api.post("sam", companies, Map.of("data", Map.of("title", "引用公司")))
                .orFail("a company")
                .body()
                .path("id")
                .asText();
    }

    private static List<String> findings(Api.Result answer, String below) {
        List<String> findings = new ArrayList<>();
        answer.body()
                .path("errors")
                .forEach(error -> findings.add(error.path("code").asText() + " "
                        + error.path("pointer").asText().replace(below, "")));
        return findings;
    }

    private static Map<String, Object> definition() {
        return Map.of(
                "kind",
                "form",
                "key",
                "references",
                "title",
                "引用",
                "fields",
                List.of(
                        Map.of("key", "who", "type", "member", "title", "成员"),
                        Map.of("key", "whos", "type", "members", "title", "成员们"),
                        Map.of("key", "unit", "type", "department", "title", "部门"),
                        Map.of("key", "units", "type", "departments", "title", "部门们"),
                        Map.of("key", "one", "type", "relation", "title", "公司", "form", "company"),
                        Map.of("key", "many", "type", "relations", "title", "公司们", "form", "company"),
                        Map.of(
                                "key",
                                "rows",
                                "type",
                                "subform",
                                "title",
                                "明细",
                                "fields",
                                List.of(
                                        Map.of("key", "who", "type", "member", "title", "成员"),
                                        Map.of("key", "one", "type", "relation", "title", "公司", "form", "company")))),
                "permissionGroups",
                List.of(Map.of(
                        "key", "everyone",
                        "title", "everyone",
                        "members", Map.of("everyone", true),
                        "actions", List.of("create", "read", "update"),
                        "fields", Map.of("*", "edit"))));
    }
}
