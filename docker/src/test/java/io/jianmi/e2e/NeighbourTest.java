package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sue sells in the south and would like to know Sam's customers in the north. One way of trying each. */
@Tag("slow")
@ExtendWith(WithServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeighbourTest {

    private static final String QUERY = DemoCrm.CUSTOMERS + "/query";
    private static final int REPEATS = 60;
    private static final double SLACK_MILLIS = 8;

    private final Api api;
    private final int number = Installation.number();
    private String sams = "";
    private String sues = "";
    private String handed = "";

    NeighbourTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    /** One of Sam's, one of Sue's, and one of Sam's that Sue had a task on and sees masked since. */
    @BeforeAll
    void customers() {
        sams = create("sam", DemoCrm.data(number));
        sues = create("sue", DemoCrm.data(Installation.number()));
        Map<String, Object> data = DemoCrm.data(Installation.number());
        data.put("creditLimit", "777.77");
        data.put("source", "exhibition");
        handed = create("sam", data);
        act("mia", "transfer", Map.of("to", "sue"));
        act("sue", "approve", Map.of("comment", "同意"));
    }

    @Test
    void aRecordSeenMaskedAnswersToNoFilter() {
        assertThat(api.get("sue", DemoCrm.customer(handed))
                        .body()
                        .at("/data/source/masked")
                        .asText())
                .isNotEmpty();
        for (String value : List.of("web", "referral", "exhibition", "ad")) {
            for (String op : List.of("eq", "ne")) {
                assertThat(ids(query(is(handed), Map.of("field", "source", "op", op, "value", value))))
                        .isEmpty();
            }
        }
        for (String op : List.of("lt", "lte", "gt", "gte", "eq", "ne")) {
            Map<String, Object> limit = Map.of("field", "creditLimit", "op", op, "value", "777.77");
            Api.Result answer = query(is(handed), limit);
            assertThat(ids(answer)).isEmpty();
            assertThat(answer.body().at("/count/value").asInt(-1)).isZero();
        }
        assertThat(ids(query(is(handed)))).containsExactly(handed);
    }

    /** Whatever is asked about the value, negated or not, the record is there or not alike. */
    @Test
    void aRecordSeenMaskedTellsNothingByNegation() {
        Set<String> answers = new HashSet<>();
        for (String value : List.of("web", "referral", "exhibition", "ad")) {
            Map<String, Object> not = Map.of("not", Map.of("field", "source", "op", "eq", "value", value));
            answers.add(ids(query(is(handed), not)).toString());
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void aRecordSeenMaskedAnswersToNoSearch() {
        String mobile = api.get("sam", DemoCrm.customer(handed))
                .body()
                .at("/data/mobile")
                .asText();
        Map<String, Object> known = Map.of("field", "mobile", "op", "eq", "value", mobile);
        Map<String, Object> last = Map.of("field", "mobile", "op", "last4", "value", mobile.substring(7));
        assertThat(ids(query(known))).isEmpty();
        assertThat(ids(query(is(handed), last))).isEmpty();
    }

    @Test
    void neitherOrderNorCursorTellsAMaskedValue() {
        Map<String, Object> body = Map.of(
                "filter",
                Map.of("field", "id", "op", "in", "value", List.of(handed, sues)),
                "sort",
                List.of("-source"),
                "limit",
                1);
        String next = "";
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Map<String, Object> page = new java.util.HashMap<>(body);
            if (!next.isEmpty()) {
                page.put("after", next);
            }
            JsonNode answer = api.post("sue", QUERY, page).orFail("a page").body();
            answer.path("items").forEach(item -> order.add(item.path("id").asText()));
            next = answer.path("next").asText("");
            if (!next.equals("null") && !next.isEmpty()) {
                assertThat(new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8))
                        .doesNotContain("exhibition");
            }
        }
        // What she does not read stands last, whatever it is.
        assertThat(order).containsExactly(sues, handed);
    }

    @Test
    void aForgedCursorIsRefusedOrTellsTheSame() {
        Set<String> told = new HashSet<>();
        for (String guess : List.of("a", "exhibition", "f", "zzz")) {
            String forged = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            ("[\"" + guess + "\",\"" + new UUID(0, 0) + "\"]").getBytes(StandardCharsets.UTF_8));
            Api.Result answer = api.post(
                    "sue",
                    QUERY,
                    Map.of("filter", is(handed), "sort", List.of("-source"), "after", forged, "limit", 5));
            told.add(answer.status() + " " + ids(answer));
        }
        assertThat(told).hasSize(1);
        for (String junk : List.of("", "x", "bnVsbA", "W10", "W251bGwsbnVsbF0", "…", "a".repeat(5_000))) {
            Api.Result answer = api.post("sue", QUERY, Map.of("after", junk));
            assertThat(answer.status()).as(junk + answer.text()).isIn(200, 400, 422);
            assertThat(ids(answer)).doesNotContain(sams);
        }
    }

    @Test
    void countsCountWhatIsSeen() {
        int listed = 0;
        String next = null;
        int counted = -1;
        do {
            Map<String, Object> body = new java.util.HashMap<>(Map.of("limit", 200, "count", true));
            if (next != null) {
                body.put("after", next);
            }
            JsonNode answer = api.post("sue", QUERY, body).orFail("listing").body();
            listed += answer.path("items").size();
            counted = answer.at("/count/value").asInt();
            next = answer.path("next").isTextual() ? answer.path("next").asText() : null;
        } while (next != null);
        assertThat(counted).isEqualTo(listed);
    }

    @Test
    void spellingTheKnownDifferentlyFindsNothingEither() {
        String mobile = CanaryForm.mobile(number);
        String wide = Normalizer.normalize(mobile, Normalizer.Form.NFKC)
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '０'))
                .reduce("", String::concat);
        for (String spelled : List.of(
                mobile, "+86" + mobile, "0086" + mobile, mobile.substring(0, 3) + " " + mobile.substring(3), wide)) {
            Api.Result answer = query(Map.of("field", "mobile", "op", "eq", "value", spelled));
            assertThat(ids(answer)).as(spelled).isEmpty();
        }
        for (String id :
                List.of(sams.toUpperCase(Locale.ROOT), "{" + sams + "}", sams.replace("-", ""), sams + "%20")) {
            Api.Result answer = api.get(
                    "sue", DemoCrm.CUSTOMERS + "/" + id.replace("{", "%7B").replace("}", "%7D"));
            assertThat(answer.status()).as(id).isEqualTo(404);
        }
        for (String key : List.of("IdNumber", "idnumber", "ｉdNumber", "idNumber ", "idNumber\u0000", "\"idNumber\"")) {
            Api.Result answer = query(Map.of("field", key, "op", "eq", "value", "x"));
            assertThat(answer.body().at("/errors/0/code").asText(answer.code()))
                    .as(key)
                    .isIn("field.unknown", "request.malformed-json");
        }
    }

    @Test
    void askingForAHiddenFieldIsAskingForNone() {
        new MatrixExhibits(api).publish();
        String matrix = api.site().formPath(MatrixExhibits.APP, MatrixExhibits.FORM) + "/records";
        // Hidden for sales: the first of each level.
        for (String hidden : List.of("public0", "internal0", "personal0", "sensitive0", "secret0")) {
            assertAlike(hidden, key -> () -> api.post("sam", matrix + "/query", Map.of("fields", List.of(key))));
            assertAlike(hidden, key -> () -> api.post("sam", matrix + "/query", Map.of("sort", List.of(key))));
            assertAlike(
                    hidden,
                    key -> () -> api.post(
                            "sam", matrix + "/query", Map.of("filter", Map.of("field", key, "op", "isEmpty"))));
            assertAlike(hidden, key -> () -> api.post("sam", matrix, Map.of("data", Map.of(key, "x"))));
            assertAlike(hidden, key -> () -> api.post("sam", matrix + "/compute", Map.of("data", Map.of(key, "x"))));
        }
    }

    private void assertAlike(String hidden, java.util.function.Function<String, Supplier<Api.Result>> ask) {
        String none = "z".repeat(hidden.length());
        assertThat(HiddenOrMissingTest.told(ask.apply(hidden).get(), hidden))
                .isEqualTo(HiddenOrMissingTest.told(ask.apply(none).get(), none));
    }

    @Test
    void computingWithOtherPeoplesIdsTellsNothing() {
        Api.Result answer = api.post(
                "sue",
                DemoCrm.CUSTOMERS + "/compute",
                Map.of("data", Map.of("company", sams, "owner", "sam", "id", sams, "createdBy", sams)));
        assertThat(answer.text())
                .doesNotContain(CanaryForm.mobile(number), CanaryForm.idNumber(number), "王小明" + number);
        assertThat(answer.text()).contains("field.unknown");
    }

    @Test
    void whatIsHandedOverIsGoneWithItsHistory() {
        String given = create("sam", DemoCrm.data(Installation.number()));
        String sue = api.get("sue", "/api/v1/me").body().path("id").asText();
        api.patch("sam", DemoCrm.customer(given), Map.of("data", Map.of("owner", sue)), "If-Match", "\"1\"")
                .orFail("handing over");

        for (String way : List.of("", "/history", "/workflow")) {
            assertThat(api.get("sam", DemoCrm.customer(given) + way).status())
                    .as(way)
                    .isEqualTo(404);
        }
        assertThat(api.get("sue", DemoCrm.customer(given) + "/history").status())
                .isEqualTo(200);
    }

    @Test
    void anIdempotencyKeyIsItsOwners() {
        Pointers pointers = new Pointers(api);
        pointers.publish();
        String form = api.site().formPath(MatrixExhibits.APP, "pointer") + "/records";
        Map<String, Object> body = Map.of("data", Map.of("title", "同一"));
        String key = "key-" + Installation.number();

        String first = made(api.post("sam", form, body, "Idempotency-Key", key));
        String again = made(api.post("sam", form, body, "Idempotency-Key", key));
        String others = made(api.post("sue", form, body, "Idempotency-Key", key));

        assertThat(again).isEqualTo(first);
        assertThat(others).isNotEqualTo(first);
    }

    @Test
    void aHiddenRecordTakesAsLongAsAMissingOne() {
        List<Double> hidden = new ArrayList<>();
        List<Double> missing = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            hidden.add(millis(() -> api.get("sue", DemoCrm.customer(sams))));
            missing.add(millis(() -> api.get("sue", DemoCrm.customer(HiddenOrMissingTest.MISSING))));
        }
        double difference = Math.abs(median(hidden) - median(missing));
        System.out.printf(
                "hidden %.2f ms, missing %.2f ms (medians of %d)%n", median(hidden), median(missing), REPEATS);
        assertThat(difference).isLessThan(SLACK_MILLIS);
    }

    private static double millis(Supplier<Api.Result> ask) {
        long start = System.nanoTime();
        assertThat(ask.get().status()).isEqualTo(404);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private String create(String member, Map<String, Object> data) {
        return made(api.post(member, DemoCrm.CUSTOMERS, Map.of("data", data), "Prefer", "wait=2"));
    }

    private static String made(Api.Result answer) {
        return answer.orFail("creating").body().path("id").asText();
    }

    private void act(String member, String action, Map<String, Object> body) {
        String task = Inbox.task(api, member, "todo", handed);
        api.post(member, DemoCrm.TASKS + "/" + task + "/" + action, body, "Prefer", "wait=2")
                .orFail(action);
    }

    private static Map<String, Object> is(String id) {
        return Map.of("field", "id", "op", "eq", "value", id);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read, as a list
    private Api.Result query(Map<String, Object>... filters) {
        return api.post("sue", QUERY, Map.of("filter", Map.of("and", List.of(filters)), "count", true));
    }

    private static List<String> ids(Api.Result answer) {
        List<String> ids = new ArrayList<>();
        answer.body().path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
