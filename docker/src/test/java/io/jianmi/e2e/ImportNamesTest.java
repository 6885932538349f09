package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People write names into spreadsheets: of members, of departments, of records that they may see. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ImportNamesTest {

    private static final String COMPANY = """
            {"kind": "form", "key": "%s", "title": "公司", "fields": [
              {"key": "name", "type": "text", "title": "名称", "sensitivity": {"level": "internal"}},
              {"key": "region", "type": "text", "title": "区域", "sensitivity": {"level": "internal"}}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]}, "actions": ["create", "read", "update"],
               "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "actions": ["read"], "scope": "region = \\"north\\"",
               "fields": {"*": "read"}}]}
            """;

    private static final String ORDER = """
            {"kind": "form", "key": "%s", "title": "订单", "fields": [
              {"key": "code", "type": "text", "title": "编号", "sensitivity": {"level": "internal"}},
              {"key": "owner", "type": "member", "title": "负责人"},
              {"key": "unit", "type": "department", "title": "部门"},
              {"key": "company", "type": "relation", "form": "%s", "title": "公司"},
              {"key": "others", "type": "relations", "form": "%s", "title": "其他公司"}],
             "permissionGroups": [
              {"key": "sales", "title": "销售", "members": {"roles": ["sales", "admin"]}, "actions": ["create", "read", "import"],
               "fields": {"*": "edit"}}]}
            """;

    private final Api api;
    private final String company;
    private final ExchangeForm orders;
    private final String orderPath;

    ImportNamesTest(RunningServer server) {
        api = new Api(Installation.site(server));
        String number = Integer.toString(Installation.number(), 36);
        new MatrixExhibits(api).publish();
        company = api.site().formPath(MatrixExhibits.APP, "company-" + number);
        orderPath = api.site().formPath(MatrixExhibits.APP, "order-" + number);
        publish(company, COMPANY.formatted("company-" + number));
        publish(orderPath, ORDER.formatted("order-" + number, "company-" + number, "company-" + number));
        orders = new ExchangeForm(api, orderPath);
    }

    private void publish(String path, String definition) {
        api.put("designer", path + "/draft", definition).orFail("drafting");
        api.post("designer", path + "/publish", "{}").orFail("publishing");
    }

    private String company(String name, String region) {
        return api.post("admin", company + "/records", Map.of("data", Map.of("name", name, "region", region)))
                .orFail("a company")
                .body()
                .path("id")
                .asText();
    }

    private String path(String department) {
        return api.get("sam", api.site().tenantPath() + "/departments")
                .orFail("the departments")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("name").asText().equals(department))
                .findFirst()
                .orElseThrow()
                .path("path")
                .asText();
    }

    private static List<String> errors(JsonNode job) {
        return job.path("errors")
                .valueStream()
                .map(error ->
                        error.path("row").asText() + " " + error.path("column").asText("-") + " "
                                + error.path("code").asText())
                .toList();
    }

    @Test
    void namesStandForIdsWhereOneIsCalledSoThatHeMaySee() {
        String huaxin = company("华信科技", "north");
        String zhongke = company("中科", "north");
        company("远山", "south");
        company("双星", "north");
        company("双星", "north");

        JsonNode job = orders.imported("sam", """
                编号,负责人,部门,公司,其他公司
                A1,mia,North,华信科技,中科; 华信科技
                A2,Mia Ma,,远山,
                A3,mia,,双星,
                A4,没有这个人,,,
                A5,,没有这个部门,,
                A6,,,没有这家,
                A7,,%s,%s,
                """.formatted(path("South"), zhongke), "{}", false);

        assertThat(errors(job))
                .containsExactlyInAnyOrder(
                        "3 公司 import.name-unknown",
                        "4 公司 import.name-ambiguous",
                        "5 负责人 member.unknown",
                        "6 部门 department.unknown",
                        "7 公司 import.name-unknown");
        JsonNode stored = api.post("admin", orderPath + "/records/query", Map.of("limit", 10, "sort", List.of("code")))
                .orFail("reading")
                .body()
                .path("items");
        assertThat(stored.valueStream().map(one -> one.at("/data/code").asText()))
                .containsExactly("A1", "A7");
        JsonNode first = stored.path(0).path("data");
        assertThat(first.at("/company/id").asText()).isEqualTo(huaxin);
        assertThat(first.at("/owner/name").asText()).containsIgnoringCase("mia");
        assertThat(first.at("/unit/name").asText()).isEqualTo("North");
        assertThat(first.path("others").findValuesAsText("id")).containsExactly(zhongke, huaxin);
        assertThat(stored.at("/1/data/company/id").asText()).isEqualTo(zhongke);
        assertThat(stored.at("/1/data/unit/name").asText()).isEqualTo("South");
        assertThat(job.toString()).doesNotContain("远山", "双星", "没有这");
    }
}
