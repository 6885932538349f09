package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One record shared with one member: who may, what that gives, how it ends, and what is wrong with a request. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ShareTest {

    private final Api api;
    private final ShareForm form;
    private String record = "";

    ShareTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new ShareForm(api);
    }

    @BeforeEach
    void aRecordOfSams() {
        record = form.create("sam");
    }

    @Test
    void theReceiverFindsItAmongHisOwnAndReadsItAsHisOwnGroupsSay() {
        String own = form.create("mia");
        assertNothing(api.get("mia", form.record(record)));

        Api.Result made = form.share("sam", record, "mia");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/member/id").asText()).isEqualTo(form.member("mia"));
        assertThat(made.body().at("/sharedBy/id").asText()).isEqualTo(form.member("sam"));
        assertThat(daysUntil(made.body())).isBetween(29L, 30L);
        assertThat(form.list("mia")).containsExactly(own, record);
        JsonNode seen = api.get("mia", form.record(record)).orFail("reading").body();
        assertThat(seen.path("shared").asBoolean()).isTrue();
        assertThat(seen.at("/data/code").asText()).isEqualTo("C1");
        assertThat(seen.at("/data/name/masked").asText()).isNotEmpty();
        assertThat(seen.at("/access/margin").asText())
                .as("what the sharer does not see, his own groups give")
                .isEqualTo("read");
        assertThat(api.get("mia", form.record(own)).body().has("shared")).isFalse();
        assertThat(api.get("sam", form.record(record)).body().has("shared")).isFalse();
    }

    /** Of his own nothing, of others' what is shared and lives, under the same conditions as any list. */
    @Test
    void whatIsSharedIsListedByItself() {
        form.create("sue");
        String second = form.create("sam", true, "C2");
        Map<String, Object> shared = Map.of("shared", true, "count", true);
        assertThat(form.query("sue", shared)).as("nothing is shared yet").isEmpty();
        form.share("sam", record, "sue").orFail("sharing");
        String share = id(form.share("sam", second, "sue"));

        assertThat(form.query("sue", shared)).containsExactly(second, record);
        assertThat(form.query(
                        "sue", Map.of("shared", true, "filter", Map.of("field", "code", "op", "eq", "value", "C2"))))
                .containsExactly(second);
        assertThat(form.query("sue", Map.of("shared", true, "limit", 1))).containsExactly(second);
        assertThat(total("sue")).isEqualTo(2);
        assertThat(form.query("sam", shared))
                .as("whoever shares receives nothing")
                .isEmpty();
        assertThat(total("max")).isZero();
        form.end("sam", second, share);
        assertThat(form.query("sue", shared)).containsExactly(record);
        api.delete("sam", form.record(record), "If-Match", "\"1\"").orFail("deleting");
        assertThat(form.query("sue", shared)).as("what lies in the bin").isEmpty();
        assertThat(form.query("admin", Map.of("shared", true, "trashed", true))).isEmpty();
        Map<String, Object> hidden =
                Map.of("shared", true, "filter", Map.of("field", "margin", "op", "eq", "value", 1));
        assertThat(api.post("max", form.form() + "/records/query", Map.of("shared", true, "sort", List.of("nothing")))
                        .status())
                .as("who receives nothing is told what is wrong all the same")
                .isEqualTo(422);
        assertThat(api.post("sue", form.form() + "/records/query", hidden).status())
                .isEqualTo(422);
    }

    private long total(String who) {
        return api.post(who, form.form() + "/records/query", Map.of("shared", true, "count", true))
                .orFail("counting")
                .body()
                .at("/count/value")
                .asLong();
    }

    @Test
    void whatEditsIsReadAndWhatRevealsIsMasked() {
        form.share("sam", record, "sue").orFail("sharing");

        JsonNode seen = api.get("sue", form.record(record)).orFail("reading").body();

        assertThat(seen.at("/access/name").asText()).isEqualTo("read");
        assertThat(seen.at("/data/name").asText()).isEqualTo("钱多多");
        assertThat(seen.at("/access/idNumber").asText()).isEqualTo("masked");
        assertThat(seen.path("access").has("margin")).isFalse();
    }

    @Test
    void itIsFilteredSortedSearchedAndCountedLikeAnyOther() {
        String own = form.create("sue");
        form.share("sam", record, "sue").orFail("sharing");

        assertThat(form.query("sue", Map.of("filter", is("code", "C1")))).containsExactlyInAnyOrder(own, record);
        assertThat(form.query("sue", Map.of("filter", Map.of("not", is("code", "C2")))))
                .containsExactlyInAnyOrder(own, record);
        assertThat(form.query("sue", Map.of("filter", is("name", "钱多多")))).containsExactlyInAnyOrder(own, record);
        assertThat(form.query("sue", Map.of("sort", List.of("-code"), "limit", 1)))
                .hasSize(1);
        JsonNode counted = api.post("sue", form.form() + "/records/query", Map.of("count", true))
                .body()
                .path("count");
        assertThat(counted.path("value").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"print", "history"})
    void historyIsReadAndNothingIsPrinted(String what) {
        form.share("sam", record, "sue").orFail("sharing");
        Api.Result answer = api.get("sue", form.record(record) + "/" + what);

        assertThat(answer.code()).isEqualTo(what.equals("print") ? "record.action-refused" : "");
    }

    @Test
    void nothingButReadingIsGiven() {
        form.share("sam", record, "sue").orFail("sharing");
        Map<String, Object> change = Map.of("data", Map.of("code", "C9"));

        assertRefused(api.patch("sue", form.record(record), change, "If-Match", "\"1\""));
        assertRefused(api.delete("sue", form.record(record), "If-Match", "\"1\""));
        assertRefused(form.share("sue", record, "mia"));
        assertThat(api.post(
                                "sue",
                                form.record(record) + "/reveal",
                                Map.of("fields", List.of("idNumber"), "purpose", "contract", "reason", "核对"))
                        .code())
                .isEqualTo("reveal.not-allowed");
        assertThat(api.post("sue", form.record(record) + "/comments", Map.of("text", "看到了"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aDenyStillBlinds() {
        String plain = form.create("sam", true, "plain");
        String secret = form.create("sam", true, "secret");
        form.share("sam", plain, "rick").orFail("sharing");
        form.share("sam", secret, "rick").orFail("sharing");

        assertThat(form.list("rick")).containsExactly(plain);
        assertNothing(api.get("rick", form.record(secret)));
        assertThat(api.get("rick", form.record(plain)).status()).isEqualTo(200);
    }

    @Test
    void itIsOverForEveryChannelWhenItIsEnded() {
        String share = id(form.share("sam", record, "sue"));
        assertThat(form.list("sue")).contains(record);

        assertThat(form.end("sam", record, share).status()).isEqualTo(204);

        assertGone("sue");
        assertNothing(form.end("sam", record, share));
    }

    /** No job ends it. */
    @Test
    void itIsOverForEveryChannelWhenItsTimeIs() {
        Instant until = Instant.now().plusSeconds(4);
        form.share("sam", record, "sue", until.toString()).orFail("sharing");
        assertThat(form.list("sue")).contains(record);

        while (!Instant.now().isAfter(until)) {
            Installation.pause(200);
        }

        assertGone("sue");
        assertThat(list("sam")).isEmpty();
        assertThat(form.share("sam", record, "sue").status()).isEqualTo(201);
        assertThat(form.list("sue")).contains(record);
    }

    @Test
    void sharingAgainChangesTheSameShare() {
        Api.Result first = form.share("sam", record, "sue");
        String later = Instant.now()
                .plus(60, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Api.Result longer = form.share("sam", record, "sue", later);
        Api.Result again = form.share("sam", record, "sue");

        assertThat(longer.status()).isEqualTo(200);
        assertThat(id(longer)).isEqualTo(id(first));
        assertThat(longer.body().path("until").asText()).isEqualTo(later);
        assertThat(again.body().path("until").asText())
                .as("the usual time shortens nothing")
                .isEqualTo(later);
        assertThat(list("sam")).containsExactly(form.member("sue"));
    }

    @Test
    void ofManyAtOnceOneIsMade() throws Exception {
        List<Api.Result> answers = new ArrayList<>();
        String sue = form.member("sue");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<Future<Api.Result>> asked = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                asked.add(pool.submit(() -> api.post("sam", form.shares(record), Map.of("member", sue))));
            }
            for (Future<Api.Result> one : asked) {
                answers.add(one.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(answers).allMatch(Api.Result::ok);
        assertThat(answers.stream().map(ShareTest::id).distinct()).hasSize(1);
        assertThat(list("sam")).containsExactly(sue);
    }

    @Test
    void itIsEndedByWhoMadeItWhoReceivesItAndWhoManages() {
        for (String who : List.of("sam", "sue", "admin")) {
            String share = id(form.share("sam", record, "sue"));
            assertThat(list(who)).containsExactly(form.member("sue"));
            assertThat(form.end(who, record, share).status()).isEqualTo(204);
        }
    }

    /** Two receivers know nothing of each other, and a share of another record is none of this one. */
    @Test
    void whatIsNotOnesOwnIsMissing() {
        String sues = id(form.share("sam", record, "sue"));
        form.share("sam", record, "mia").orFail("sharing");
        String other = form.create("sam");
        form.share("sam", other, "mia").orFail("sharing");

        assertThat(list("mia")).containsExactly(form.member("mia"));
        assertNothing(form.end("mia", record, sues));
        assertNothing(form.end("sam", other, sues));
        assertNothing(form.end("sam", record, HiddenOrMissingTest.MISSING));
        assertNothing(form.end("sam", record, "nonsense"));
        assertNothing(api.get("max", form.shares(record)));
        assertNothing(form.end("max", record, sues));
        assertNothing(form.share("max", record, "sue"));
    }

    @Test
    void inTheBinItIsSharedWithNobody() {
        form.share("sam", record, "sue").orFail("sharing");
        api.delete("sam", form.record(record), "If-Match", "\"1\"").orFail("deleting");

        assertGone("sue");
        assertThat(form.query("sue", Map.of("trashed", true))).isEmpty();
        api.post("admin", form.record(record) + "/restore", "{}").orFail("restoring");
        assertThat(form.list("sue")).as("until it is taken out again").contains(record);
    }

    @Test
    void aDraftIsSharedWithNobody() {
        String draft = form.create("sam", false, "C1");

        assertThat(form.share("sam", draft, "sue").code()).isEqualTo("share.draft");
        assertNothing(form.share("admin", draft, "sue"));
    }

    /** Whoever may see it and not share it is told so. */
    @Test
    void sharingIsARightOfItsOwn() {
        assertRefused(form.share("admin", record, "sue"));
    }

    @ParameterizedTest
    @CsvSource({"fay, share.no-read", "nora, share.no-read", "sam, share.oneself"})
    void thatItCannotBeSharedWithSomebodyIsSaid(String receiver, String code) {
        Api.Result answer = form.share("sam", record, receiver);

        assertThat(answer.status()).isEqualTo(422);
        assertFinding(answer, code, "/member");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; field.required; /member",
                "{\"member\": null}; field.required; /member",
                "{\"member\": \"nobody-here\"}; member.unknown; /member",
                "{\"member\": 7}; member.unknown; /member",
                "{\"member\": [\"x\"]}; member.unknown; /member",
                "[]; request.type; ''",
                "{\"member\": \"SUE\", \"note\": \"x\"}; request.unknown-property; /note",
                "{\"member\": \"SUE\", \"until\": \"2020-01-01T00:00:00Z\"}; share.until-past; /until",
                "{\"member\": \"SUE\", \"until\": \"2999-01-01T00:00:00Z\"}; share.until-too-late; /until",
                "{\"member\": \"SUE\", \"until\": \"tomorrow\"}; field.type; /until",
                "{\"member\": \"SUE\", \"until\": \"2026-12-01\"}; field.type; /until",
                "{\"member\": \"SUE\", \"until\": 5}; field.type; /until"
            })
    void badInputIsRefusedWithACodeAndAPlace(String body, String code, String pointer) {
        Api.Result answer = api.post("sam", form.shares(record), body.replace("SUE", form.member("sue")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("record.validation");
        assertFinding(answer, code, pointer);
        assertThat(answer.text()).doesNotContain("nobody-here").doesNotContain("tomorrow");
        assertThat(list("sam")).isEmpty();
    }

    @Test
    void everyShareAndEveryEndIsOnRecord() {
        String share = id(form.share("sam", record, "sue"));
        form.end("sue", record, share);
        String key = form.form().substring(form.form().lastIndexOf('/') + 1);

        JsonNode entries = new AuditSearch(api)
                .until(
                        "target=record/" + key + "/" + record,
                        items -> items.findValuesAsText("action").contains("record.unshare"));
        assertThat(entries.findValuesAsText("action")).contains("record.share");
    }

    @Test
    void nobodyKnowsWhenAShareOfLongAgoWas() {
        String share = id(form.share("sam", record, "sue"));
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("update t_" + api.site().tenant()
                    + ".record_share set until = now() - interval '1 second' where id = '" + share + "'");
        }

        assertGone("sue");
        assertNothing(form.end("sam", record, share));
    }

    private void assertGone(String person) {
        assertThat(form.list(person)).doesNotContain(record);
        for (String what : List.of("", "/history", "/comments", "/shares", "/print")) {
            assertNothing(api.get(person, form.record(record) + what));
        }
    }

    private List<String> list(String person) {
        List<String> members = new ArrayList<>();
        api.get(person, form.shares(record))
                .orFail("listing")
                .body()
                .path("items")
                .forEach(share -> members.add(share.at("/member/id").asText()));
        return members;
    }

    private static long daysUntil(JsonNode share) {
        return Duration.between(Instant.now(), Instant.parse(share.path("until").asText()))
                .toDays();
    }

    private static Map<String, Object> is(String field, String value) {
        return Map.of("field", field, "op", "eq", "value", value);
    }

    private static String id(Api.Result share) {
        return share.orFail("sharing").body().path("id").asText();
    }

    private static void assertFinding(Api.Result answer, String code, String pointer) {
        assertThat(answer.body().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    private static void assertNothing(Api.Result answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("request.not-found");
    }

    private static void assertRefused(Api.Result answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("record.action-refused");
    }
}
