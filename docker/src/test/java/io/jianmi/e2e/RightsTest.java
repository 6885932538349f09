package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What persons ask of the tenant: entered, put off, carried out and answered by the privacy desk, and known to nobody else. */
@Tag("slow")
@ExtendWith(WithServer.class)
class RightsTest {

    private final Api api;
    private final RightsDesk desk;
    private final AuditTrail trail;
    private final Map<String, Object> data = DemoCrm.data(Installation.number());
    private final String mobile = String.valueOf(data.get("mobile"));

    RightsTest(RunningServer server) {
        api = new Api(Installation.site(server));
        desk = new RightsDesk(api);
        trail = new AuditTrail(api.site());
    }

    @Test
    void aRequestIsEnteredWithItsTermAndWhatWasWrittenIsSealed() {
        String person = person();
        String note = "来电人自称" + mobile;

        Api.Result made = api.post(
                        "paul",
                        desk.requests(),
                        Map.of(
                                "type", "access",
                                "subject", person,
                                "receivedAt", "2026-01-31T08:00:00Z",
                                "law", "gdpr",
                                "channel", "phone",
                                "note", note))
                .orFail("making");

        assertThat(made.status()).isEqualTo(201);
        String id = made.body().path("id").asText();
        assertThat(made.headers().firstValue("location").orElse("")).endsWith("/privacy/requests/" + id);
        assertThat(made.headers().firstValue("cache-control")).contains("no-store");
        assertThat(made.body().path("number").asText()).matches("DR-\\d{5}");
        assertThat(made.body().path("state").asText()).isEqualTo("received");
        assertThat(made.body().path("due").asText()).isEqualTo("2026-02-28T08:00:00Z");
        assertThat(made.body().path("overdue").asBoolean()).isTrue();
        assertThat(desk.show(id).path("note").asText()).isEqualTo(note);
        assertThat(trail.soon(made)).hasSize(1).allSatisfy(entry -> {
            assertThat(entry.path("obj").asText()).isEqualTo("rights/" + id);
            assertThat(entry.toString()).contains(person).doesNotContain(mobile);
        });
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            assertThat(sql.texts("select encode(note, 'escape') from t_demo.subject_request where id = ?::uuid", id)
                            .get(0))
                    .doesNotContain(mobile);
        }
    }

    @Test
    void theSameRequestSentTwiceIsOne() {
        Map<String, Object> said = Map.of("type", "correct", "subject", person());
        String key = UUID.randomUUID().toString();
        Api.Result first = api.post("paul", desk.requests(), said, "Idempotency-Key", key);
        Api.Result again = api.post("paul", desk.requests(), said, "Idempotency-Key", key);
        assertThat(again.body().path("id").asText())
                .isEqualTo(first.body().path("id").asText())
                .isNotEmpty();
    }

    @Test
    void aTermIsPutOffOnceAndForAReason() {
        String person = person();
        String id = desk.make("restrict", person);
        String due = desk.show(id).path("due").asText();

        assertThat(desk.act(id, "extend", Map.of()).code()).isEqualTo("rights.invalid");
        JsonNode later = desk.act(id, "extend", Map.of("reason", "档案在异地仓库"))
                .orFail("putting it off")
                .body();

        assertThat(Instant.parse(later.path("due").asText()))
                .isEqualTo(Instant.parse(due).plus(Duration.ofDays(15)));
        assertThat(later.at("/timeline/1/reason").asText()).isEqualTo("档案在异地仓库");
        assertThat(later.path("acts").toString()).doesNotContain("extend");
        assertThat(desk.act(id, "extend", Map.of("reason", "再次")).code()).isEqualTo("rights.extended");
        assertThat(desk.act(desk.make("correct", person), "carry-out", Map.of()).code())
                .isEqualTo("rights.nothing-to-do");
    }

    @Test
    void aRefusalSaysWhyAndWhereToTurnAndEndsTheRequest() {
        String id = desk.make("erase", person());
        String paul = desk.show(id).at("/createdBy/id").asText();
        assertThat(desk.act(id, "assign", Map.of("assignee", "nobody")).code()).isEqualTo("rights.invalid");
        desk.act(id, "assign", Map.of("assignee", paul)).orFail("assigning");
        assertThat(desk.act(id, "answer", Map.of("outcome", "refused", "reason", "合同尚在履行"))
                        .code())
                .isEqualTo("rights.invalid");

        JsonNode refused = desk.act(
                        id, "answer", Map.of("outcome", "refused", "reason", "合同尚在履行", "appeal", "可向网信部门投诉"))
                .orFail("refusing")
                .body();

        assertThat(refused.path("state").asText()).isEqualTo("refused");
        assertThat(refused.path("acts")).isEmpty();
        assertThat(refused.at("/timeline/2/appeal").asText()).isEqualTo("可向网信部门投诉");
        assertThat(desk.act(id, "withdraw", Map.of()).code()).isEqualTo("rights.not-open");
        assertThat(listed("state=open&type=erase&limit=200")).doesNotContain(id);
        assertThat(listed("state=refused&limit=200")).contains(id);
    }

    @Test
    void thePackageHoldsAllOfThePersonAndNobodyElsesAndIsFetchedOnRecord() {
        String record = record();
        String person = desk.subject("customer", record);
        Api.Result look = api.get("sam", DemoCrm.CUSTOMERS + "/" + record);
        assertThat(trail.soon(look)).isNotEmpty();
        String id = desk.make("access", person);
        assertThat(api.get("paul", desk.requests() + "/" + id + "/file").code()).isEqualTo("rights.no-package");

        JsonNode ready = desk.packed(id);
        Map<String, byte[]> files = desk.unpacked(id);
        String told = new String(files.get("data.json"), StandardCharsets.UTF_8);
        String page = new String(files.get("index.html"), StandardCharsets.UTF_8);

        assertThat(ready.path("state").asText()).isEqualTo("in-progress");
        assertThat(told).contains(mobile).contains(record);
        assertThat(page).contains(mobile).contains("个人信息副本").doesNotContain("<script");
        JsonNode held = desk.record(id, record);
        assertThat(held.at("/data/mobile").asText()).isEqualTo(mobile);
        // Who serves her is another person: by a mask alone.
        assertThat(held.at("/data/owner/name").isMissingNode()).isTrue();
        assertThat(told).doesNotContain("\"access\"").doesNotContain("\"definition\"");
        assertThat(desk.data(id).path("looks").findValuesAsText("what")).contains("打开了这条记录");
        Api.Result fetched = api.get("paul", desk.requests() + "/" + id + "/file");
        assertThat(fetched.headers().firstValue("cache-control")).contains("no-store");
        assertThat(trail.soon(fetched)).hasSize(1).allSatisfy(entry -> {
            assertThat(entry.path("act").asText()).isEqualTo("rights.download");
            assertThat(entry.toString()).doesNotContain(mobile);
        });
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            assertThat(sql.texts(
                            "select encode(sealed, 'escape') from t_demo.exchange_chunk where job = "
                                    + "(select job from t_demo.subject_request where id = ?::uuid)",
                            id))
                    .isNotEmpty()
                    .noneMatch(piece -> piece.contains("PK"));
            sql.run(
                    "update t_demo.exchange_job set expires_at = now() - interval '1 second' where id = "
                            + "(select job from t_demo.subject_request where id = ?::uuid)",
                    id);
        }
        assertThat(api.get("paul", desk.requests() + "/" + id + "/file").code()).isEqualTo("rights.package-expired");
    }

    @Test
    void anObjectionTakesBackTheConsentsThatAreChosen() {
        new MatrixExhibits(api).publish();
        ConsentForm form = new ConsentForm(api, "rights-" + Installation.number());
        Map<String, Object> agreed = new HashMap<>(ConsentForm.answer(form.notice(), "service", "marketing"));
        agreed.put("name", "王");
        String record = form.create(agreed);
        String person = form.subject(record);
        JsonNode marketing = form.ledger(person).stream()
                .filter(event -> event.path("purpose").asText().equals("marketing"))
                .findFirst()
                .orElseThrow();
        String id = desk.make("object", person);

        assertThat(desk.act(id, "carry-out", Map.of("consents", List.of())).code())
                .isEqualTo("rights.invalid");
        desk.act(
                        id,
                        "carry-out",
                        Map.of("consents", List.of(marketing.path("id").asText())))
                .orFail("taking back");

        assertThat(form.ledger(person))
                .filteredOn(event -> event.path("stands").asBoolean())
                .extracting(event -> event.path("purpose").asText())
                .containsExactly("service");
        assertThat(desk.act(
                                id,
                                "carry-out",
                                Map.of("consents", List.of(marketing.path("id").asText())))
                        .code())
                .isEqualTo("rights.invalid");
    }

    @Test
    void aRestrictionIsCarriedOutOnThePersonAndAnErasureIsAskedFor() {
        String person = person();
        String restrict = desk.make("restrict", person);
        JsonNode carried =
                desk.act(restrict, "carry-out", Map.of()).orFail("restricting").body();
        assertThat(carried.path("state").asText()).isEqualTo("in-progress");
        String subject = api.site().tenantPath() + "/privacy/subjects/" + person;
        assertThat(api.get("paul", subject).body().path("restriction").isObject())
                .isTrue();
        assertThat(desk.act(restrict, "carry-out", Map.of()).code()).isEqualTo("restriction.standing");

        String erase = desk.make("erase", person);
        assertThat(desk.act(erase, "carry-out", Map.of()).ok()).isFalse();
        desk.act(erase, "carry-out", Map.of("reason", "本人要求删除")).orFail("asking");
        assertThat(api.get("paul", api.site().tenantPath() + "/approvals?box=asked&limit=50")
                        .body()
                        .path("items"))
                .anyMatch(one -> one.path("kind").asText().equals("erase")
                        && one.path("subject").asText().equals(person));
    }

    @Test
    void forEverybodyElseThereIsNoSuchThing() {
        String person = person();
        String id = desk.make("access", person);
        desk.packed(id);
        Map<String, Object> said = Map.of("type", "access", "subject", person);
        for (String other : List.of("sam", "admin", "audra", "designer", "nora")) {
            List<Api.Result> answers = List.of(
                    api.get(other, desk.requests()),
                    api.get(other, desk.requests() + "/" + id),
                    api.get(other, desk.requests() + "/" + HiddenOrMissingTest.MISSING),
                    api.get(other, desk.requests() + "/" + id + "/file"),
                    api.post(other, desk.requests(), said, "Idempotency-Key", "k"),
                    api.post(other, desk.requests() + "/" + id + "/withdraw", Map.of()),
                    api.get(other, api.site().tenantPath() + "/privacy/request-terms"));
            assertThat(answers).as(other).allMatch(answer -> answer.code().equals("request.not-found"));
        }
        assertThat(desk.show(id).path("state").asText()).isEqualTo("in-progress");
        assertThat(api.get("paul", desk.requests() + "/" + HiddenOrMissingTest.MISSING)
                        .code())
                .isEqualTo("request.not-found");
    }

    @Test
    void termsAreTheTenantsOwn() {
        String terms = api.site().tenantPath() + "/privacy/request-terms";
        JsonNode before = api.get("paul", terms).orFail("terms").body();
        assertThat(before.path("items").findValuesAsText("answerIn")).containsExactly("P15D", "P1M", "P45D");
        assertThat(api.put("paul", terms, Map.of("items", List.of())).code()).isEqualTo("rights.invalid");
        assertThat(api.put("admin", terms, before).code()).isEqualTo("request.not-found");
        assertThat(api.put("paul", terms, Map.of("items", before.path("items")))
                        .orFail("the same")
                        .body())
                .isEqualTo(before);
    }

    private List<String> listed(String query) {
        return api.get("paul", desk.requests() + "?" + query)
                .orFail("listing")
                .body()
                .path("items")
                .findValuesAsText("id");
    }

    private String person() {
        return desk.subject("customer", record());
    }

    private String record() {
        return api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", data))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }
}
