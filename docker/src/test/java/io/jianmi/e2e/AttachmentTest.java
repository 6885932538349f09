package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files over HTTP: whose they are, who may read them, and that nothing of them lies about in clear (PRIV-34, PRIV-35). */
@Tag("slow")
@ExtendWith(WithServer.class)
class AttachmentTest {

    private static final byte[] PDF = "%PDF-1.7 合同 ".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Api api;
    private final AttachmentForm form;

    AttachmentTest(RunningServer server) {
        this.api = new Api(Installation.site(server));
        this.form = new AttachmentForm(api);
    }

    @BeforeEach
    void publish() {
        form.publish();
    }

    @Test
    void aFileIsUploadedAttachedShownAndFetched() throws IOException {
        String id = form.uploaded("sam", "张三 合同*.pdf", PDF);
        String record = made("sam", Map.of("contract", List.of(id)));

        JsonNode shown = form.data("sam", record).path("contract");
        assertThat(shown.toString())
                .isEqualTo("[{\"id\":\"" + id + "\",\"name\":\"张三 合同*.pdf\",\"bytes\":" + PDF.length
                        + ",\"type\":\"application/pdf\"}]");
        AttachmentForm.Answer fetched = form.download("sam", id);
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(PDF);
        assertThat(fetched.header("content-type")).isEqualTo("application/pdf");
        assertThat(fetched.header("content-length")).isEqualTo(String.valueOf(PDF.length));
        assertThat(fetched.header("content-disposition"))
                .isEqualTo("attachment; filename*=UTF-8''%E5%BC%A0%E4%B8%89%20%E5%90%88%E5%90%8C%2A.pdf");
        assertThat(fetched.header("cache-control")).isEqualTo("no-store");
        assertThat(fetched.headers().get("x-content-type-options")).containsExactly("nosniff");
        assertThat(listed("sam", record).path("contract")).isEqualTo(shown);
    }

    @Test
    void anUploadIsItsUploadersUntilARecordHoldsIt() throws IOException {
        String id = form.uploaded("sam", "a.pdf", PDF);

        assertThat(form.download("sam", id).body()).isEqualTo(PDF);
        assertMissing("sue", id);
        assertMissing("admin", id);
        assertUnknown(form.create("sue", Map.of("contract", List.of(id))), "/data/contract/0");
        assertUnknown(form.create("sue", Map.of("contract", List.of(HiddenOrMissingTest.MISSING))), "/data/contract/0");

        String record = made("sam", Map.of("contract", List.of(id)));
        assertUnknown(form.create("sam", Map.of("contract", List.of(id))), "/data/contract/0");
        assertUnknown(form.change("sam", record, Map.of("photo", List.of(id))), "/data/photo/0");
        assertThat(form.download("sam", id).body()).isEqualTo(PDF);
    }

    @Test
    void oneUploadIsNotTwoRecords() {
        String id = form.uploaded("sam", "a.pdf", PDF);
        Map<String, Object> data = Map.of("data", Map.of("contract", List.of(id)));

        assertUnknown(
                api.post("sam", form.records() + "/batch", Map.of("records", List.of(data, data))),
                "/records/1/data/contract/0");
        assertUnknown(
                form.create(
                        "sam", Map.of("papers", List.of(Map.of("paper", List.of(id)), Map.of("paper", List.of(id))))),
                "/data/papers/1/paper/0");

        made("sam", Map.of("contract", List.of(id)));
    }

    @Test
    void whoMayNotReadTheFieldDoesNotReadTheFile() throws IOException {
        String contract = form.uploaded("sam", "a.pdf", PDF);
        String scan = form.uploaded("sam", "b.pdf", PDF);
        String photo = form.uploaded("sam", "c.png", PNG);
        String paper = form.uploaded("sam", "d.pdf", PDF);
        String record = made(
                "sam",
                Map.of(
                        "contract", List.of(contract),
                        "scan", List.of(scan),
                        "photo", List.of(photo),
                        "papers", List.of(Map.of("paper", List.of(paper)))));

        for (String id : List.of(contract, scan, photo, paper)) {
            assertThat(form.download("sam", id).status()).isEqualTo(200);
            assertThat(form.download("admin", id).status()).isEqualTo(200);
            assertMissing("sue", id);
            assertMissing("nora", id);
        }
        for (String id : List.of(contract, scan)) {
            AttachmentForm.Answer masked = form.download("fay", id);
            assertThat(masked.status()).isEqualTo(403);
            assertThat(masked.text()).contains("file.masked").doesNotContain(".pdf");
        }
        assertMissing("fay", photo);
        assertMissing("fay", paper);
        JsonNode seen = form.data("fay", record);
        assertThat(seen.path("contract").path("masked").asText()).isNotEmpty();
        assertThat(seen.has("photo")).isFalse();
        assertThat(form.data("sam", record).at("/papers/0/paper/0/name").asText())
                .isEqualTo("d.pdf");
    }

    @Test
    void aSensitiveFileOpensThroughALiveRevealOnlyAndASecretOneNever() throws IOException {
        String photo = form.uploaded("sam", "id.png", PNG);
        String record = made("sam", Map.of("idPhoto", List.of(photo)));
        String seal = form.uploaded("admin", "seal.pdf", PDF);
        String sealed = made("admin", Map.of("seal", List.of(seal)));

        assertThat(form.download("sam", photo).status()).isEqualTo(403);
        assertThat(form.download("admin", photo).status()).isEqualTo(403);
        JsonNode values = api.post(
                        "sam",
                        form.records() + "/" + record + "/reveal",
                        Map.of("fields", List.of("idPhoto"), "purpose", "contract", "reason", "核对证件"))
                .orFail("revealing")
                .body()
                .path("values");

        assertThat(values.at("/idPhoto/0/name").asText()).isEqualTo("id.png");
        assertThat(form.download("sam", photo).body()).isEqualTo(PNG);
        assertThat(form.download("admin", photo).status()).isEqualTo(403);
        assertThat(form.download("admin", seal).status()).isEqualTo(403);
        assertThat(form.data("admin", sealed).path("seal").has("masked")).isTrue();
        JsonNode entries = new AuditSearch(api)
                .until(
                        "action=file.download&limit=200",
                        items -> items.toString().contains(record));
        assertThat(entries.toString()).doesNotContain("id.png");
    }

    @Test
    void aListOfFilesIsAddedToTakenFromAndReplaced() throws IOException {
        String one = form.uploaded("sam", "1.pdf", PDF);
        String two = form.uploaded("sam", "2.pdf", PDF);
        String record = made("sam", Map.of("contract", List.of(one)));

        assertThat(form.change("sam", record, Map.of("contract", Map.of("add", List.of(two))))
                        .ok())
                .isTrue();
        assertThat(names("sam", record)).containsExactly("1.pdf", "2.pdf");
        assertThat(form.change("sam", record, Map.of("contract", Map.of("remove", List.of(one))))
                        .ok())
                .isTrue();
        assertThat(names("sam", record)).containsExactly("2.pdf");
        assertMissing("sam", one);
        assertUnknown(
                form.change("sam", record, Map.of("contract", Map.of("remove", List.of(one)))),
                "/data/contract/remove/0");
        assertUnknown(form.change("sam", record, Map.of("contract", List.of(one))), "/data/contract/0");
        assertThat(form.change("sam", record, Map.of("contract", Map.of("plus", List.of(two))))
                        .status())
                .isEqualTo(422);

        String photo = form.uploaded("sam", "id.png", PNG);
        String guarded = made("sam", Map.of("idPhoto", List.of(photo)));
        String other = form.uploaded("sam", "new.png", PNG);
        assertThat(form.change("sam", guarded, Map.of("idPhoto", List.of(other)))
                        .status())
                .isEqualTo(422);
        assertThat(form.change("sam", guarded, Map.of("idPhoto", Map.of("replace", List.of(other))))
                        .ok())
                .isTrue();
        assertMissing("sam", photo);
        assertThat(form.download("sam", other).status()).isEqualTo(403);
    }

    @Test
    void whatTheFieldDoesNotTakeIsRefusedAndTheUploadStaysUsable() {
        String large = form.uploaded("sam", "a.pdf", Arrays.copyOf(PDF, 1_001));
        String text = form.uploaded("sam", "a.txt", "你好".getBytes(StandardCharsets.UTF_8));
        String drawing = form.uploaded("sam", "a.pdf", PNG);

        assertThat(codes(form.create("sam", Map.of("sheet", List.of(large))))).containsExactly("file.too-large");
        assertThat(codes(form.create("sam", Map.of("sheet", List.of(text))))).containsExactly("file.type-not-accepted");
        assertThat(codes(form.create("sam", Map.of("photo", List.of(large)))))
                .containsExactly("file.type-not-accepted");
        assertThat(codes(form.create("sam", Map.of("contract", List.of(large, text, drawing, large + "0")))))
                .containsExactly("file.unknown");
        made("sam", Map.of("contract", List.of(large, text), "photo", List.of(drawing)));
    }

    @Test
    void uploadsThatAreNoneAreRefusedWithTheirCodes() {
        assertThat(form.upload("sam", "a.pdf", new byte[0]).code()).isEqualTo("file.empty");
        assertThat(form.upload("sam", "合同.pdf", new byte[] {'M', 'Z', 0, 0}).code())
                .isEqualTo("file.type-refused");
        assertThat(form.upload("sam", "a.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("file.type-refused");
        assertThat(form.upload("sam", "a.png", new byte[] {0, 1, 2, 3}).code()).isEqualTo("file.type-unknown");
        assertThat(form.upload("sam", "a.png", Arrays.copyOf(PNG, 40)).code()).isEqualTo("file.damaged");
        assertThat(form.upload("sam", "..", PDF).code()).isEqualTo("file.name-invalid");
        assertThat(form.uploadAll("sam", List.of("a.pdf", "b.pdf"), PDF).code()).isEqualTo("file.one-expected");
        assertThat(form.uploadAll("sam", List.of(), PDF).code()).isEqualTo("file.one-expected");
        assertThat(api.post("sam", form.files(), "{}").code()).isEqualTo("file.not-multipart");
        assertThat(api.send("GET", "sam", form.files() + "/no-id", null).code()).isEqualTo("request.not-found");
    }

    @Test
    void aLargeFileIsServedInRangesAndNeverWrongly() throws IOException {
        byte[] large = new byte[3_500_000];
        new Random(7).nextBytes(large);
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        String id = form.uploaded("sam", "large.pdf", large);
        made("sam", Map.of("contract", List.of(id)));

        assertThat(form.download("sam", id).body()).isEqualTo(large);
        for (int[] range :
                new int[][] {{0, 0}, {1_048_519, 1_048_521}, {1_000_000, 3_200_000}, {3_499_999, 3_499_999}}) {
            AttachmentForm.Answer part = form.download("sam", id, "Range", "bytes=" + range[0] + "-" + range[1]);
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.header("content-range")).isEqualTo("bytes " + range[0] + "-" + range[1] + "/3500000");
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(large, range[0], range[1] + 1));
        }
        assertThat(form.download("sam", id, "Range", "bytes=3500000-").status()).isEqualTo(416);

        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String segments = "t_" + api.site().tenant() + ".file_segment";
            sql.run(
                    "update " + segments + " set body = set_byte(body, 900000, get_byte(body, 900000) # 1)"
                            + " where file = ?::uuid and place = 2",
                    id);
            assertBroken(id);
            sql.run(
                    "update " + segments + " set body = set_byte(body, 900000, get_byte(body, 900000) # 1)"
                            + " where file = ?::uuid and place = 2",
                    id);
            assertThat(form.download("sam", id).body()).isEqualTo(large);
            sql.run("update " + segments + " set place = 9 - place where file = ?::uuid and place in (1, 2)", id);
            assertBroken(id);
            sql.run("delete from " + segments + " where file = ?::uuid and place <> 0", id);
            assertBroken(id);
        }
    }

    @Test
    void aRowThatWasEditedOpensNothing() throws IOException {
        String photo = form.uploaded("sam", "id.png", PNG);
        String contract = form.uploaded("sam", "a.pdf", PDF);
        made("sam", Map.of("idPhoto", List.of(photo), "contract", List.of(contract)));
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String files = "t_" + api.site().tenant() + ".file";
            sql.run("update " + files + " set field = 'contract' where id = ?::uuid", photo);
            AttachmentForm.Answer moved = form.download("sam", photo);
            assertThat(moved.status()).isEqualTo(409);
            assertThat(moved.text()).contains("file.integrity");

            sql.run(
                    "update " + files
                            + "_segment set body = set_byte(body, 45, get_byte(body, 45) # 1) where file = ?::uuid",
                    contract);
            AttachmentForm.Answer edited = form.download("sam", contract);
            assertThat(edited.status()).isEqualTo(409);
            assertThat(edited.text()).contains("file.integrity").doesNotContain("PDF");
        }
    }

    @Test
    void neitherNameNorContentNorPlaceOfTheCameraLiesAboutInClear() throws IOException {
        String mark = "q" + Long.toString(Installation.number(), 36) + "zqfilevk";
        String name = mark + "name";
        String content = mark + "content";
        byte[] document = ("%PDF-1.7 " + content).getBytes(StandardCharsets.UTF_8);
        byte[] large = Arrays.copyOf(document, 2_500_000);
        System.arraycopy(document, 0, large, 2_000_000, document.length);
        String contract = form.uploaded("sam", name + ".pdf", document);
        String scan = form.uploaded("sam", name + ".pdf", large);
        form.uploaded("sam", name + ".txt", content.getBytes(StandardCharsets.UTF_8));
        form.upload("sam", name + ".exe", document);
        form.upload("sam", name + ".png", (content + "\0").getBytes(StandardCharsets.UTF_8));
        made("sam", Map.of("contract", List.of(contract), "scan", List.of(scan)));
        form.download("sam", scan);
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("checkpoint");
        }

        Sweep sweep = new Sweep(api.site(), List.of(new Canary(name), new Canary(content)));
        sweep.databases();
        sweep.allFiles();

        assertThat(sweep.hits()).isEmpty();
    }

    @Test
    void aSignatureIsSealedMaskedAndRevealed() {
        String png = Base64.getEncoder().encodeToString(PNG);
        String record = made("sam", Map.of("sign", Map.of("png", png)));

        assertThat(form.data("sam", record).path("sign").path("masked").asText())
                .isNotEmpty();
        JsonNode values = api.post(
                        "sam",
                        form.records() + "/" + record + "/reveal",
                        Map.of("fields", List.of("sign"), "purpose", "contract", "reason", "核对签名"))
                .orFail("revealing")
                .body()
                .path("values");
        assertThat(values.path("sign").path("png").asText()).isEqualTo(png);
        assertThat(codes(form.create("sam", Map.of("sign", "张三")))).containsExactly("field.signature-invalid");
    }

    private String made(String member, Map<String, Object> data) {
        return form.create(member, data).orFail("creating").body().path("id").asText();
    }

    private JsonNode listed(String member, String record) {
        return api.post(
                        member,
                        form.records() + "/query",
                        Map.of("filter", Map.of("field", "id", "op", "eq", "value", record)))
                .orFail("listing")
                .body()
                .at("/items/0/data");
    }

    private List<String> names(String member, String record) {
        return form.data(member, record).path("contract").findValuesAsText("name");
    }

    private static List<String> codes(Api.Result refused) {
        assertThat(refused.status()).isEqualTo(422);
        return refused.body().path("errors").findValuesAsText("code");
    }

    private static void assertUnknown(Api.Result refused, String pointer) {
        assertThat(codes(refused)).containsExactly("file.unknown");
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    private void assertMissing(String member, String id) throws IOException {
        assertThat(told(member, id))
                .isEqualTo(told(member, HiddenOrMissingTest.MISSING))
                .startsWith("404");
    }

    private String told(String member, String id) throws IOException {
        AttachmentForm.Answer answer = form.download(member, id);
        JsonNode problem = api.read(answer.text());
        return answer.status()
                + problem.path("code").asText()
                + problem.path("detail").asText()
                + problem.path("errors")
                + answer.header("content-type");
    }

    /** Bytes that came may be right, but what came never looks whole. */
    private void assertBroken(String id) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> form.download("sam", id));
    }
}
