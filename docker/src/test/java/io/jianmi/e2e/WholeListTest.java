package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that are short by nature: whole when nothing is said of pages, else the same page by page. */
@Tag("slow")
@ExtendWith(WithServer.class)
class WholeListTest {

    /** None of these lists is so long. */
    private static final int MOST = 500;

    private final Api api;

    WholeListTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    @ParameterizedTest
    @CsvSource({
        "sam, /apps",
        "sam, /apps/crm/forms",
        "sam, /apps/crm/forms/customer/views",
        "sam, /apps/crm/forms/customer/versions",
        "sam, /apps/crm/forms/customer/related",
        "admin, /apps/crm/forms/customer/imports",
        "sam, /apps/crm/forms/customer/records/RECORD/history",
        "sam, /apps/crm/forms/customer/records/RECORD/shares",
        "designer, /apps/crm/workflows",
        "designer, /apps/crm/dashboards",
        "designer, /apps/crm/dashboards/DASHBOARD/versions",
        "designer, /templates",
        "admin, /roles/sales/groups",
        "admin, /jobs",
        "sam, /purposes",
        "sam, /delegations",
        "sam, /sessions",
        "sam, /notifications/preferences",
        "paul, /privacy/inventory",
        "paul, /privacy/request-terms",
        "paul, /privacy/subjects?search=13800000000"
    })
    void pagesTogetherAreTheList(String member, String path) {
        String address = DemoCrm.TENANT + named(path);
        JsonNode whole = api.get(member, address).orFail("the list").body();

        assertThat(whole.path("next").isNull()).isTrue();
        List<JsonNode> items = new ArrayList<>();
        whole.path("items").forEach(items::add);
        int limit = Math.max(1, items.size() / 2);
        assertThat(walked(member, address, limit)).isEqualTo(items);
        assertThat(api.get(member, with(address, "limit=0")).code()).isEqualTo("request.invalid-parameter");
        assertThat(api.get(member, with(address, "limit=1&after=nonsense")).code())
                .isEqualTo("request.invalid-parameter");
    }

    private List<JsonNode> walked(String member, String address, int limit) {
        List<JsonNode> items = new ArrayList<>();
        String more = "";
        do {
            JsonNode page = api.get(member, with(address, "limit=" + limit + more))
                    .orFail("a page")
                    .body();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            page.path("items").forEach(items::add);
            assertThat(items).hasSizeLessThan(MOST);
            more = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!more.isEmpty());
        return items;
    }

    private String named(String path) {
        String text = path;
        if (text.contains("RECORD")) {
            text = text.replace("RECORD", first("sam", "POST", DemoCrm.CUSTOMERS + "/query", "id"));
        }
        return text.contains("DASHBOARD")
                ? text.replace("DASHBOARD", first("designer", "GET", DemoCrm.APP + "/dashboards", "key"))
                : text;
    }

    private String first(String member, String method, String path, String name) {
        return api.send(method, member, path, method.equals("POST") ? "{}" : null)
                .orFail("the first")
                .body()
                .at("/items/0/" + name)
                .asText();
    }

    private static String with(String address, String query) {
        return address + (address.contains("?") ? "&" : "?") + query;
    }
}
