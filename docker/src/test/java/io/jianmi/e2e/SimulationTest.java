package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.api.ApiFile;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looking with the eyes of another, and asking whom a draft gives what. What is shown field by field: {@link ChannelTest}. */
@Tag("slow")
@ExtendWith(WithServer.class)
class SimulationTest {

    /** All that may be read so; everything else in the API file is refused. */
    private static final Set<String> READ = Set.of(
            "GET /api/v1/me",
            "GET /api/v1/tenants/{tenant}/members",
            "GET /api/v1/tenants/{tenant}/members/{id}",
            "GET /api/v1/tenants/{tenant}/departments",
            "GET /api/v1/tenants/{tenant}/roles",
            "GET /api/v1/tenants/{tenant}/purposes",
            "GET /api/v1/tenants/{tenant}/apps",
            "GET /api/v1/tenants/{tenant}/apps/{app}",
            "GET /api/v1/tenants/{tenant}/apps/{app}/forms",
            "GET /api/v1/tenants/{tenant}/apps/{app}/forms/{form}",
            "GET /api/v1/tenants/{tenant}/apps/{app}/forms/{form}/versions",
            "GET /api/v1/tenants/{tenant}/apps/{app}/forms/{form}/versions/{version}",
            "GET /api/v1/tenants/{tenant}/apps/{app}/forms/{form}/related",
            "GET /api/v1/tenants/{tenant}/apps/{app}/forms/{form}/views",
            "GET /api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}",
            "GET /api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}/history",
            "POST /api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/query",
            "POST /api/v1/tenants/{tenant}/search");

    private final Api api;

    SimulationTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    @Test
    void everyRouteOfTheFileButThoseThatReadIsRefused() {
        String simulation = SimulationChannel.as(api, "sam");
        Set<String> answered = new TreeSet<>();
        for (String operation : new ApiFile().operations()) {
            DemoCall call = DemoCall.of(operation);
            String type = call.path().contains("/imports") ? "multipart/form-data; boundary=x" : "application/json";
            Api.Result answer = api.send(
                    call.method(),
                    "admin",
                    call.path(),
                    call.body(),
                    SimulationChannel.HEADER,
                    simulation,
                    "Content-Type",
                    type);
            if (answer.code().equals("simulation.refused")) {
                assertThat(answer.status()).as(operation).isEqualTo(403);
            } else {
                answered.add(operation);
            }
        }
        assertThat(answered).isEqualTo(new TreeSet<>(READ));
    }

    @Test
    void theListIsThatOfWhomOneLooksAs() {
        Map<String, Object> counting = Map.of("count", true, "limit", 50);
        JsonNode seen = api.post(
                        "admin",
                        DemoCrm.CUSTOMERS + "/query",
                        counting,
                        SimulationChannel.HEADER,
                        SimulationChannel.as(api, "sam"))
                .orFail("looking as Sam")
                .body();
        List<String> ids = new ArrayList<>();
        seen.path("items").forEach(item -> ids.add(item.path("id").asText()));
        Map<String, Object> same =
                Map.of("filter", Map.of("field", "id", "op", "in", "value", ids), "count", true, "limit", 50);

        assertThat(ids).isNotEmpty();
        assertThat(api.post("sam", DemoCrm.CUSTOMERS + "/query", same)
                        .orFail("Sam's own list")
                        .body()
                        .path("items"))
                .hasSameSizeAs(ids);
        assertThat(seen.at("/count/value").asInt())
                .isLessThanOrEqualTo(api.post("sam", DemoCrm.CUSTOMERS + "/query", counting)
                        .body()
                        .at("/count/value")
                        .asInt());
        assertThat(seen.at("/items/0/data/idNumber/masked").isTextual()).isTrue();
    }

    @Test
    void whoMayReadNothingHimselfSeesNothingWithWhosoeverEyes() {
        String simulation = SimulationChannel.begin(api, "designer", "mia")
                .orFail("beginning")
                .body()
                .path("id")
                .asText();

        JsonNode form = api.send("GET", "designer", DemoCrm.CUSTOMER_FORM, null, SimulationChannel.HEADER, simulation)
                .orFail("the form as Mia knows it")
                .body();
        Api.Result list =
                api.post("designer", DemoCrm.CUSTOMERS + "/query", Map.of(), SimulationChannel.HEADER, simulation);

        assertThat(form.has("permissionGroups")).isFalse();
        assertThat(list.orFail("the list").body().path("items")).isEmpty();
    }

    @Test
    void onlyWhoDesignsLooksSoAndEveryTimeIsOnRecord() {
        Api.Result begun = SimulationChannel.begin(api, "admin", "sue").orFail("beginning");
        String id = begun.body().path("id").asText();
        assertThat(begun.status()).isEqualTo(201);
        assertThat(SimulationChannel.begin(api, "mia", "sue").status()).isEqualTo(403);
        assertThat(api.post("admin", simulations(), Map.of("role", "no-such-role"))
                        .code())
                .isEqualTo("simulation.invalid");
        assertThat(look("designer", id).code()).as("somebody else's").isEqualTo("simulation.over");
        assertThat(look("mia", id).code()).isEqualTo("simulation.refused");
        look("admin", id).orFail("looking");

        assertThat(api.delete("admin", simulations() + "/" + id).status()).isEqualTo(204);

        assertThat(look("admin", id).code()).isEqualTo("simulation.over");
        assertThat(api.delete("admin", simulations() + "/" + id).status()).isEqualTo(404);
        String target = "simulation/member/" + SimulationChannel.member(api, "sue");
        JsonNode entries = new AuditSearch(api).any("target=" + target);
        assertThat(entries.findValuesAsText("action")).contains("simulation.begin");
        JsonNode admin = api.get("admin", "/api/v1/me").body();
        assertThat(entries.toString()).contains(admin.path("id").asText());
    }

    @Test
    void aDraftIsExplainedAndCountedForAMember() {
        Map<String, Object> sam = Map.of("member", SimulationChannel.member(api, "sam"));

        JsonNode why = api.post("designer", DemoCrm.CUSTOMER_FORM + "/access/explain", sam)
                .orFail("explaining")
                .body();
        JsonNode counts = api.post("designer", DemoCrm.CUSTOMER_FORM + "/access/count", sam)
                .orFail("counting")
                .body();

        JsonNode own = api.post("sam", DemoCrm.CUSTOMERS + "/query", Map.of("limit", 1))
                .body()
                .at("/items/0");
        JsonNode shown =
                api.get("sam", DemoCrm.customer(own.path("id").asText())).body().path("access");
        why.path("fields").forEach(field -> {
            String key = field.path("field").asText();
            if (shown.has(key)) {
                assertThat(field.path("access").asText())
                        .as(key)
                        .isEqualTo(shown.path(key).asText());
            }
        });
        assertThat(counts.at("/seen/value").asInt())
                .isPositive()
                .isLessThan(counts.at("/all/value").asInt());
        assertThat(api.post("sam", DemoCrm.CUSTOMER_FORM + "/access/explain", sam)
                        .status())
                .isEqualTo(403);
        assertThat(api.post("sam", DemoCrm.CUSTOMER_FORM + "/access/count", sam).status())
                .isEqualTo(403);
        assertThat(api.post("designer", DemoCrm.CUSTOMER_FORM + "/access/explain", Map.of())
                        .body()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("perspective.one-of");
    }

    private Api.Result look(String viewer, String simulation) {
        return api.send("GET", viewer, DemoCrm.CUSTOMER_FORM, null, SimulationChannel.HEADER, simulation);
    }

    private String simulations() {
        return api.site().tenantPath() + "/simulations";
    }
}
