package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.privacy.masking.Maskers;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "This phone is already a customer of 王**'s": what is told, to whom, and what is not. */
@Tag("slow")
@ExtendWith(WithServer.class)
class DuplicatesTest {

    private static final int PER_MINUTE = 60;

    private final Api api;
    private final AuditTrail trail;
    private DuplicateForm form;
    private int number;
    private String mobile = "";

    DuplicatesTest(RunningServer server) {
        api = new Api(Installation.site(server));
        trail = new AuditTrail(api.site());
        form = new DuplicateForm(api);
    }

    @BeforeEach
    void aNumberThatNobodyHas() {
        number = Installation.number();
        mobile = CanaryForm.mobile(number);
    }

    @Test
    void ofARecordOutOfSightOnlyThatItIsThereAndTheMaskedNameOfWhoMadeIt() {
        String code = "C" + number;
        String id = form.create("sue", Map.of("mobile", mobile, "code", code, "note", "密谈" + number), true);

        Api.Result answer = form.ask("sam", Map.of("mobile", mobile));

        JsonNode item = answer.orFail("asking").body().at("/items/0");
        assertThat(item.path("field").asText()).isEqualTo("mobile");
        assertThat(item.path("count").asInt()).isEqualTo(1);
        assertThat(item.path("exact").asBoolean()).isTrue();
        assertThat(item.path("records").toString()).isEqualTo("[{\"owner\":\"" + masked("sue") + "\"}]");
        assertThat(answer.text()).doesNotContain(id, code, "密谈", mobile);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void ofOneInSightItsIdAndTitle() {
        String id = form.create("sam", Map.of("mobile", mobile, "code", "C" + number), true);

        JsonNode records = form.ask("sam", Map.of("mobile", mobile)).body().at("/items/0/records");

        assertThat(records.toString()).isEqualTo("[{\"id\":\"" + id + "\",\"title\":\"C" + number + "\"}]");
    }

    @Test
    void oneValueInTwoSpellingsIsOne() {
        form.create("sue", Map.of("mobile", mobile), true);

        String spaced = "+86 " + mobile.substring(0, 3) + " " + mobile.substring(3, 7) + " " + mobile.substring(7);

        assertThat(DuplicateForm.counts(form.ask("sam", Map.of("mobile", spaced))))
                .containsEntry("mobile", 1);
    }

    @Test
    void everyFieldWithAnIndexIsAskedAboutAtOnceAndNoOther() {
        String email = "e" + number + "@example.cn";
        Map<String, String> data = Map.of(
                "mobile", mobile, "email", email, "code", "C" + number, "amount", number + ".50", "note", "n" + number);
        form.create("sue", data, true);

        assertThat(DuplicateForm.counts(form.ask("sam", data)))
                .containsOnly(
                        Map.entry("mobile", 1), Map.entry("email", 1), Map.entry("code", 1), Map.entry("amount", 1));
        assertThat(DuplicateForm.counts(form.ask("sam", Map.of("amount", number + ".5"))))
                .containsOnly(Map.entry("amount", 1));
        assertThat(DuplicateForm.counts(form.ask("sam", Map.of("mobile", CanaryForm.mobile(number + 1)))))
                .isEmpty();
        assertThat(DuplicateForm.counts(form.ask("sam", Map.of()))).isEmpty();
    }

    @Test
    void theRecordBeingChangedIsNoDuplicateOfItselfAndOneOutOfSightIsNotLeftOut() {
        String mine = form.create("sam", Map.of("mobile", mobile), true);
        assertThat(DuplicateForm.counts(form.askExcept("sam", Map.of("mobile", mobile), mine)))
                .isEmpty();

        String others = form.create("sue", Map.of("mobile", mobile), true);
        assertThat(DuplicateForm.counts(form.askExcept("sam", Map.of("mobile", mobile), mine)))
                .containsEntry("mobile", 1);
        assertThat(DuplicateForm.counts(form.askExcept("sam", Map.of("mobile", mobile), others)))
                .as("or one could learn which record it is")
                .containsEntry("mobile", 2);
    }

    @Test
    void draftsOfOthersAndWhatLiesInTheBinAreNotThere() {
        form.create("sue", Map.of("mobile", mobile), false);
        String binned = form.create("sue", Map.of("mobile", mobile), true);
        api.delete("sue", form.record(binned), "If-Match", "\"1\"").orFail("deleting");

        assertThat(DuplicateForm.counts(form.ask("sam", Map.of("mobile", mobile))))
                .isEmpty();
        assertThat(DuplicateForm.counts(form.ask("sue", Map.of("mobile", mobile))))
                .as("her own draft")
                .containsEntry("mobile", 1);
    }

    @Test
    void twentyAreToldOfAndThatThereAreMore() {
        form.createMany("sue", 23, Map.of("mobile", mobile));

        JsonNode item = form.ask("sam", Map.of("mobile", mobile)).body().at("/items/0");

        assertThat(item.path("count").asInt()).isEqualTo(20);
        assertThat(item.path("exact").asBoolean()).isFalse();
        assertThat(item.path("records")).hasSize(20);
    }

    @Test
    void whatWasChangedBySqlIsNotToldOf() {
        String id = form.create("sue", Map.of("mobile", mobile), true);
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String key = form.record("").replaceFirst("/records/$", "").replaceFirst("^.*/", "");
            sql.run("update " + sql.formTable(api.site().tenant(), key) + " set note = 'x' where id = ?::uuid", id);
        }

        assertThat(DuplicateForm.counts(form.ask("sam", Map.of("mobile", mobile))))
                .isEmpty();
    }

    @Test
    void itIsARightOfItsOwn() {
        form.create("sue", Map.of("mobile", mobile), true);

        assertThat(form.ask("mia", Map.of("mobile", mobile)).code()).isEqualTo("record.action-refused");
        assertThat(form.ask("nora", Map.of("mobile", mobile)).code()).isEqualTo("request.not-found");
        assertThat(DuplicateForm.counts(form.ask("admin", Map.of("mobile", mobile))))
                .containsEntry("mobile", 1);
        JsonNode records = form.ask("rose", Map.of("mobile", mobile)).body().at("/items/0/records");
        assertThat(records.toString())
                .as("she reads none of them")
                .isEqualTo("[{\"owner\":\"" + masked("sue") + "\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sam | {\"idNumber\": \"110101199001011237\"} | /data/idNumber field.unknown",
                "sam | {\"nothing\": \"x\"} | /data/nothing field.unknown",
                "sam | {\"mobile\": 7} | /data/mobile field.type",
                "rose | {\"code\": \"C1\"} | /data/code field.not-usable"
            })
    void whatCannotBeAskedAboutIsRefusedWithItsPlace(String who, String data, String finding) {
        Api.Result refused = api.post(who, form.record("duplicates"), "{\"data\": " + data + "}");

        assertThat(refused.code()).isEqualTo("record.validation");
        assertThat(BatchForm.findings(refused)).containsExactly(finding);
    }

    @Test
    void aRequestOfAnotherShapeIsRefused() {
        assertThat(BatchForm.findings(form.askExcept("sam", Map.of(), "x"))).containsExactly("/except request.type");
        assertThat(BatchForm.findings(api.post("sam", form.record("duplicates"), "{\"data\":{},\"deep\":1}")))
                .containsExactly("/deep request.unknown-property");
    }

    @Test
    void itIsLoggedBeforeItIsAnsweredByFieldAndNumber() {
        form.create("sue", Map.of("mobile", mobile), true);
        Api.Result answer = form.ask("sam", Map.of("mobile", mobile, "code", "C" + number));

        List<JsonNode> entries = trail.now(answer);

        assertThat(entries).allMatch(entry -> entry.path("act").asText().equals("record.duplicates"));
        assertThat(entries)
                .extracting(entry -> entry.at("/ctx/index").asText() + " "
                        + entry.at("/ctx/count").asInt())
                .containsExactlyInAnyOrder("mobile/exact 1", "code/exact 0");
        assertThat(entries.toString()).doesNotContain(mobile, "C" + number);
        assertThat(trail.soon(form.ask("mia", Map.of("mobile", mobile)))
                        .get(0)
                        .path("allowed")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void oneMayAskSoOftenAndNoMore() {
        Api.Result last = form.ask("rick", Map.of("mobile", mobile));
        for (int i = 0; i <= 2 * PER_MINUTE && last.ok(); i++) {
            last = form.ask("rick", Map.of("mobile", mobile));
        }

        assertThat(last.code()).isEqualTo("record.search-limit");
        assertThat(last.status()).isEqualTo(429);
        assertThat(trail.soon(last).get(0).at("/ctx/problem").asText()).isEqualTo("record.search-limit");
    }

    private String masked(String member) {
        String name = new MatrixExhibits(api).member(member).path("name").asText();
        return Maskers.builtIn().of(DataCategory.NAME).mask(name);
    }
}
