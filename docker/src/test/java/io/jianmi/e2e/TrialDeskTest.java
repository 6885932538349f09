package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A draft tried out over HTTP: by designers alone, with typed samples, and without a trace. The walk itself is tested beside it. */
@Tag("slow")
@ExtendWith(WithServer.class)
class TrialDeskTest {

    private static final String WORKFLOW = DemoCrm.APP + "/workflows/credit-approval";
    private static final String PHONE = "13812345678";

    private final Api api;
    private final MatrixExhibits people;

    TrialDeskTest(RunningServer server) {
        api = new Api(Installation.site(server));
        people = new MatrixExhibits(api);
    }

    @Test
    void tellsWhomEachStepWouldAsk() {
        JsonNode nodes = api.post("designer", WORKFLOW + "/assignees/try", Map.of("initiator", id("sam")))
                .orFail("trying")
                .body()
                .path("nodes");

        assertThat(nodes.at("/manager/people/0/id").asText()).isEqualTo(id("mia"));
        assertThat(nodes.at("/manager/via").asText()).isEqualTo("rule");
        assertThat(nodes.path("risk").path("people")).hasSize(2);
        assertThat(nodes.path("size").isMissingNode()).isTrue();
    }

    @Test
    void walksASampleAndRepeatsNothingOfIt() {
        Api.Result answer = api.post(
                "designer",
                WORKFLOW + "/simulate",
                Map.of(
                        "initiator",
                        id("sam"),
                        "data",
                        Map.of("creditLimit", "200000", "mobile", PHONE),
                        "answers",
                        List.of("approve")));

        JsonNode course = answer.orFail("simulating").body();
        assertThat(course.path("status").asText()).isEqualTo("open");
        assertThat(course.path("steps").findValuesAsText("node")).containsExactly("submit", "manager", "size", "risk");
        assertThat(course.at("/steps/3/fields/idNumber").asText()).isEqualTo("reveal");
        assertThat(course.at("/steps/2/taken/0").asInt()).isEqualTo(2);
        assertThat(answer.text()).doesNotContain(PHONE);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void refusesWhoDoesNotDesignAndWhatIsNoValue() {
        assertThat(api.post("sam", WORKFLOW + "/simulate", Map.of()).status()).isEqualTo(403);
        assertThat(api.post("sam", WORKFLOW + "/assignees/try", Map.of()).status())
                .isEqualTo(403);
        assertThat(api.post("designer", DemoCrm.APP + "/workflows/none/simulate", Map.of())
                        .status())
                .isEqualTo(404);

        JsonNode refused = api.post(
                        "designer",
                        WORKFLOW + "/simulate",
                        Map.of("data", Map.of("creditLimit", "much"), "initiator", "nobody"))
                .body();
        assertThat(refused.path("errors").findValuesAsText("pointer")).contains("/initiator");
        JsonNode value = api.post("designer", WORKFLOW + "/simulate", Map.of("data", Map.of("creditLimit", "much")))
                .body();
        assertThat(value.path("code").asText()).isEqualTo("record.validation");
        assertThat(value.at("/errors/0/pointer").asText()).isEqualTo("/data/creditLimit");
    }

    @Test
    void drawsTheDraftAsBpmn() {
        Api.Result drawn =
                api.send("GET", "designer", WORKFLOW + "/bpmn?draft=true", null, "Accept", "application/xml");

        assertThat(drawn.status()).isEqualTo(200);
        assertThat(drawn.text()).contains("<bpmndi:BPMNDiagram").contains("credit-approval.draft");
    }

    private String id(String member) {
        return people.member(member).path("id").asText();
    }
}
