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

/** What a record says of its person's consent stands in the ledger, for the privacy desk alone. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ConsentTest {

    private final Api api;
    private final ConsentForm form;

    ConsentTest(RunningServer server) {
        api = new Api(Installation.site(server));
        new MatrixExhibits(api).publish();
        form = new ConsentForm(api, "v1");
    }

    @Test
    void eachChangeIsAnEventAndADraftIsNone() {
        JsonNode draft = api.post(
                        "sam", form.records(), Map.of("data", ConsentForm.answer("v1", "marketing"), "submit", false))
                .orFail("drafting")
                .body();
        String id = draft.path("id").asText();
        assertThat(ledger(id)).isEmpty();

        change(id, 1, Map.of("data", Map.of(), "submit", true));
        assertThat(ledger(id)).containsExactly("grant marketing v1 sam", "refuse service v1 sam");

        change(id, 2, Map.of("data", ConsentForm.answer("v1")));
        assertThat(ledger(id)).startsWith("withdraw marketing v1 sam").hasSize(3);

        form.publish("v2");
        change(id, 3, Map.of("data", Map.of("name", "王女士")));
        assertThat(ledger(id)).hasSize(3);

        change(id, 4, Map.of("data", ConsentForm.answer("v2", "service")));
        assertThat(ledger(id))
                .startsWith("refuse marketing v2 sam", "grant service v2 sam")
                .hasSize(5);
    }

    @Test
    void whoeverAnswersHasReadTheNoticeThatStands() {
        form.publish("v2");
        Api.Result old = api.post("sam", form.records(), Map.of("data", ConsentForm.answer("v1", "service")));
        Api.Result none = api.post("sam", form.records(), Map.of("data", Map.of("name", "王女士")));
        Api.Result nothing = api.post("sam", form.records(), Map.of("data", ConsentForm.answer("v2")));

        assertThat(old.status()).isEqualTo(422);
        assertThat(old.text()).contains("field.consent-notice-changed").contains("/data/agreed/notice");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("field.required");
        assertThat(nothing.status()).as("to agree to nothing is an answer").isEqualTo(201);
    }

    @Test
    void nobodyAnswersForManyPeople() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(api.post("sam", form.records(), Map.of("data", ConsentForm.answer("v1")))
                    .orFail("creating")
                    .body()
                    .path("id")
                    .asText());
        }
        Api.Result many = api.post(
                "sam",
                form.records() + "/batch-update",
                Map.of("ids", ids, "data", ConsentForm.answer("v1", "marketing")));

        assertThat(many.status()).isEqualTo(422);
        assertThat(many.text()).contains("field.not-in-batch");
        ids.forEach(id -> assertThat(ledger(id)).hasSize(2));
    }

    /** What is taken back is not found any more; who was never asked agreed to nothing. */
    @Test
    void recordsAreFoundByWhatTheirPeopleAgreedTo() {
        String both = form.create(ConsentForm.answer("v1", "service", "marketing"));
        String one = form.create(ConsentForm.answer("v1", "service"));
        String none = form.create(ConsentForm.answer("v1"));
        change(both, 1, Map.of("data", ConsentForm.answer("v1", "service")));

        assertThat(found("sam", "contains", "service")).containsExactlyInAnyOrder(both, one);
        assertThat(found("sam", "contains", "marketing")).isEmpty();
        assertThat(found("sam", "notIn", List.of("service"))).containsExactly(none);
        assertThat(found("sam", "in", List.of("service", "marketing"))).containsExactlyInAnyOrder(both, one);
        assertThat(asked("sam", "eq", "service").body().at("/errors/0/code").asText())
                .isEqualTo("filter.operator");
        assertThat(asked("fay", "contains", "service")
                        .body()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("field.not-usable");
        assertThat(asked("rick", "contains", "service")
                        .body()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("field.unknown");
    }

    private List<String> found(String who, String operator, Object value) {
        List<String> ids = new ArrayList<>();
        asked(who, operator, value)
                .orFail("asking")
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private Api.Result asked(String who, String operator, Object value) {
        Map<String, Object> filter = Map.of("field", "agreed", "op", operator, "value", value);
        return api.post(who, form.records() + "/query", Map.of("filter", filter));
    }

    @Test
    void theLedgerIsThePrivacyDesksAlone() {
        String id = api.post("sam", form.records(), Map.of("data", ConsentForm.answer("v1")))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
        String ledger = form.consents() + "?subject=" + form.subject(id);

        for (String who : List.of("sam", "admin", "audra", "nora", "designer")) {
            assertThat(api.get(who, ledger).code()).as(who).isEqualTo("request.not-found");
        }
        assertThat(api.get("paul", ledger + "&limit=1").body().path("next").asText())
                .isNotEmpty();
        assertThat(api.get("paul", form.consents() + "?subject=nobody").status())
                .isEqualTo(400);
        assertThat(api.get("paul", form.consents() + "?subject=01a21559-d410-76f3-b7b8-0f997592be09")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    private void change(String id, int version, Map<String, Object> body) {
        api.patch("sam", form.records() + "/" + id, body, "If-Match", "\"" + version + "\"")
                .orFail("changing");
    }

    /** Newest first. */
    private List<String> ledger(String record) {
        List<String> events = new ArrayList<>();
        String sam = new MatrixExhibits(api).member("sam").path("id").asText();
        form.ledger(form.subject(record)).forEach(event -> {
            assertThat(event.path("record").asText()).isEqualTo(record);
            assertThat(event.path("by").asText()).isEqualTo(sam);
            events.add(event.path("act").asText() + " "
                    + event.path("purpose").asText() + " "
                    + event.path("notice").asText() + " sam");
        });
        return events;
    }
}
