package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records on paper: what stands on it, for whom, and the trace it leaves. */
@Tag("slow")
@ExtendWith(WithServer.class)
class PrintTest {

    private final Api api;
    private final AuditTrail trail;
    private int number;
    private String id = "";

    PrintTest(RunningServer server) {
        api = new Api(Installation.site(server));
        trail = new AuditTrail(api.site());
    }

    @BeforeEach
    void aCustomer() {
        number = Installation.number();
        id = api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", DemoCrm.data(number)))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    private String paper(String who, String path, String... headers) {
        byte[] pdf = Paper.fetched(api, who, path, headers);
        assertThat(Paper.isPdf(pdf)).isTrue();
        return Paper.bare(Paper.text(pdf));
    }

    /** Whoever reads and exports takes along what the page shows; what is sensitive stays a mask. */
    @Test
    void thePaperSaysWhatThePageSays() {
        JsonNode data =
                api.get("admin", DemoCrm.customer(id)).orFail("reading").body().path("data");

        String paper = paper("admin", DemoCrm.customer(id) + "/print");

        List<String> said = new ArrayList<>();
        data.properties().stream()
                .filter(entry -> !List.of("level", "source").contains(entry.getKey()))
                .forEach(entry -> said(entry.getValue(), said));
        assertThat(said).hasSizeGreaterThan(8);
        assertThat(said).allSatisfy(text -> assertThat(paper).contains(Paper.bare(text)));
        assertThat(paper).contains("客户", "手机", "打印人").doesNotContain(CanaryForm.idNumber(number));
    }

    /** Texts that are the same in every tongue: names, masks, words that people typed. */
    private static void said(JsonNode value, List<String> into) {
        if (value.isTextual() && value.asText().length() > 1) {
            into.add(value.asText());
        } else if (value.has("masked") || value.has("name") || value.has("title")) {
            into.add(value.path("masked")
                    .asText(value.path("name").asText(value.path("title").asText())));
        } else if (value.isContainerNode()) {
            value.properties().stream()
                    .filter(entry -> !entry.getKey().equals("id"))
                    .forEach(entry -> said(entry.getValue(), into));
            if (value.isArray()) {
                value.forEach(one -> said(one, into));
            }
        }
    }

    @Test
    void whatARevealHasOpenedStaysOnTheScreen() {
        Map<String, Object> reveal = Map.of("fields", List.of("idNumber"), "purpose", "contract", "reason", "核对");
        api.post("admin", DemoCrm.customer(id) + "/reveal", reveal).orFail("revealing");
        assertThat(api.get("admin", DemoCrm.customer(id)).text()).contains(CanaryForm.idNumber(number));

        assertThat(paper("admin", DemoCrm.customer(id) + "/print")).doesNotContain(CanaryForm.idNumber(number));
    }

    @Test
    void theAnswerIsKeptNowhereAndItsNameTellsOfNobody() {
        Api.Result answer = api.get("admin", DemoCrm.customer(id) + "/print").orFail("printing");

        assertThat(answer.headers().firstValue("content-type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(answer.headers().firstValue("content-disposition"))
                .contains("inline; filename=\"customer-" + id + ".pdf\"");
    }

    @Test
    void whoReadsWithoutTheRightIsToldSoAndWhoDoesNotSeeItIsTold404() {
        assertThat(api.get("sam", DemoCrm.customer(id) + "/print").code()).isEqualTo("record.action-refused");
        for (String nothing : List.of(DemoCrm.customer(HiddenOrMissingTest.MISSING), DemoCrm.customer("x"))) {
            assertThat(api.get("admin", nothing + "/print").code()).isEqualTo("request.not-found");
        }
        Api.Result unseen = api.get("sue", DemoCrm.customer(id) + "/print");
        Api.Result missing = api.get("sue", DemoCrm.customer(HiddenOrMissingTest.MISSING) + "/print");
        assertThat(unseen.status()).isEqualTo(404);
        assertThat(told(unseen)).isEqualTo(told(missing));
    }

    private static JsonNode told(Api.Result answer) {
        JsonNode body = answer.body().deepCopy();
        ((ObjectNode) body).remove(List.of("instance", "traceId", "requestId"));
        return body;
    }

    @Test
    void itIsOnRecordWhoTookWhatAlongBeforeItLeaves() {
        Api.Result printed = api.get("admin", DemoCrm.customer(id) + "/print").orFail("printing");

        JsonNode entry = trail.now(printed).stream()
                .filter(one -> one.path("act").asText().equals("record.print"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.path("obj").asText()).isEqualTo("record/customer/" + id);
        assertThat(entry.path("allowed").asBoolean()).isTrue();
        assertThat(Arrays.asList(entry.at("/ctx/fields").asText().split(","))).contains("mobile", "email", "address");
        assertThat(Arrays.asList(entry.at("/ctx/masked").asText().split(","))).contains("idNumber");

        JsonNode refused =
                trail.soon(api.get("sam", DemoCrm.customer(id) + "/print")).get(0);
        assertThat(refused.path("act").asText()).isEqualTo("record.print");
        assertThat(refused.path("allowed").asBoolean()).isFalse();
    }

    @Test
    void labelsAreInTheLanguageOfTheReader() {
        assertThat(paper("admin", DemoCrm.customer(id) + "/print", "Accept-Language", "en-GB,zh;q=0.5"))
                .contains("Printedby", "Mobile")
                .doesNotContain("打印人", "手机");
    }

    @Test
    void severalGoIntoOneDocumentAllOrNone() {
        String other = api.post("sue", DemoCrm.CUSTOMERS, Map.of("data", DemoCrm.data(Installation.number())))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
        String all = DemoCrm.CUSTOMERS + "/print";

        Api.Result both = api.post("admin", all, Map.of("ids", List.of(id, other)));
        assertThat(both.orFail("printing").headers().firstValue("content-disposition"))
                .contains("inline; filename=\"customer.pdf\"");
        assertThat(trail.now(both).stream().map(entry -> entry.path("obj").asText()))
                .contains("record/customer/" + id, "record/customer/" + other);

        Api.Result refused = api.post("sam", all, Map.of("ids", List.of(id, other)));
        Map<String, String> findings = new LinkedHashMap<>();
        refused.body()
                .path("errors")
                .forEach(finding -> findings.put(
                        finding.path("pointer").asText(), finding.path("code").asText()));
        assertThat(findings).containsOnly(Map.entry("/ids/1", "request.not-found"));
        assertThat(api.post("sam", all, Map.of("ids", List.of(id))).code()).isEqualTo("record.action-refused");
        assertThat(api.post("admin", all, Map.of("ids", Collections.nCopies(1, id), "extra", 1))
                        .code())
                .isEqualTo("record.validation");
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            many.add("0190a5b0-0000-7000-8000-0000000000" + (10 + i));
        }
        assertThat(api.post("admin", all, Map.of("ids", many)).code()).isEqualTo("print.too-many");
    }

    @Test
    void whatPeopleTypedIsNoMarkupOnPaper() {
        Map<String, Object> data = new LinkedHashMap<>(DemoCrm.data(Installation.number()));
        data.put("name", "<b>&amp;</b>\u202e倒\ud83d\ude00");
        data.put("notes", "<img src=\"http://127.0.0.1:9/x\"/><script>x</script>" + "长".repeat(1_500));
        String hostile = api.post("admin", DemoCrm.CUSTOMERS, Map.of("data", data))
                .orFail("creating")
                .body()
                .path("id")
                .asText();

        assertThat(paper("admin", DemoCrm.customer(hostile) + "/print"))
                .contains("<b>&amp;</b>倒□", "<imgsrc=\"http://127.0.0.1:9/x\"/><script>x</script>长长长");
    }

    @Test
    void thePublishedFormTellsWhoMayPrint() {
        assertThat(Json.write(api.get("admin", DemoCrm.CUSTOMER_FORM).body().path("actions")))
                .contains("print");
        assertThat(Json.write(api.get("sam", DemoCrm.CUSTOMER_FORM).body().path("actions")))
                .doesNotContain("print");
    }
}
