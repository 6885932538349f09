package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.ConsentEvent;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.time.Ids;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.testing.TestForms;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordConsentsTest {

    private static final String FORM = """
            {"kind": "form", "key": "lead", "title": "线索", "fields": [
              {"key": "note", "type": "number", "title": "数"},
              {"key": "agreed", "type": "consent", "title": "同意", "notice": "v2", "purposes": ["service", "marketing"]}],
             "permissionGroups": [{"key": "all", "title": "全部", "members": {"everyone": true}, "actions": ["read"],
               "fields": {"*": "read"}}]}
            """;
    private static final Map<String, JsonNode> NOTHING = Map.of();
    private static final Ids IDS = new Ids(TestForms.CLOCK, new SecureRandom());

    private final CompiledForm form = TestForms.compiled(Json.parse(FORM));

    @Test
    void aFirstAnswerSaysEachPurpose() {
        assertThat(said(NOTHING, answer("v2", "marketing"))).containsExactly("REFUSE service v2", "GRANT marketing v2");
    }

    @Test
    void agreeingToNothingIsAnAnswer() {
        assertThat(said(NOTHING, answer("v2"))).containsExactly("REFUSE service v2", "REFUSE marketing v2");
    }

    @Test
    void afterwardsOnlyWhatChangesIsSaid() {
        assertThat(said(answer("v2", "service"), answer("v2", "service", "marketing")))
                .containsExactly("GRANT marketing v2");
        assertThat(said(answer("v2", "service", "marketing"), answer("v2", "service")))
                .containsExactly("WITHDRAW marketing v2");
        assertThat(said(answer("v2", "service"), answer("v2", "service"))).isEmpty();
        assertThat(said(NOTHING, NOTHING)).isEmpty();
    }

    @Test
    void underANewNoticeAllIsSaidAgain() {
        assertThat(said(answer("v1", "service", "profiling"), answer("v2", "service")))
                .containsExactly("GRANT service v2", "REFUSE marketing v2", "WITHDRAW profiling v2");
    }

    @Test
    void anAnswerTakenAwayWithdrawsWhatItGave() {
        assertThat(said(answer("v1", "service"), NOTHING)).containsExactly("WITHDRAW service v1");
    }

    @Test
    void aDraftSaysNothing() {
        StoredRecord draft = head(StoredRecord.Status.DRAFT);

        assertThat(RecordConsents.events(form, draft, NOTHING, answer("v2", "service"), IDS::next))
                .isEmpty();
    }

    @Test
    void anEventNamesThePersonTheRecordAndWhoEnteredIt() {
        StoredRecord head = head(StoredRecord.Status.SUBMITTED);

        assertThat(RecordConsents.events(form, head, NOTHING, answer("v2", "service"), IDS::next))
                .allSatisfy(event -> {
                    assertThat(event.subject()).isEqualTo(head.subject());
                    assertThat(event.at()).isEqualTo(head.updatedAt());
                    assertThat(event.actor()).isEqualTo("sam");
                    assertThat(event.source()).isEqualTo(ConsentEvent.Source.record("lead", head.id(), "agreed"));
                });
    }

    @Test
    void whatIsAskedMustBeNamedAndStandsInNoSubform() {
        JsonNode bare = Json.parse(
                FORM.replace("\"notice\": \"v2\", \"purposes\": [\"service\", \"marketing\"]", "\"help\": \"x\""));
        JsonNode nested = Json.parse(FORM.replace(
                "{\"key\": \"note\", \"type\": \"number\", \"title\": \"数\"}",
                "{\"key\": \"rows\", \"type\": \"subform\", \"title\": \"行\", \"fields\": [{\"key\": \"ok\", \"type\": \"consent\","
                        + " \"title\": \"同意\", \"notice\": \"v2\", \"purposes\": [\"service\"]}]}"));

        assertThat(TestForms.findings(bare))
                .contains(
                        Finding.error("field.consent-notice-missing", "/fields/1/notice"),
                        Finding.error("field.consent-purposes-missing", "/fields/1/purposes"));
        assertThat(TestForms.findings(nested))
                .contains(Finding.error("field.consent-in-subform", "/fields/0/fields/0/type"));
    }

    private List<String> said(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        return RecordConsents.events(form, head(StoredRecord.Status.SUBMITTED), before, after, IDS::next).stream()
                .map(event -> event.act() + " " + event.purpose() + " " + event.notice())
                .toList();
    }

    private static Map<String, JsonNode> answer(String notice, String... given) {
        return Map.of("agreed", Json.MAPPER.valueToTree(Map.of("notice", notice, "given", given)));
    }

    private static StoredRecord head(StoredRecord.Status status) {
        Instant now = Instant.parse("2026-01-01T04:00:00Z");
        return new StoredRecord(
                new UUID(0, 1),
                2,
                status,
                1,
                now,
                "sam",
                now,
                "sam",
                new UUID(0, 2),
                Map.of(),
                Map.of(),
                Map.of(),
                null);
    }
}
