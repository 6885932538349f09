package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a filter or a new record takes from rows and records elsewhere is what its reader may see there. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ElsewhereTest {

    private static final String MORE = """
            [{"key": "stops", "type": "subform", "title": "途经", "fields": [
               {"key": "town", "type": "text", "title": "城市", "sensitivity": {"level": "internal"}},
               {"key": "phone", "type": "phone", "title": "电话",
                "sensitivity": {"level": "personal", "kind": "phone", "purposes": ["contract"]}}]},
             {"key": "area", "type": "choice", "title": "区域",
              "options": [{"value": "north"}, {"value": "south"}],
              "default": {"linkage": {"form": "%s", "where": "title = topic", "field": "area"}}}]
            """;

    private final Api api;
    private final LookingForm form;

    ElsewhereTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new LookingForm(api);
        ObjectNode visit = form.visit();
        Json.parse(MORE.formatted(form.firmKey)).forEach(visit.withArray("fields")::add);
        form.publish(form.visits, visit);
    }

    @Test
    void aFilterReachesTheRowsOfASubformAndTheRecordsOfARelation() {
        String north = visit(Map.of("topic", "甲", "firm", form.firm("north"), "stops", List.of(Map.of("town", "宁波"))));
        String south = visit(Map.of("topic", "乙", "firm", form.firm("south")));

        assertThat(ids("sam", "firm.area", "eq", "north")).containsExactly(north);
        assertThat(ids("sam", "firm.area", "ne", "north")).containsExactly(south);
        assertThat(ids("fay", "firm.area", "in", List.of("north", "south")))
                .as("the north is out of her sight")
                .containsExactly(south);
        assertThat(ids("sam", "stops.town", "contains", "宁")).containsExactly(north);
        assertThat(ids("sam", "stops.town", "isEmpty", "")).containsExactly(south);

        assertThat(refusal("sam", "firm.contact")).isEqualTo("field.not-usable /filter/field");
        assertThat(refusal("sam", "stops.phone")).isEqualTo("field.not-usable /filter/field");
        assertThat(refusal("rick", "firm.contact")).isEqualTo(refusal("rick", "firm.nothing"));
        assertThat(refusal("sam", "topic.nothing")).isEqualTo("field.unknown /filter/field");
    }

    @Test
    void aNewRecordBeginsWithWhatItsMakerReadsElsewhere() {
        form.firm("north");
        Map<String, Object> named = Map.of("topic", "观潮企业");

        assertThat(area("sam", named)).isEqualTo("north");
        assertThat(area("fay", named)).as("out of her sight").isEmpty();
        assertThat(area("sam", Map.of("topic", "别家"))).isEmpty();
        assertThat(area("sam", Map.of("topic", "观潮企业", "area", "south"))).isEqualTo("south");
        JsonNode computed = api.post("sam", form.visits + "/records/compute", Map.of("data", named))
                .orFail("computing")
                .body();
        assertThat(computed.at("/data/area").asText()).isEqualTo("north");
    }

    private String visit(Map<String, Object> data) {
        return made("sam", data).path("id").asText();
    }

    private String area(String member, Map<String, Object> data) {
        return made(member, data).at("/data/area").asText("");
    }

    private JsonNode made(String member, Map<String, Object> data) {
        return api.post(member, form.visits + "/records", Map.of("data", data))
                .orFail("a visit")
                .body();
    }

    private List<String> ids(String member, String field, String op, Object value) {
        List<String> ids = new ArrayList<>();
        query(member, field, op, value)
                .orFail("listing")
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private String refusal(String member, String field) {
        JsonNode error = query(member, field, "eq", "x").body().at("/errors/0");
        return error.path("code").asText() + " " + error.path("pointer").asText();
    }

    private Api.Result query(String member, String field, String op, Object value) {
        return api.post(
                member,
                form.visits + "/records/query",
                Map.of("filter", Map.of("field", field, "op", op, "value", value), "fields", List.of("topic")));
    }
}
