package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.audit.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** PRIV-86, 115, 117, 118: a person is forgotten everywhere, others are not, and what is certified is true. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ErasureTest {

    private final Api api;
    private final CanaryForm form;
    private final PrivacyActs desk;
    private final AttachmentForm files;
    private final List<Canary> canaries = new ArrayList<>();
    private final int number = Installation.number();

    ErasureTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new CanaryForm(api);
        desk = new PrivacyActs(api, server.baseUrl());
        files = new AttachmentForm(api);
        form.publish();
    }

    @Test
    void nothingIsLeftOfAnErasedPersonAndOthersAreUntouched(@TempDir Path folder) throws Exception {
        String other = form.create("admin", CanaryForm.data(number + 500_000, "A"));
        JsonNode otherBefore =
                api.get("admin", form.record(other)).orFail("reading").body();
        String record = form.create("admin", person());
        String subject = person(record);
        String task = task(record);
        api.patch(
                        "admin",
                        form.record(other),
                        Map.of("data", Map.of("opinion", "无关")),
                        "If-Match",
                        form.etag("admin", other))
                .orFail("changing another");
        JsonNode otherThen =
                api.get("admin", form.record(other)).orFail("reading").body();
        String file = talk(record);
        String export = exported();
        api.post(
                        "admin",
                        form.record(record) + "/reveal",
                        Map.of("fields", List.of("idNumber"), "purpose", "contract", "reason", canary("事由")))
                .orFail("revealing");

        JsonNode ordered = desk.ordered(subject, canary("请求删除"));
        JsonNode erasure = desk.completed(ordered.path("id").asText());

        JsonNode certificate = erasure.path("certificate");
        assertThat(certificate.at("/forms/0/form").asText()).isEqualTo("canary");
        assertThat(certificate.at("/forms/0/records").asInt()).isEqualTo(1);
        assertThat(certificate.at("/counts/keys").asInt()).isEqualTo(1);
        assertThat(certificate.at("/counts/files").asInt()).isEqualTo(1);
        assertThat(certificate.at("/counts/workflows").asInt()).isEqualTo(1);
        assertThat(certificate.path("finalAt").asText())
                .isGreaterThan(certificate.path("keysDestroyedAt").asText());
        assertThat(erasure.path("steps")).allMatch(step -> !step.path("at").isNull());
        everyChannelAnswersAsMissing(record, task, file, export);
        JsonNode otherAfter =
                api.get("admin", form.record(other)).orFail("reading").body();
        assertThat(otherAfter).isEqualTo(otherThen).isNotEqualTo(otherBefore);
        nothingIsKept(subject, record);
        assertThat(verified(folder)).startsWith("OK: ");
    }

    private void everyChannelAnswersAsMissing(String record, String task, String file, String export)
            throws IOException {
        String path = form.record(record);
        for (String who : List.of("admin", "sam", "mia", "paul", "audra")) {
            for (String there : List.of("", "/history", "/comments", "/workflow", "/workflow/certificate", "/shares")) {
                Api.Result answer = api.get(who, path + there);
                Api.Result missing = api.get(who, form.record(HiddenOrMissingTest.MISSING) + there);
                assertThat(answer.status()).as(who + there).isEqualTo(404);
                assertThat(answer.code()).as(who + there).isEqualTo(missing.code());
            }
        }
        assertThat(api.get("mia", api.site().tenantPath() + "/tasks/" + task).status())
                .isEqualTo(404);
        assertThat(files.download("admin", file).status()).isEqualTo(404);
        assertThat(api.get("admin", export + "/file").status()).isGreaterThanOrEqualTo(400);
        assertThat(found("id", record)).isEmpty();
        assertThat(found("mobile", CanaryForm.mobile(number))).isEmpty();
        assertThat(api.get("mia", api.site().tenantPath() + "/tasks?box=todo&record=" + record)
                        .body()
                        .path("items"))
                .isEmpty();
        JsonNode subjects = MinuteBudget.asked(() -> api.get(
                        "paul", api.site().tenantPath() + "/privacy/subjects?search=" + CanaryForm.mobile(number)))
                .orFail("searching")
                .body();
        assertThat(subjects.path("items")).isEmpty();
    }

    private JsonNode found(String field, String value) {
        return MinuteBudget.asked(() -> api.post(
                        "admin",
                        form.records() + "/query",
                        Map.of("filter", Map.of("field", field, "op", "eq", "value", value))))
                .orFail("searching")
                .body()
                .path("items");
    }

    /** A dump of all tables of all databases holds none of it, and there is nothing that her keys would open. */
    private void nothingIsKept(String subject, String record) {
        Sweep sweep = new Sweep(api.site(), canaries);
        sweep.databases();
        assertThat(sweep.tables()).isGreaterThan(100);
        assertThat(sweep.hits()).isEmpty();
        try (Sql keys = Sql.open(api.site(), "jianmi_keys")) {
            assertThat(keys.number("select count(*) from subject_key where subject = ?::uuid", subject))
                    .isZero();
            assertThat(keys.number(
                            "select count(*) from erasure where subject = ?::uuid and closed_at is not null", subject))
                    .isEqualTo(1);
        }
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            assertThat(sql.number(
                            "select count(*) from t_demo.audit_entry where subject = ?::uuid and (salt is not null or payload is not null)",
                            subject))
                    .isZero();
            for (String table : List.of(
                    "record_history", "record_comment", "record_share", "reveal_grant", "notification", "file")) {
                assertThat(sql.number("select count(*) from t_demo." + table + " where record = ?::uuid", record))
                        .as(table)
                        .isZero();
            }
            assertThat(sql.number(
                            "select count(*) from t_demo.wf_timeline where record = ?::uuid and (comment is not null or salt is not null)",
                            record))
                    .isZero();
            assertThat(sql.number("select count(*) from t_demo.subject_identifier where subject = ?::uuid", subject))
                    .isZero();
            assertThat(sql.number("select count(*) from " + form.table(sql) + " where subject_id = ?::uuid", subject))
                    .isZero();
        }
    }

    @Test
    void aHoldMakesAnErasureWaitAndItsReleaseLetsItBegin() throws Exception {
        String record = form.create("admin", person());
        String subject = person(record);
        desk.hold(subject).orFail("holding");

        JsonNode ordered = desk.ordered(subject, "请求删除");
        Installation.pause(5_000);

        assertThat(ordered.path("status").asText()).isEqualTo("restricted");
        assertThat(desk.erasure(ordered.path("id").asText()).path("status").asText())
                .isEqualTo("restricted");
        assertThat(api.get("admin", form.record(record)).status()).isEqualTo(404);
        assertThat(desk.act("paul", subject, "lift").code()).isEqualTo("restriction.erasing");
        try (Sql keys = Sql.open(api.site(), "jianmi_keys")) {
            assertThat(keys.number("select count(*) from subject_key where subject = ?::uuid", subject))
                    .isEqualTo(1);
        }

        desk.act("paul", subject, "release").orFail("releasing");

        desk.completed(ordered.path("id").asText());
        assertThat(desk.hold(subject).code()).isEqualTo("request.not-found");
    }

    @Test
    void aRestrictedPersonsRecordsAreThereForNobodyUntilItIsLifted() {
        String record = form.create("admin", person());
        String subject = person(record);
        String etag = form.etag("admin", record);
        JsonNode before =
                api.get("admin", form.record(record)).orFail("reading").body();

        desk.act("paul", subject, "restrict").orFail("restricting");

        assertThat(api.get("admin", form.record(record)).code()).isEqualTo("request.not-found");
        assertThat(api.patch("admin", form.record(record), Map.of("data", Map.of("level", "B")), "If-Match", etag)
                        .code())
                .isEqualTo("request.not-found");
        assertThat(found("id", record)).isEmpty();
        assertThat(desk.act("paul", subject, "restrict").code()).isEqualTo("restriction.standing");

        desk.act("paul", subject, "lift").orFail("lifting");

        assertThat(api.get("admin", form.record(record)).orFail("reading").body())
                .isEqualTo(before);
        assertThat(desk.act("paul", subject, "lift").code()).isEqualTo("restriction.none");
    }

    @Test
    void allOfItIsThePrivacyOfficersAloneAndTakesASecondPersonAndASecondFactor() {
        String subject = person(form.create("admin", person()));
        for (String who : List.of("admin", "audra", "sam", "nora", "designer")) {
            for (String act : List.of("restrict", "lift", "hold", "release")) {
                assertThat(desk.act(who, subject, act).code()).as(who + act).isEqualTo("request.not-found");
            }
            assertThat(api.post(who, desk.subject(subject) + "/erase", Map.of("reason", "请求删除"))
                            .code())
                    .as(who)
                    .isEqualTo("request.not-found");
            assertThat(api.get(who, desk.erasures()).code()).as(who).isEqualTo("request.not-found");
        }
        String approval = desk.asked(subject, "请求删除");
        assertThat(desk.asked(subject, "再次请求")).isEqualTo(approval);
        Map<String, String> carryOut = Map.of("request", approval);

        Api.Result early = api.post("paul", desk.subject(subject) + "/erase", carryOut);
        desk.agreed(approval);
        Api.Result weak = api.post("paul", desk.subject(subject) + "/erase", carryOut);

        assertThat(early.status()).isEqualTo(202);
        assertThat(early.body().path("status").asText()).isEqualTo("pending");
        assertThat(weak.code()).isEqualTo("erasure.step-up-required");
        assertThat(api.post("paul", desk.subject(subject) + "/erase", Map.of("reason", " "))
                        .code())
                .isEqualTo("erasure.reason-required");
    }

    private Map<String, Object> person() {
        int base = number + canaries.size() * 7;
        Map<String, Object> data = new LinkedHashMap<>(CanaryForm.data(canaries.isEmpty() ? number : base, "A"));
        data.put("name", canary("名"));
        data.put("email", canary("e") + "@example.cn");
        data.put("address", canary("地址"));
        data.put("illness", canary("病"));
        data.put("amount", "10.00");
        return data;
    }

    private String canary(String prefix) {
        String value = prefix + "x" + Long.toString(Installation.number(), 36) + "er" + canaries.size() + "vk";
        canaries.add(new Canary(value));
        return value;
    }

    /** A comment with a file, whose name is hers too. */
    private String talk(String record) {
        String file =
                files.uploaded("admin", canary("附件") + ".txt", canary("正文").getBytes(StandardCharsets.UTF_8));
        api.post("admin", form.record(record) + "/comments", Map.of("text", canary("评论"), "files", List.of(file)))
                .orFail("commenting");
        return file;
    }

    private String exported() {
        String path = api.site().formPath(CanaryForm.APP, CanaryForm.FORM) + "/exports";
        String job = path + "/"
                + api.post("admin", path, Map.of("format", "json"))
                        .orFail("exporting")
                        .body()
                        .path("id")
                        .asText();
        while (!api.get("admin", job)
                .orFail("the job")
                .body()
                .path("status")
                .asText()
                .equals("done")) {
            Installation.pause(100);
        }
        return job;
    }

    private String task(String record) {
        return Inbox.task(api, "mia", "todo", record);
    }

    private String person(String record) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            return sql.texts("select subject_id::text from " + form.table(sql) + " where id = ?::uuid", record)
                    .get(0);
        }
    }

    private String verified(Path folder) throws IOException {
        String exports = api.site().tenantPath() + "/audit/exports";
        String id = api.send("POST", "audra", exports, null)
                .orFail("exporting the log")
                .body()
                .path("id")
                .asText();
        Path file = folder.resolve("log.jsonl");
        Files.writeString(
                file,
                api.get("audra", exports + "/" + id + "/file").orFail("the log").text());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        VerifyCommand.run(file, new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
