package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Imports and exports as people use them. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ExchangeTest {

    private static final String BAD_ROWS = """
            编号,姓名,手机,金额,日期
            A1,钱一,17700000001,10.5,2026/3/2
            A2,钱二,12345,1,2026-01-01
            ,钱三,17700000003,1,2026-01-01
            A4,钱四,17700000004,-1,nonsense
            A1,钱五,17700000005,1,2026-01-01
            A6,钱六,17700000006,"¥1,234.50",46351
            """;

    private final RunningServer server;
    private final Api api;

    ExchangeTest(RunningServer server) {
        this.server = server;
        this.api = new Api(Installation.site(server));
    }

    private static List<String> errors(JsonNode job) {
        List<String> errors = new ArrayList<>();
        job.path("errors")
                .forEach(error -> errors.add(
                        error.path("row").asText() + " " + error.path("column").asText("-") + " "
                                + error.path("code").asText()));
        return errors;
    }

    @Test
    void aDryRunSaysWhatTheRealRunDoesAndStoresNothing() {
        ExchangeForm form = new ExchangeForm(api);

        JsonNode tried = form.imported("admin", BAD_ROWS, "{}", true);
        assertThat(tried.path("status").asText()).as(tried.toString()).isEqualTo("done");
        assertThat(form.count()).isZero();
        assertThat(errors(tried))
                .contains(
                        "3 手机 field.phone-invalid",
                        "4 编号 field.required",
                        "5 金额 field.minimum",
                        "6 编号 field.not-unique");

        String id = tried.path("id").asText();
        api.post("admin", form.path() + "/imports/" + id + "/run", "{}").orFail("running it");
        JsonNode real = form.ended("admin", "imports", id);

        assertThat(errors(real)).containsExactlyInAnyOrderElementsOf(errors(tried));
        assertThat(real.path("created").asInt())
                .isEqualTo(2)
                .isEqualTo(tried.path("created").asInt());
        assertThat(real.path("failed").asInt()).isEqualTo(4);
        assertThat(form.count()).isEqualTo(2);
        assertThat(real.toString()).doesNotContain("钱二", "12345", "nonsense");
        String file =
                api.get("admin", form.path() + "/imports/" + id + "/errors").text();
        assertThat(file).contains("3,手机,field.phone-invalid").doesNotContain("12345", "nonsense");
        for (String what : List.of("", "/events", "/errors")) {
            assertThat(api.get("sam", form.path() + "/imports/" + id + what).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void rowsAreMatchedByAFieldAndAnImportIsTakenBack() {
        ExchangeForm form = new ExchangeForm(api);
        form.imported("admin", "code,amount,mobile\nU1,1,17711110001\nU2,2,17711110002\n", "{}", false);

        JsonNode job =
                form.imported("admin", "code,amount\nU2,20\nU3,30\nU3,31\nU4,x\n", "{\"match\":\"code\"}", false);
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(job.path("updated").asInt()).isEqualTo(2);
        assertThat(errors(job)).containsExactly("5 金额 field.type");
        JsonNode protectedMatch =
                form.imported("admin", "mobile,amount\n17711110001,11\n", "{\"match\":\"mobile\"}", false);
        assertThat(protectedMatch.path("updated").asInt())
                .as(protectedMatch.toString())
                .isEqualTo(1);
        assertThat(form.exported(
                        "admin", Map.of("format", "csv", "fields", List.of("code", "amount"), "sort", List.of("code"))))
                .contains("U1,11.00", "U2,20.00", "U3,31.00");

        String id = job.path("id").asText();
        api.post("admin", form.path() + "/imports/" + id + "/undo", "{}").orFail("undoing");
        JsonNode undone = form.ended("admin", "imports", id);
        assertThat(undone.path("status").asText()).isEqualTo("undone");
        assertThat(undone.path("kept").asInt()).as("changed rows stay").isEqualTo(3);
        assertThat(form.count()).isEqualTo(3);

        JsonNode fresh = form.imported("admin", "code\nV1\nV2\n", "{}", false);
        api.post("admin", form.path() + "/imports/" + fresh.path("id").asText() + "/undo", "{}")
                .orFail("undoing");
        assertThat(form.ended("admin", "imports", fresh.path("id").asText())
                        .path("undone")
                        .asInt())
                .isEqualTo(2);
        assertThat(form.count()).isEqualTo(3);
    }

    @Test
    void filesThatAreNoneAndColumnsThatLeadNowhereAreRefusedAtOnce() {
        ExchangeForm form = new ExchangeForm(api);

        Api.Result unknown = form.send("admin", "编号,13800138000\n1,2\n", "{}", false);
        assertThat(unknown.code()).isEqualTo("import.mapping-invalid");
        assertThat(unknown.body().at("/errors/0/params/column").asText()).isEqualTo("B");
        assertThat(unknown.text()).doesNotContain("13800138000");
        assertThat(form.send("admin", "编号\n", "{}", false).code()).isEqualTo("import.empty");
        assertThat(form.send("admin", "PK\u0003\u0004", "{}", false).code()).isEqualTo("import.file-unreadable");
        assertThat(form.send("admin", "编号\n1\n", "[", false).code()).isEqualTo("import.options-invalid");
        assertThat(form.send("admin", "编号\n1\n", "{\"match\":\"amount\"}", false)
                        .body()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("import.match-unmapped");
        assertThat(form.send("fay", "编号\n1\n", "{}", false).code()).isEqualTo("record.action-refused");
        assertThat(form.send("nora", "编号\n1\n", "{}", false).status()).isEqualTo(404);
        // A field that he may not know of is a column that leads nowhere.
        assertThat(form.send("sam", "pin\n1\n", "{}", false).code()).isEqualTo("import.mapping-invalid");
        assertThat(form.count()).isZero();
    }

    /** What somebody said of a heading is suggested to him the next time, and to nobody else. */
    @Test
    void aMappingIsRememberedAndAnImportFoundAgain() {
        ExchangeForm form = new ExchangeForm(api);
        String file = "Nummer,Tel,pin\nM1,17755550001,x\nM2,17755550002,y\n";
        JsonNode before = form.columns("admin", file);
        assertThat(before.at("/columns/0/field").isNull()).isTrue();
        assertThat(before.at("/columns/2/field").asText()).isEqualTo("pin");
        assertThat(before.at("/columns/0/samples").toString()).isEqualTo("[\"M1\",\"M2\"]");
        assertThat(before.path("rows").asInt()).isEqualTo(2);
        assertThat(before.path("matchable").toString())
                .contains("code", "mobile")
                .doesNotContain("idNumber", "pin");

        JsonNode job = form.imported(
                "admin",
                file,
                "{\"columns\":{\"Nummer\":\"code\",\"Tel\":\"mobile\",\"pin\":\"\"},\"match\":\"code\"}",
                false);
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(2);

        JsonNode after = form.columns("admin", file);
        assertThat(after.at("/columns/0/field").asText()).isEqualTo("code");
        assertThat(after.at("/columns/1/field").asText()).isEqualTo("mobile");
        assertThat(after.at("/columns/2/field").isNull()).isTrue();
        assertThat(after.path("match").asText()).isEqualTo("code");

        List<String> keys = form.habitKeys();
        form.imported("admin", "Nummer\nM3\n", "{\"columns\":{\"Nummer\":\"name\"}}", true);
        assertThat(form.columns("admin", file).at("/columns/0/field").asText()).isEqualTo("name");
        assertThat(form.columns("admin", file).at("/columns/1/field").asText()).isEqualTo("mobile");
        assertThat(form.habitKeys())
                .as("a changed habit keeps its keys")
                .hasSize(1)
                .isEqualTo(keys);
        JsonNode other = form.columns("sam", file);
        assertThat(other.path("remembered").asBoolean()).isFalse();
        assertThat(other.at("/columns/2/field").isNull())
                .as("a field that he may not know of")
                .isTrue();
        assertThat(other.path("fields").toString()).doesNotContain("pin");
        assertThat(api.get("admin", form.path() + "/imports")
                        .body()
                        .at("/items/1/id")
                        .asText())
                .isEqualTo(job.path("id").asText());
        assertThat(api.get("sam", form.path() + "/imports").body().path("items"))
                .isEmpty();
    }

    /** PRIV-72: what leaves is what the groups give that list reading and exporting both. */
    @Test
    void whatLeavesIsMaskedAndRefusedAsDecided() {
        ExchangeForm form = new ExchangeForm(api);
        form.imported(
                "admin",
                "code,name,mobile,idNumber,pin,amount,day\n"
                        + "=X1,王小芳,17722220001,%s,geheim,1,2026-01-01\n".formatted(CanaryForm.idNumber(11))
                        + "X2,李雷,17722220002,,,5000,2026-01-01\n",
                "{}",
                false);

        String admin = form.exported("admin", Map.of("format", "csv", "sort", List.of("code")));
        assertThat(admin)
                .contains("'=X1,王小芳,17722220001,", "******", "X2,李雷", "简密 Jianmi · ")
                .doesNotContain(CanaryForm.idNumber(11), "geheim");
        String sam = form.exported("sam", Map.of("format", "json"));
        assertThat(sam)
                .contains("=X1", "\"masked\":\"177****0001\"")
                .doesNotContain("王小芳", "17722220001", "X2,", "\"X2", "geheim", "pin", "\"day\"");

        assertThat(clear(form, "admin", "idNumber").code()).isEqualTo("export.approval-required");
        assertThat(clear(form, "admin", "pin").code()).isEqualTo("export.never-clear");
        assertThat(clear(form, "sam", "mobile").code()).isEqualTo("export.not-in-clear");
        assertThat(clear(form, "sam", "pin").code()).isEqualTo("export.invalid");
        assertThat(clear(form, "fay", "amount").code()).isEqualTo("record.action-refused");
        assertThat(api.post("nora", form.path() + "/exports", Map.of()).status())
                .isEqualTo(404);
        assertThat(api.post(
                                "sam",
                                form.path() + "/exports",
                                Map.of("filter", Map.of("field", "name", "op", "eq", "value", "王小芳")))
                        .code())
                .isEqualTo("record.query-invalid");
        assertThat(api.get("admin", form.path() + "/imports/template?format=csv")
                        .text())
                .contains("编号,姓名,手机,身份证号,口令,金额,日期");
        String key = form.path().substring(form.path().lastIndexOf('/') + 1);
        new AuditSearch(api)
                .until(
                        "action=record.export-file&limit=200",
                        items -> items.toString().contains(key));
    }

    private Api.Result clear(ExchangeForm form, String who, String field) {
        return api.post(who, form.path() + "/exports", Map.of("format", "csv", "clear", List.of(field)));
    }

    @Test
    void anExportIsImportedAgainAsItWas() {
        ExchangeForm form = new ExchangeForm(api);
        form.imported("admin", "code,name,mobile,amount,day\n-A,王芳,17733330001,1.25,2026-02-03\n", "{}", false);
        String first = form.exported(
                "admin", Map.of("format", "csv", "fields", List.of("code", "name", "mobile", "amount", "day")));

        ExchangeForm other = new ExchangeForm(api);
        JsonNode job = other.imported("admin", first, "{}", false);
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(1);
        String again = other.exported(
                "admin", Map.of("format", "csv", "fields", List.of("code", "name", "mobile", "amount", "day")));

        assertThat(again.lines().limit(2).toList())
                .isEqualTo(first.lines().limit(2).toList());
    }

    @Test
    void aJobIsCancelled() {
        ExchangeForm form = new ExchangeForm(api);
        String id = ExchangeForm.id(form.send("admin", ExchangeForm.file(6_000), "{}", false));
        api.post("admin", form.path() + "/imports/" + id + "/cancel", "{}").orFail("cancelling");

        JsonNode job = form.ended("admin", "imports", id);
        assertThat(job.path("status").asText()).isEqualTo("cancelled");
        assertThat(form.count()).isEqualTo(job.path("created").asLong()).isLessThan(6_000);
    }

    /** Killed twice in the middle, it ends with each row once. */
    @Test
    void anImportGoesOnAfterTheServerWasKilledWithoutStoringARowTwice() throws InterruptedException {
        ExchangeForm form = new ExchangeForm(api);
        String id = ExchangeForm.id(form.send("admin", ExchangeForm.file(8_000), "{}", false));
        for (int least : List.of(1, 2_000)) {
            while (form.job("admin", "imports", id).path("created").asInt() < least) {
                Installation.pause(20);
            }
            server.kill();
            server.startAgain();
        }
        JsonNode job = form.ended("admin", "imports", id);

        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("done");
        assertThat(job.path("created").asInt()).isEqualTo(8_000);
        assertThat(job.path("failed").asInt()).isZero();
        assertThat(form.count()).isEqualTo(8_000);
    }
}
