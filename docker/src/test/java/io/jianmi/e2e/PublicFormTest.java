package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A form filled in by somebody who has not signed in: it is taken as from anybody else, and he learns nothing. */
@Tag("slow")
@ExtendWith(WithServer.class)
class PublicFormTest {

    private final Api api;
    private final PublicForm form;

    PublicFormTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new PublicForm(api);
    }

    @Test
    void whatIsSentIsARecordLikeAnyOtherAndTheAnswerTellsNothingOfIt() {
        String link = form.published(true, true).link();
        JsonNode shape = form.shape(link);
        int number = Installation.number();
        Map<String, Object> body = form.body(shape, PublicForm.data("钱小明", number, "service"));

        Api.Result sent = form.send(link, body, "Idempotency-Key", "first-" + number);

        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.text()).isEqualTo("{\"accepted\":true}");
        assertThat(form.records()).hasSize(1);
        JsonNode record = form.records().get(0);
        assertThat(record.at("/data/name").asText()).isEqualTo("钱小明");
        assertThat(record.at("/data/remark").asText())
                .as("the default of a field he knows nothing of")
                .isEqualTo("待回电");
        assertThat(record.at("/createdBy/id").asText()).isEqualTo("public");
        assertThat(consents(record.path("id").asText()))
                .containsExactlyInAnyOrder("grant service public", "refuse marketing public");
        assertThat(entry("record.create", record.path("id").asText())).isEqualTo("public");

        assertThat(form.send(link, body).code()).as("the challenge was used").isEqualTo("public.challenge-failed");
        Map<String, Object> again = form.body(form.shape(link), PublicForm.data("钱小明", number, "service"));
        assertThat(form.send(link, again, "Idempotency-Key", "first-" + number).status())
                .isEqualTo(202);
        assertThat(form.records()).as("the same key makes nothing twice").hasSize(1);
    }

    @Test
    void whoIsKnownAlreadyIsNotConfirmedNorTouched() {
        String link = form.published(true, false).link();
        int number = Installation.number();
        Map<String, Object> known = new HashMap<>(PublicForm.data("孙大海", number, "service", "marketing"));
        known.put("remark", "老客户");
        api.post("sam", form.address() + "/records", Map.of("data", known)).orFail("creating");
        JsonNode shape = form.shape(link);

        Api.Result fresh = form.send(link, form.body(shape, PublicForm.data("周一", number + 1)));
        List<Api.Result> again = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            again.add(form.send(link, form.body(shape, PublicForm.data("周一", number))));
        }

        assertThat(again).allSatisfy(one -> {
            assertThat(one.status()).isEqualTo(fresh.status());
            assertThat(one.text()).isEqualTo(fresh.text());
            assertThat(one.headers().map().keySet())
                    .isEqualTo(fresh.headers().map().keySet());
        });
        assertThat(form.records()).hasSize(2);
        assertThat(consents(form.records().get(0).path("id").asText()))
                .as("no stranger takes back what he said")
                .allMatch(event -> event.startsWith("grant"));
    }

    @Test
    void nothingOfTheTenantIsToldAndEveryRefusalIsAboutWhatWasSent() {
        String link = form.published(true, false).link();
        JsonNode shape = form.shape(link);
        assertThat(shape.path("fields").findValuesAsText("key")).containsExactly("name", "mobile", "agreed");
        assertThat(shape.toString()).doesNotContain("remark", "备注", "待回电", "everyone", "sales", "identifiedBy");

        Map<String, Object> wrong = form.body(
                shape, Map.of("remark", "偷写", "mobile", "12", "agreed", Map.of("notice", "old", "given", List.of())));
        Api.Result refused = form.send(link, wrong);
        assertThat(refused.code()).isEqualTo("record.validation");
        assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                .contains("/data/remark", "/data/mobile", "/data/name", "/data/agreed/notice");
        assertThat(refused.body().path("errors").toString())
                .contains("field.unknown")
                .doesNotContain("偷写", "待回电");

        Map<String, Object> unread = form.body(shape, PublicForm.data("吴二", Installation.number()));
        unread.remove("noticed");
        assertThat(form.send(link, unread).text()).contains("public.notice-unread");
        unread.put("version", 99);
        assertThat(form.send(link, unread).code()).isEqualTo("public.form-changed");
        unread.put("website", "https://example.com");
        assertThat(form.send(link, unread).status()).as("a machine is thanked").isEqualTo(202);
        unread.put("data", Map.of("name", "长".repeat(40_000)));
        assertThat(form.send(link, unread).code()).isEqualTo("request.too-large");
        assertThat(form.records()).isEmpty();
    }

    @Test
    void deadLinksClosedFormsAndNoneAreTheSame() {
        String old = form.published(true, false).link();
        String link = form.link();
        assertThat(form.shape(link).path("version").asInt()).isPositive();
        String missing = told(link.substring(0, link.lastIndexOf('/') + 1) + "no-such-token-at-all-xx");

        assertThat(missing).startsWith("404");
        assertThat(told(old)).isEqualTo(missing);
        assertThat(told(link.replace("/demo/", "/nobodys/"))).isEqualTo(missing);
        String over = PublicForm.link(api, form.address());
        api.post("designer", form.address() + "/public-link", Map.of("until", "2026-01-01T00:00:00Z"))
                .orFail("renewing");
        assertThat(told(over)).isEqualTo(missing);
        String living = form.link();
        form.published(false, false);
        assertThat(told(living)).as("unpublished").isEqualTo(missing);
        assertThat(api.post("designer", form.address() + "/public-link", Map.of())
                        .code())
                .isEqualTo("public.not-open");
        form.published(true, false);
        assertThat(form.shape(living).path("version").asInt()).isGreaterThan(1);
        for (String member : List.of("sam", "nora")) {
            assertThat(api.get(member, form.address() + "/public-link").status())
                    .isEqualTo(404);
            assertThat(api.post(member, form.address() + "/public-link", Map.of())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoSendsTooMuchWaits() {
        String link = form.published(true, true).link();
        Map<String, Object> unsolved =
                Map.of("version", form.shape(link).path("version").asInt(), "noticed", true, "data", Map.of());
        Api.Result last = form.send(link, unsolved);
        assertThat(last.code()).isEqualTo("public.challenge-failed");
        for (int i = 0; i < 40 && last.status() != 429; i++) {
            last = form.send(link, unsolved);
        }

        assertThat(last.code()).isEqualTo("public.too-many");
        assertThat(Long.parseLong(last.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 600L);
        assertThat(form.shape(link).path("version").asInt())
                .as("it can still be looked at")
                .isPositive();
    }

    private String told(String link) {
        Api.Result shown = api.sendAs("GET", "", link, null);
        Api.Result sent = api.sendAs("POST", "", link, "[]");
        return HiddenOrMissingTest.told(shown, link) + HiddenOrMissingTest.told(sent, link);
    }

    private List<String> consents(String record) {
        List<String> events = new ArrayList<>();
        api.get("paul", api.site().tenantPath() + "/privacy/consents?subject=" + form.subject(record))
                .orFail("the ledger")
                .body()
                .path("items")
                .forEach(event -> events.add(event.path("act").asText() + " "
                        + event.path("purpose").asText() + " "
                        + event.at("/by/id").asText(event.path("by").asText())));
        return events;
    }

    private String entry(String action, String record) {
        JsonNode items = new AuditSearch(api).any("action=" + action + "&target=record/" + form.key() + "/" + record);
        return items.path(0).at("/actor/id").asText(items.path(0).path("actor").asText());
    }
}
