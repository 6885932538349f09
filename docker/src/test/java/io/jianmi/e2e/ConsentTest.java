package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a record says of its person's consent stands in the ledger, for the privacy desk alone. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ConsentTest {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "线索", "fields": [
              {"key": "name", "type": "text", "title": "称呼", "sensitivity": {"level": "internal"}},
              {"key": "agreed", "type": "consent", "title": "同意", "required": true, "notice": "%s",
               "purposes": ["service", "marketing"]}],
             "permissionGroups": [{"key": "sales", "title": "销售", "members": {"roles": ["sales"]},
               "actions": ["create", "read", "update", "delete", "restore", "import", "export"], "fields": {"*": "edit"}},
              {"key": "finance", "title": "财务", "members": {"roles": ["finance"]}, "actions": ["read"],
               "fields": {"name": "read", "agreed": "masked"}},
              {"key": "risk", "title": "风控", "members": {"roles": ["risk"]}, "actions": ["read"],
               "fields": {"name": "read", "agreed": "hidden"}}]}
            """;

    private final Api api;
    private String key = "";
    private String form = "";

    ConsentTest(RunningServer server) {
        api = new Api(Installation.site(server));
        new MatrixExhibits(api).publish();
    }

    @BeforeEach
    void newForm() {
        key = "consent-" + Integer.toString(Installation.number(), 36);
        form = api.site().formPath(MatrixExhibits.APP, key);
        publish("v1");
    }

    @Test
    void eachChangeIsAnEventAndADraftIsNone() {
        JsonNode draft = api.post("sam", records(), Map.of("data", answer("v1", "marketing"), "submit", false))
                .orFail("drafting")
                .body();
        String id = draft.path("id").asText();
        assertThat(ledger(id)).isEmpty();

        change(id, 1, Map.of("data", Map.of(), "submit", true));
        assertThat(ledger(id)).containsExactly("grant marketing v1 sam", "refuse service v1 sam");

        change(id, 2, Map.of("data", answer("v1")));
        assertThat(ledger(id)).startsWith("withdraw marketing v1 sam").hasSize(3);

        publish("v2");
        change(id, 3, Map.of("data", Map.of("name", "王女士")));
        assertThat(ledger(id)).hasSize(3);

        change(id, 4, Map.of("data", answer("v2", "service")));
        assertThat(ledger(id))
                .startsWith("refuse marketing v2 sam", "grant service v2 sam")
                .hasSize(5);
    }

    @Test
    void whoeverAnswersHasReadTheNoticeThatStands() {
        publish("v2");
        Api.Result old = api.post("sam", records(), Map.of("data", answer("v1", "service")));
        Api.Result none = api.post("sam", records(), Map.of("data", Map.of("name", "王女士")));
        Api.Result nothing = api.post("sam", records(), Map.of("data", answer("v2")));

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
            ids.add(api.post("sam", records(), Map.of("data", answer("v1")))
                    .orFail("creating")
                    .body()
                    .path("id")
                    .asText());
        }
        Api.Result many =
                api.post("sam", records() + "/batch-update", Map.of("ids", ids, "data", answer("v1", "marketing")));

        assertThat(many.status()).isEqualTo(422);
        assertThat(many.text()).contains("field.not-in-batch");
        ids.forEach(id -> assertThat(ledger(id)).hasSize(2));
    }

    /** What is taken back is not found any more; who was never asked agreed to nothing. */
    @Test
    void recordsAreFoundByWhatTheirPeopleAgreedTo() {
        String both = create(answer("v1", "service", "marketing"));
        String one = create(answer("v1", "service"));
        String none = create(answer("v1"));
        change(both, 1, Map.of("data", answer("v1", "service")));

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

    private String create(Map<String, Object> data) {
        return api.post("sam", records(), Map.of("data", data))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
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
        return api.post(who, records() + "/query", Map.of("filter", filter));
    }

    @Test
    void theLedgerIsThePrivacyDesksAlone() {
        String id = api.post("sam", records(), Map.of("data", answer("v1")))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
        String ledger = consents() + subject(id);

        for (String who : List.of("sam", "admin", "audra", "nora", "designer")) {
            assertThat(api.get(who, ledger).code()).as(who).isEqualTo("request.not-found");
        }
        assertThat(api.get("paul", ledger + "&limit=1").body().path("next").asText())
                .isNotEmpty();
        assertThat(api.get("paul", consents() + "nobody").status()).isEqualTo(400);
        assertThat(api.get("paul", consents() + "01a21559-d410-76f3-b7b8-0f997592be09")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    private void publish(String notice) {
        api.put("designer", form + "/draft", DEFINITION.formatted(key, notice)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    private void change(String id, int version, Map<String, Object> body) {
        api.patch("sam", records() + "/" + id, body, "If-Match", "\"" + version + "\"")
                .orFail("changing");
    }

    private String records() {
        return form + "/records";
    }

    private String consents() {
        return api.site().tenantPath() + "/privacy/consents?subject=";
    }

    private static Map<String, Object> answer(String notice, String... given) {
        return Map.of("agreed", Map.of("notice", notice, "given", given));
    }

    /** Newest first. */
    private List<String> ledger(String record) {
        List<String> events = new ArrayList<>();
        String sam = new MatrixExhibits(api).member("sam").path("id").asText();
        api.get("paul", consents() + subject(record))
                .orFail("reading the ledger")
                .body()
                .path("items")
                .forEach(event -> {
                    assertThat(event.path("record").asText()).isEqualTo(record);
                    assertThat(event.path("by").asText()).isEqualTo(sam);
                    events.add(event.path("act").asText() + " "
                            + event.path("purpose").asText() + " "
                            + event.path("notice").asText() + " sam");
                });
        return events;
    }

    private String subject(String record) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            return sql.texts(
                            "select subject_id::text from " + sql.formTable("demo", key) + " where id = ?::uuid",
                            record)
                    .get(0);
        }
    }
}
