package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Look-ups and roll-ups as people meet them: everybody sees of them what he may see where it stands. */
@Tag("slow")
@ExtendWith(WithServer.class)
class DerivedTest {

    private static final String MASK = "139****5678";

    private final Api api;
    private final AuditTrail trail;
    private final LookingForm form;

    DerivedTest(RunningServer server) {
        api = new Api(Installation.site(server));
        trail = new AuditTrail(api.site());
        form = new LookingForm(api);
    }

    @Test
    void everyAnswerShowsWhatItsReaderSeesOverThere() {
        String firm = form.firm("north");
        JsonNode made = form.visit("sam", firm, "100");
        String visit = made.path("id").asText();
        assertThat(made.at("/data/call").asText()).isEqualTo("13912345678");
        assertThat(made.at("/access/call").asText()).isEqualTo("read");

        for (JsonNode record : List.of(
                form.seen("mia", visit),
                listed("mia"),
                api.patch("mia", address(visit), Map.of("data", Map.of("topic", "改")), "If-Match", "\"1\"")
                        .orFail("changing")
                        .body())) {
            assertThat(record.at("/data/call/masked").asText()).isEqualTo(MASK);
            assertThat(record.at("/access/call").asText()).isEqualTo("masked");
            assertThat(record.at("/data/where").asText()).isEqualTo("north");
        }
        assertThat(form.seen("rick", visit).path("data").has("call"))
                .as("hidden there")
                .isFalse();
        assertThat(form.seen("rick", visit).at("/data/where").asText()).isEqualTo("north");
        JsonNode fay = form.seen("fay", visit);
        assertThat(fay.path("data").has("call") || fay.path("data").has("where"))
                .as("out of sight")
                .isFalse();
        assertThat(fay.at("/data/firm")).hasSize(1);
        assertThat(api.get("sam", address(visit) + "/history").text()).doesNotContain("13912345678", "\"call\"");
    }

    @Test
    void whatIsEmptyOrGoneSaysSo() {
        String lonely = api.post("sam", form.visits + "/records", Map.of("data", Map.of("topic", "电话")))
                .orFail("a visit to nobody")
                .body()
                .path("id")
                .asText();
        assertThat(form.seen("sam", lonely).path("data").get("call").isNull()).isTrue();
        String firm = form.firm("north");
        String visit = form.visit("sam", firm, "1").path("id").asText();
        api.delete("admin", form.firms + "/records/" + firm, "If-Match", "\"1\"")
                .orFail("deleting");

        assertThat(form.seen("sam", visit).path("data").has("call")).isFalse();
    }

    @Test
    void anExportTakesOutWhatMayBeExportedOverThere() {
        String north = form.visit("sam", form.firm("north"), "1").path("id").asText();
        String south = form.visit("sam", form.firm("south"), "2").path("id").asText();

        JsonNode sams = exported("sam", north);
        assertThat(sams.path("data").has("call") || sams.path("data").has("where"))
                .isFalse();
        assertThat(sams.at("/data/firm")).as("the id alone").hasSize(1);
        JsonNode fays = exported("fay", south);
        assertThat(fays.at("/data/call").asText()).isEqualTo("13912345678");
        assertThat(fays.at("/data/firm/title").asText()).isEqualTo("观潮企业");
        JsonNode others = exported("fay", north);
        assertThat(others.path("data").has("call")).isFalse();
        Api.Result clear = api.post("sam", form.visits + "/exports", Map.of("format", "csv", "clear", List.of("call")));
        assertThat(clear.body().at("/errors/0/code").asText())
                .as("none of it leaves")
                .isEqualTo("field.unknown");
    }

    @Test
    void aTaskShowsWhatItsNodeAndTheOtherFormBothGive() {
        form.approving();
        String south = form.visit("sam", form.firm("south"), "3").path("id").asText();
        String north = form.visit("sam", form.firm("north"), "4").path("id").asText();

        JsonNode seen = task("fay", south);
        assertThat(seen.at("/record/data/call").asText()).isEqualTo("13912345678");
        assertThat(seen.path("record").path("data").has("where"))
                .as("hidden by the node")
                .isFalse();
        assertThat(seen.at("/definition/fields").findValuesAsText("key"))
                .contains("call")
                .doesNotContain("where");
        assertThat(task("fay", north).path("record").path("data").has("call")).isFalse();
        assertThat(task("fay", north).at("/definition/fields").findValuesAsText("key"))
                .doesNotContain("call");
    }

    @Test
    void nobodySendsRevealsSearchesSortsOrImportsIt() {
        String visit = form.visit("sam", form.firm("north"), "5").path("id").asText();

        Api.Result sent =
                api.patch("sam", address(visit), Map.of("data", Map.of("call", "13800138000")), "If-Match", "\"1\"");
        assertThat(sent.body().at("/errors/0/code").asText()).isEqualTo("field.computed");
        assertThat(sent.text()).doesNotContain("13800138000");
        Map<String, Object> reveal = Map.of("fields", List.of("call"), "purpose", "contract", "reason", "核对");
        assertThat(api.post("mia", address(visit) + "/reveal", reveal).code()).isEqualTo("reveal.not-allowed");
        assertThat(query("sam", Map.of("filter", Map.of("field", "where", "op", "eq", "value", "north"))))
                .isEqualTo("filter.operator");
        assertThat(query("sam", Map.of("filter", Map.of("field", "call", "op", "eq", "value", "13912345678"))))
                .isEqualTo("field.not-usable");
        assertThat(query("sam", Map.of("sort", List.of("where")))).isEqualTo("field.not-usable");
    }

    /** The firms learn what their visits cost; visits are everybody's, but what somebody's draft says is his alone. */
    @Test
    void aRollUpAddsUpWhatItsReaderSees() {
        form.publish(form.firms, form.adding());
        String firm = form.firm("south");
        assertThat(spent("fay", firm)).isEqualTo("0.00");
        form.visit("sam", firm, "100.50");
        String second = form.visit("sue", firm, "20").path("id").asText();
        api.post(
                        "mia",
                        form.visits + "/records",
                        Map.of("data", Map.of("topic", "草稿", "firm", firm, "cost", "7"), "submit", false))
                .orFail("a draft");

        assertThat(spent("fay", firm)).isEqualTo("120.50");
        assertThat(spent("mia", firm)).isEqualTo("127.50");
        api.delete("sue", address(second), "If-Match", "\"1\"").orFail("deleting");
        assertThat(spent("fay", firm)).isEqualTo("100.50");
        JsonNode field = form.field("fay", form.firms, "spent");
        assertThat(field.at("/result/type").asText()).isEqualTo("money");
        assertThat(field.has("of") || field.has("field")).isFalse();
    }

    @Test
    void whoSawAPersonalValueThroughALookUpIsOnRecordWhereItStands() {
        String firm = form.firm("north");
        String visit = form.visit("admin", firm, "8").path("id").asText();
        Api.Result clear = api.get("sam", address(visit)).orFail("reading");
        Api.Result masked = api.get("mia", address(visit)).orFail("reading");

        assertThat(trail.soon(clear)).singleElement().satisfies(entry -> {
            assertThat(entry.path("act").asText()).isEqualTo("record.look-up");
            assertThat(entry.path("obj").asText()).isEqualTo("record/" + form.firmKey + "/" + firm);
        });
        assertThat(trail.now(masked)).isEmpty();
    }

    private String address(String visit) {
        return form.visits + "/records/" + visit;
    }

    private JsonNode listed(String member) {
        return api.post(member, form.visits + "/records/query", Map.of("limit", 1))
                .orFail("listing")
                .body()
                .at("/items/0");
    }

    private String query(String member, Map<String, Object> query) {
        return api.post(member, form.visits + "/records/query", query)
                .body()
                .at("/errors/0/code")
                .asText();
    }

    private String spent(String member, String firm) {
        return api.get(member, form.firms + "/records/" + firm)
                .orFail("a firm")
                .body()
                .at("/data/spent")
                .asText();
    }

    private JsonNode task(String member, String visit) {
        return api.get(member, DemoCrm.TASKS + "/" + Inbox.task(api, member, "todo", visit))
                .orFail("the task")
                .body();
    }

    private JsonNode exported(String member, String visit) {
        Map<String, Object> only = Map.of("field", "id", "op", "eq", "value", visit);
        String job = form.visits + "/exports/"
                + api.post(member, form.visits + "/exports", Map.of("format", "json", "filter", only))
                        .orFail("exporting")
                        .body()
                        .path("id")
                        .asText();
        while (List.of("waiting", "running")
                .contains(api.get(member, job)
                        .orFail("the job")
                        .body()
                        .path("status")
                        .asText())) {
            Installation.pause(50);
        }
        return api.get(member, job + "/file").orFail("the file").body().at("/items/0");
    }
}
