package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
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
        assertThat(acts.at("/1/files/0/id").asText()).isEqualTo(file);
        assertThat(acts.at("/1/files/0/type").asText()).isEqualTo("application/pdf");
        assertThat(acts.at("/1/seen").findValuesAsText("field")).containsExactly("code", "name");
        assertThat(acts.at("/1/seen/0/changed").asBoolean()).isTrue();
        assertThat(acts.at("/1/seen").findValuesAsText("access")).containsExactly("edit", "masked");
        assertThat(acts.at("/3/seen").findValuesAsText("access")).containsExactly("read", "read");
        assertThat(answer.body().at("/instance/status").asText()).isEqualTo("completed");
        assertThat(answer.text())
                .as("no value but the title's, and of a file no name")
                .doesNotContain("欧阳", "\"C1", "C1\"", "甲乙丙丁");
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

    /** Whoever has the database, or a copy from before, cannot try out what stands behind a commitment; the certificate still holds. */
    @Test
    void whatWasSeenCannotBeGuessedAndGoesWithTheKeysOfThePerson() throws IOException {
        String record = form.submit("sam");
        approve("mia", record, Map.of("comment", "老客户"));
        approve("max", record, Map.of());
        try (Sql sql = Sql.open(api.site(), "jianmi");
                Sql keys = Sql.open(api.site(), "jianmi_keys")) {
            List<List<String>> acts = sql.rows(
                    "select seen, encode(salt, 'hex'), subject::text from t_demo.wf_timeline where record = ?::uuid and seen is not null",
                    record);
            assertThat(acts)
                    .hasSize(2)
                    .allSatisfy(act -> assertThat(guesses(act.get(1), "C1"))
                            .isNotEmpty()
                            .doesNotContain(Json.parse(act.get(0))
                                    .at("/code/commitment")
                                    .asText()));
            String subject = acts.get(0).get(2);

            assertThat(keys.run("delete from subject_key where subject = ?::uuid", subject))
                    .isPositive();
            sql.run("select pg_notify('jianmi', ?)", "subject-keys demo " + subject);

            String after = "";
            for (int i = 0; i < 50 && (after.isEmpty() || after.contains("老客户")); i++) {
                Installation.pause(100);
                after = certificate("admin", record).orFail("certifying").text();
            }
            assertThat(after).doesNotContain("老客户");
            assertThat(Verifier.says(after)).startsWith("OK: 3 acts");
        }
    }

    /** Commitments to a value under whatever of these bytes might be the salt. */
    private static List<String> guesses(String stored, String value) {
        byte[] bytes = HexFormat.of().parseHex(stored);
        List<String> guesses = new ArrayList<>();
        for (int from = 0; from + 32 <= bytes.length; from++) {
            ByteBuffer all = ByteBuffer.allocate(1 + 32 + value.length() + 2);
            all.put((byte) 2).put(bytes, from, 32).put(("\"" + value + "\"").getBytes(StandardCharsets.UTF_8));
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.array());
                guesses.add(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return guesses;
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
