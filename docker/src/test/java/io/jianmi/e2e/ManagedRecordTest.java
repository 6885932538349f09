package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A record in approval changes through its tasks; whoever manages it may change it all the same, and everybody learns of it. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ManagedRecordTest {

    private final Api api;
    private final String id;

    ManagedRecordTest(RunningServer server) {
        api = new Api(Installation.site(server));
        Map<String, Object> data = DemoCrm.data(Installation.number());
        data.put("creditLimit", 1000);
        id = api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", data, "submit", true), "Prefer", "wait=10")
                .orFail("submitting")
                .body()
                .path("id")
                .asText();
    }

    @Test
    void whatAManagerChangesMeanwhileStandsOnTheTimelineAndIsProven() {
        api.patch("admin", DemoCrm.customer(id), Map.of("data", Map.of("notes", "改过")), "If-Match", "\"1\"")
                .orFail("changing a record in approval");

        JsonNode timeline =
                api.get("sam", DemoCrm.workflow(id)).orFail("the timeline").body();
        JsonNode edit = timeline.at("/entries/1");
        JsonNode certified = api.get("sam", DemoCrm.workflow(id) + "/certificate")
                .orFail("the certificate")
                .body()
                .at("/acts/1");

        assertThat(timeline.path("status").asText()).isEqualTo("running");
        assertThat(timeline.path("entries").findValuesAsText("action")).isEqualTo(List.of("submit", "edit"));
        assertThat(edit.at("/actor/name").asText()).isEqualTo("Ada Min");
        assertThat(edit.path("node").asText()).isEqualTo("manager");
        assertThat(edit.path("recordVersion").asInt()).isEqualTo(2);
        assertThat(certified.path("entry").asText()).isEqualTo("record.update");
        assertThat(certified.path("leaf").isIntegralNumber()).isTrue();
    }
}
