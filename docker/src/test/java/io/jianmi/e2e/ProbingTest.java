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

/** A unique field tells that a value exists; how often it may, to whom, and that each time is on record. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ProbingTest {

    private static final int BUDGET = 20;
    private static final int SEARCHES = 60;

    private final Api api;
    private final AuditTrail trail;
    private final ProbeForm form;

    ProbingTest(RunningServer server) {
        api = new Api(Installation.site(server));
        trail = new AuditTrail(api.site());
        form = new ProbeForm(api);
    }

    @Test
    void aValueOutOfSightIsRefusedWithoutAPointerAndOnRecord() {
        int number = Installation.number();
        form.create("sam", number).orFail("sam's");

        Api.Result answer = form.create("sue", number);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("record.not-unique");
        assertThat(answer.body().has("errors")).isFalse();
        assertThat(answer.text()).doesNotContain("mobile").doesNotContain(CanaryForm.mobile(number));
        List<JsonNode> entries = trail.soon(answer);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("allowed").asBoolean(true)).isFalse();
        assertThat(entries.get(0).at("/ctx/problem").asText()).isEqualTo("record.not-unique");
        assertThat(entries.toString()).doesNotContain(CanaryForm.mobile(number));
    }

    @Test
    void whoReadsTheFieldEverywhereIsToldWhichItIs() {
        int number = Installation.number();
        form.create("sam", number).orFail("sam's");

        Api.Result answer = form.create("admin", number);

        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/data/mobile");
    }

    /** Once the budget is used up, a hit and a miss are refused alike, so nothing more can be learned. */
    @Test
    void guessingEndsWithTheBudget() {
        int number = Installation.number();
        form.create("sam", number).orFail("sam's");
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < BUDGET + 2; i++) {
            answers.add(form.create("sue", number).status());
        }

        assertThat(answers.subList(0, BUDGET)).containsOnly(409);
        assertThat(answers.subList(BUDGET, BUDGET + 2)).containsOnly(429);
        Api.Result hit = form.create("sue", number);
        Api.Result miss = form.create("sue", Installation.number());
        assertThat(HiddenOrMissingTest.told(hit, "")).isEqualTo(HiddenOrMissingTest.told(miss, ""));
        assertThat(miss.code()).isEqualTo("record.unique-limit");
        assertThat(trail.soon(miss)).hasSize(1);
        assertThat(form.create("sam", Installation.number()).status()).isEqualTo(201);
    }

    /** A minute may end in between, and a new budget begin; no minute has more than its own. */
    @Test
    void searchingForWhatOneMayNotReadEndsWithTheBudget() {
        int number = Installation.number();
        form.create("sam", number).orFail("sam's");
        assertThat(MinuteBudget.asked(() -> form.search("paul", number)).body().path("items"))
                .hasSize(1);
        int answered = 1;
        Api.Result answer = form.search("paul", Installation.number());
        while (answer.ok() && answered <= 2 * SEARCHES) {
            answered++;
            answer = form.search("paul", answered % 2 == 0 ? number : Installation.number());
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("record.search-limit");
        assertThat(answered).isBetween(SEARCHES, 2 * SEARCHES);
        List<JsonNode> entries = trail.soon(answer);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("allowed").asBoolean(true)).isFalse();
        assertThat(entries.get(0).at("/ctx/problem").asText()).isEqualTo("record.search-limit");
        assertThat(entries.toString()).doesNotContain(CanaryForm.mobile(number));
    }

    @Test
    void whoReadsTheFieldSearchesAsHeLikes() {
        int number = Installation.number();
        for (int i = 0; i <= SEARCHES; i++) {
            assertThat(form.search("admin", number).status()).isEqualTo(200);
        }
    }

    /** Of a refused batch each record may have been the one: it costs as much as asking for each. */
    @Test
    void aBatchIsNoCheaperThanItsRecords() {
        int number = Installation.number();
        form.create("sam", number).orFail("sam's");
        List<Object> records = new ArrayList<>();
        for (int i = 0; i < BUDGET; i++) {
            String mobile = CanaryForm.mobile(i == 7 ? number : Installation.number());
            records.add(Map.of("data", Map.of("mobile", mobile)));
        }

        Api.Result batch = api.post("sue", form.records() + "/batch", Map.of("records", records));

        assertThat(batch.status()).isEqualTo(409);
        assertThat(batch.body().has("errors")).isFalse();
        assertThat(batch.text()).doesNotContain("/7").doesNotContain("mobile");
        assertThat(form.create("sue", number).status()).isEqualTo(429);
    }
}
