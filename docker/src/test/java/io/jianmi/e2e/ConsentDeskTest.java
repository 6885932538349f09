package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people tell the privacy desk stands in the ledger beside what records captured, and changes no record. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ConsentDeskTest {

    private static final String NOBODY = "01a21559-d410-76f3-b7b8-0f997592be09";

    private final Api api;
    private final AuditTrail trail;
    private final ConsentForm form;
    private String record = "";
    private String subject = "";

    ConsentDeskTest(RunningServer server) {
        api = new Api(Installation.site(server));
        trail = new AuditTrail(api.site());
        new MatrixExhibits(api).publish();
        form = new ConsentForm(api, "v1-" + Installation.number());
    }

    @BeforeEach
    void aPersonWhoAgreedToServiceInARecord() {
        record = form.create(ConsentForm.answer(form.notice(), "service"));
        subject = form.subject(record);
    }

    @Test
    void whatIsGivenAndTakenBackIsAddedToTheLedger() {
        Api.Result given = give("marketing", Map.of("channel", "phone"));
        Api.Result back = api.send("POST", "paul", withdrawal(id(given)) + "?channel=mini-program", null);

        assertThat(given.status()).as(given.text()).isEqualTo(201);
        assertThat(given.headers().firstValue("cache-control")).contains("no-store");
        assertThat(given.body().path("record").isNull()).isTrue();
        assertThat(given.body().path("form").asText()).isEqualTo(form.key());
        assertThat(given.body().path("field").asText()).isEqualTo("agreed");
        assertThat(given.body().path("stands").asBoolean()).isTrue();
        assertThat(UUID.fromString(id(given)).version()).isEqualTo(7);
        assertThat(back.status()).as(back.text()).isEqualTo(201);
        assertThat(back.body().path("withdraws").asText()).isEqualTo(id(given));
        assertThat(said())
                .containsExactly(
                        "withdraw marketing mini-program",
                        "grant marketing phone",
                        "refuse marketing null",
                        "grant service null stands");
    }

    /** The record keeps the answer that it captured; its person is believed in what she said last. */
    @Test
    void whatARecordCapturedIsTakenBackWithoutTheRecord() {
        JsonNode before =
                api.get("sam", form.records() + "/" + record).orFail("reading").body();
        String agreed = form.ledger(subject).get(1).path("id").asText();
        withdraw("paul", agreed).orFail("withdrawing");
        JsonNode after =
                api.get("sam", form.records() + "/" + record).orFail("reading").body();

        assertThat(after).isEqualTo(before);
        assertThat(said()).startsWith("withdraw service null").doesNotContain("grant service null stands");
        Map<String, Object> filter = Map.of("field", "agreed", "op", "contains", "value", "service");
        assertThat(api.post("sam", form.records() + "/query", Map.of("filter", filter))
                        .body()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(record);
        give("service", Map.of()).orFail("giving");
        assertThat(said()).startsWith("grant service null stands");
    }

    @Test
    void onlyWhatStandsIsTakenBackAndOnce() {
        String agreed = form.ledger(subject).get(1).path("id").asText();
        String refused = form.ledger(subject).get(0).path("id").asText();
        String back = id(withdraw("paul", agreed).orFail("withdrawing"));
        give("service", Map.of()).orFail("giving");

        for (String one : List.of(agreed, refused, back)) {
            Api.Result answer = withdraw("paul", one);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("consent.not-given");
        }
        assertThat(withdraw("paul", NOBODY).code()).isEqualTo("request.not-found");
        assertThat(withdraw("paul", "1").code()).isEqualTo("request.not-found");
        assertThat(api.send("POST", "paul", withdrawal(agreed) + "?channel=pigeon", null)
                        .code())
                .isEqualTo("request.invalid-parameter");
        assertThat(said()).hasSize(4);
    }

    @Test
    void ofManyWhoTakeTheSameBackAtOnceOneDoes() {
        String agreed = form.ledger(subject).get(1).path("id").asText();
        List<CompletableFuture<Api.Result>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(CompletableFuture.supplyAsync(() -> withdraw("paul", agreed)));
        }
        List<Integer> answers =
                asked.stream().map(answer -> answer.join().status()).sorted().toList();

        assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(said()).hasSize(3);
    }

    @Test
    void aRepeatedRequestIsAnsweredWithWhatItMade() {
        String key = "k-" + UUID.randomUUID();
        Map<String, Object> said = said("marketing", Map.of());
        Api.Result first = api.post("paul", form.consents(), said, "Idempotency-Key", key);
        Api.Result again = api.post("paul", form.consents(), said, "Idempotency-Key", key);
        Api.Result other = api.post("paul", form.consents(), said("service", Map.of()), "Idempotency-Key", key);
        Api.Result back = withdraw("paul", id(first), "Idempotency-Key", key + "-w");
        Api.Result backAgain = withdraw("paul", id(first), "Idempotency-Key", key + "-w");
        Api.Result late = api.post("paul", form.consents(), said, "Idempotency-Key", key);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.code()).isEqualTo("request.idempotency-mismatch");
        assertThat(backAgain.text()).isEqualTo(back.text());
        assertThat(id(late)).isEqualTo(id(first));
        assertThat(late.body().path("stands").asBoolean()).isFalse();
        assertThat(said()).hasSize(4);
    }

    @Test
    void anEntryOfEachStandsUnderASignedTreeHeadBeforeItIsAnswered() {
        Api.Result given = give("marketing", Map.of("channel", "paper"));
        Api.Result back = withdraw("paul", id(given));

        assertSigned(given, "consent.give");
        assertSigned(back, "consent.withdraw");
    }

    private void assertSigned(Api.Result answer, String action) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            assertThat(sql.texts(
                            "select action || ' ' || object from t_demo.audit_entry where canonical like '%' || ? || '%'"
                                    + " and leaf < (select max(size) from t_demo.audit_checkpoint)",
                            AuditTrail.request(answer)))
                    .containsExactly(action + " subject/" + subject);
        }
    }

    @Test
    void theDeskIsThePrivacyOfficersAlone() {
        String agreed = form.ledger(subject).get(1).path("id").asText();
        for (String who : List.of("sam", "admin", "audra", "nora", "designer")) {
            Api.Result given = api.post(who, form.consents(), said("marketing", Map.of()), "Idempotency-Key", "k");
            Api.Result back = withdraw(who, agreed);
            Api.Result nonsense = api.post(who, form.consents(), List.of());

            assertThat(given.code()).as(who).isEqualTo("request.not-found");
            assertThat(back.code()).as(who).isEqualTo("request.not-found");
            assertThat(nonsense.code()).as(who).isEqualTo("request.not-found");
            assertThat(trail.now(back).get(0).path("allowed").asBoolean()).isFalse();
            assertThat(trail.now(given).get(0).path("act").asText()).isEqualTo("consent.give");
        }
        assertThat(said()).hasSize(2);
    }

    @Test
    void whatIsNotKnownIsRefusedWhereItStands() {
        assertRefused(said("profiling", Map.of()), "consent.purpose-unknown /purpose");
        assertRefused(said("marketing", Map.of("notice", "v0")), "consent.notice-unknown /notice");
        assertRefused(said("marketing", Map.of("form", "no-such")), "consent.notice-unknown /notice");
        assertRefused(said("marketing", Map.of("subject", NOBODY)), "consent.subject-unknown /subject");
        assertRefused(said("marketing", Map.of("subject", "王女士")), "consent.subject-unknown /subject");
        assertRefused(said("marketing", Map.of("channel", "pigeon")), "field.option-unknown /channel");
        assertRefused(Map.of(), "field.required /subject", "field.required /notice", "field.required /purpose");
        assertRefused(said("marketing", Map.of("given", true)), "request.unknown-property /given");
        assertThat(said()).hasSize(2);
    }

    private void assertRefused(Map<String, Object> body, String... findings) {
        Api.Result answer = api.post("paul", form.consents(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("consent.invalid");
        List<String> found = new ArrayList<>();
        answer.body()
                .path("errors")
                .forEach(finding -> found.add(finding.path("code").asText() + " "
                        + finding.path("pointer").asText()));
        assertThat(found).containsExactly(findings);
    }

    /** Whoever agrees has read the text of now. */
    @Test
    void aFormerNoticeIsUnknownAndTakingBackNeedsNone() {
        String agreed = form.ledger(subject).get(1).path("id").asText();
        form.publish("v2");

        assertRefused(said("service", Map.of()), "consent.notice-unknown /notice");
        assertThat(withdraw("paul", agreed).status()).isEqualTo(201);
    }

    private Map<String, Object> said(String purpose, Map<String, Object> more) {
        Map<String, Object> said =
                new HashMap<>(Map.of("subject", subject, "notice", form.notice(), "purpose", purpose));
        said.putAll(more);
        return said;
    }

    private Api.Result give(String purpose, Map<String, Object> more) {
        return api.post("paul", form.consents(), said(purpose, more));
    }

    private Api.Result withdraw(String who, String event, String... headers) {
        return api.send("POST", who, withdrawal(event), null, headers);
    }

    private String withdrawal(String event) {
        return form.consents() + "/" + event + "/withdraw";
    }

    private static String id(Api.Result answer) {
        return answer.body().path("id").asText();
    }

    /** Newest first. */
    private List<String> said() {
        return form.ledger(subject).stream()
                .map(event -> event.path("act").asText() + " "
                        + event.path("purpose").asText() + " "
                        + event.path("channel").asText()
                        + (event.path("stands").asBoolean() ? " stands" : ""))
                .toList();
    }
}
