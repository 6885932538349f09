package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Certificates of real approvals: what they tell whom, and that nothing in them can be changed. */
@Tag("slow")
@ExtendWith(WithServer.class)
class CertificateTest {

    /** Bytes between two that are changed; the pure test changes every one. */
    private static final int STRIDE = 83;

    private final Api api;
    private final ActsForm form;

    CertificateTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new ActsForm(api);
    }

    @Test
    void aWholeApprovalProvesItself() throws IOException {
        String record = form.submit("sam");
        String file =
                new AttachmentForm(api).uploaded("mia", "报价单甲乙丙丁.pdf", "%PDF-1.7 ".getBytes(StandardCharsets.UTF_8));
        approve(
                "mia",
                record,
                Map.of(
                        "comment",
                        "老客户",
                        "mentions",
                        List.of(form.member("sam")),
                        "files",
                        List.of(file),
                        "data",
                        Map.of("code", "C2")));
        approve("max", record, Map.of());
        approve("fay", record, Map.of("comment", "额度内"));

        Api.Result answer = certificate("admin", record).orFail("certifying");

        assertThat(Verifier.says(answer.text())).startsWith("OK: 5 acts are in the tree");
        JsonNode acts = answer.body().path("acts");
        assertThat(acts.findValuesAsText("action")).containsExactly("submit", "approve", "approve", "approve", "end");
        assertThat(acts.at("/1/comment").asText()).isEqualTo("老客户");
        assertThat(acts.at("/1/seen").findValuesAsText("field")).containsExactly("code", "name");
        assertThat(acts.at("/1/seen/0/changed").asBoolean()).isTrue();
        assertThat(acts.at("/1/seen").findValuesAsText("access")).containsExactly("edit", "masked");
        assertThat(acts.at("/3/seen").findValuesAsText("access")).containsExactly("read", "read");
        assertThat(answer.body().at("/instance/status").asText()).isEqualTo("completed");
        assertThat(answer.text())
                .as("no value but the title's, and of what went with the words nothing")
                .doesNotContain("欧阳", "\"C1", "C1\"", "甲乙丙丁", file);
        refusesEveryChange(answer.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Also while it runs, and right after an act. */
    @Test
    void anUnfinishedOneIsCertifiedAsFarAsItIs() throws IOException {
        String record = form.submit("sam");
        approve("mia", record, Map.of("comment", "同意"));

        Api.Result answer = certificate("sam", record).orFail("certifying");

        assertThat(Verifier.says(answer.text())).startsWith("OK: 2 acts");
        assertThat(answer.body().at("/instance/status").asText()).isEqualTo("running");
        assertThat(answer.headers().firstValue("cache-control").orElseThrow()).contains("no-store");
        String issued = answer.body().at("/evidence/entries").findValuesAsText("canonical").stream()
                .filter(entry -> entry.contains("workflow.certificate"))
                .findFirst()
                .orElseThrow();
        assertThat(issued).contains(form.member("sam"));
    }

    /** For reading: the same acts, and of the record no more than may go on paper. */
    @Test
    void itIsPrintedWithoutWhatMayNotBePrinted() {
        String record = form.submit("sam");
        approve("mia", record, Map.of("comment", "同意，限三月", "data", Map.of("code", "保密编号甲")));

        byte[] pdf =
                Paper.fetched(api, "sam", form.record(record) + "/workflow/certificate", "Accept", "application/pdf");

        assertThat(Paper.isPdf(pdf)).isTrue();
        assertThat(Paper.bare(Paper.text(pdf)))
                .contains("审批证明", "MiaMiao", "同意，限三月", "主管·同意", "只看到脱敏值姓名", record)
                .doesNotContain("保密编号甲", "欧阳");
    }

    @Test
    void whoDoesNotSeeTheRecordGetsNone() {
        String record = form.submit("sam");
        for (String stranger : List.of("sue", "nora", "audra")) {
            assertThat(certificate(stranger, record).code()).as(stranger).isEqualTo("request.not-found");
        }
        assertThat(certificate("admin", HiddenOrMissingTest.MISSING).code()).isEqualTo("request.not-found");
    }

    private void approve(String member, String record, Map<String, Object> body) {
        form.act(member, form.task(member, "todo", record), "approve", body).orFail("approving");
    }

    private Api.Result certificate(String member, String record) {
        return api.get(member, form.record(record) + "/workflow/certificate");
    }

    private void refusesEveryChange(byte[] sound) throws IOException {
        for (int i = 0; i < sound.length; i += STRIDE) {
            byte[] changed = sound.clone();
            changed[i] ^= 1;
            assertThat(Verifier.says(changed)).as("byte " + i).doesNotStartWith("OK");
        }
        ObjectNode less = (ObjectNode) Json.parse(new String(sound, StandardCharsets.UTF_8));
        less.withArray("/acts").remove(1);
        assertThat(Verifier.says(Json.write(less))).startsWith("FAILED: ");
    }
}
