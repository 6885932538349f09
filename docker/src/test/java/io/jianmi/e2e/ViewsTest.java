package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved views: whose they are, who is told of them, and that none keeps or tells what it must not. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ViewsTest {

    private static final String MISSING = HiddenOrMissingTest.MISSING;

    private final Api api;
    private final AuditTrail trail;
    private ViewForm form;

    ViewsTest(RunningServer server) {
        api = new Api(Installation.site(server));
        trail = new AuditTrail(api.site());
        form = new ViewForm(api);
    }

    @BeforeEach
    void aNewForm() {
        form = new ViewForm(api);
    }

    @Test
    void aViewComesBackAsItWasSavedAndIsLoggedWithoutWhatItSays() {
        Map<String, Object> body = new LinkedHashMap<>(
                ViewForm.table(" 密密视图 ", Map.of("and", List.of(ViewForm.is("stage", "new"))), false));
        body.put("sort", List.of("-amount", "code"));
        body.put("fields", List.of("code", "amount"));
        body.put("pinned", List.of("stage", "code"));
        body.put("widths", Map.of("amount", 240, "stage", 100));

        Api.Result made = api.post("sam", form.views(), body, "Idempotency-Key", "view-" + form.key());
        Api.Result again = api.post("sam", form.views(), body, "Idempotency-Key", "view-" + form.key());

        assertThat(made.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(made.body());
        JsonNode view = made.body();
        assertThat(view.path("title").asText()).isEqualTo("密密视图");
        assertThat(view.path("filter")).isEqualTo(Json.MAPPER.valueToTree(body.get("filter")));
        assertThat(view.path("sort")).isEqualTo(Json.MAPPER.valueToTree(body.get("sort")));
        assertThat(view.path("fields")).isEqualTo(Json.MAPPER.valueToTree(body.get("fields")));
        assertThat(view.path("pinned")).as("of columns alone").isEqualTo(Json.parse("[\"code\"]"));
        assertThat(view.path("widths")).isEqualTo(Json.parse("{\"amount\":240}"));
        assertThat(view.at("/owner/name").asText()).isNotEmpty();
        assertThat(view.path("usable").asBoolean()).isTrue();
        assertThat(view.path("editable").asBoolean()).isTrue();
        assertThat(form.seen("sam", id(view))).contains(view);
        assertThat(form.seen("sue", id(view))).isEmpty();
        assertThat(trail.now(made))
                .hasSize(1)
                .allMatch(entry -> entry.path("act").asText().equals("view.create")
                        && entry.path("obj").asText().equals("view/" + form.key() + "/" + id(view))
                        && !entry.toString().contains("密密"));
    }

    @Test
    void viewsOfTheDefinitionAreOfferedWithTheirConditionForTheReader() {
        List<JsonNode> views = form.list("sam");

        assertThat(views)
                .extracting(view -> view.path("id").asText())
                .containsExactly(
                        "definition:mine",
                        "definition:board",
                        "definition:days",
                        "definition:money",
                        "definition:rich",
                        "definition:sums");
        JsonNode mine = views.get(0);
        assertThat(mine.at("/title/en").asText()).isEqualTo("Mine");
        assertThat(mine.at("/filter/field").asText()).isEqualTo("owner");
        assertThat(mine.at("/filter/value").asText()).isEqualTo(me("sam"));
        assertThat(mine.path("editable").asBoolean()).isFalse();
        assertThat(mine.path("owner").isNull()).isTrue();
        assertThat(views.get(1).path("groupBy").asText()).isEqualTo("stage");
        assertThat(views.get(2).path("date").asText()).isEqualTo("due");
        assertThat(views.get(4).path("usable").asBoolean()).isTrue();
        assertThat(views.get(5).path("usable").asBoolean()).isFalse();
        assertThat(views.get(5).path("reason").asText()).isEqualTo("view.filter-unsupported");
        assertThat(views.get(5).has("filter"))
                .as("no filter, rather than a wider one")
                .isFalse();
        api.post(
                        "sam",
                        form.form() + "/records/query",
                        Map.of("filter", views.get(4).path("filter")))
                .orFail("asking what the view asks");

        Api.Result refused = change("admin", "definition:mine", Map.of("title", "x"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("view.of-definition");
        assertThat(api.delete("sam", form.view("definition:mine"), "If-Match", "\"1\"")
                        .code())
                .isEqualTo("view.of-definition");
    }

    /** Of what he does not know nothing is said: neither a column, nor that there is a view which asks for it. */
    @Test
    void whoDoesNotKnowAFieldIsNotToldOfAViewThatAsksForIt() {
        Map<String, Object> rich = Map.of("field", "margin", "op", "gt", "value", "100");
        List<String> hidden = List.of(
                id(form.create("sam", ViewForm.table("a", rich, true))),
                id(form.create("sam", ViewForm.table("b", Map.of("not", rich), true))),
                id(form.create(
                        "sam", Map.of("title", "c", "kind", "table", "sort", List.of("margin"), "shared", true))));
        Map<String, Object> table = ViewForm.table("d", Map.of(), true);
        Map<String, Object> wide = Map.of("margin", 300, "code", 90);
        String columns = id(form.create(
                "sam",
                ViewForm.with(
                        ViewForm.with(
                                ViewForm.with(table, "fields", List.of("margin", "code")),
                                "pinned",
                                List.of("margin", "code")),
                        "widths",
                        wide)));

        List<JsonNode> told = form.list("mia");

        assertThat(told)
                .extracting(view -> view.path("id").asText())
                .contains(columns, "definition:mine")
                .doesNotContainAnyElementsOf(hidden)
                .doesNotContain("definition:rich", "definition:money");
        assertThat(told.toString()).doesNotContain("margin").doesNotContain("paidOn");
        assertThat(api.get("mia", form.form()).orFail("the form").text())
                .contains("\"days\"")
                .doesNotContain("paidOn");
        for (String id : hidden) {
            assertThat(HiddenOrMissingTest.told(change("mia", id, Map.of("title", "x")), id))
                    .isEqualTo(HiddenOrMissingTest.told(change("mia", MISSING, Map.of("title", "x")), MISSING));
        }
        assertThat(change("mia", "definition:rich", Map.of("title", "x")).status())
                .isEqualTo(404);
        assertThat(form.list("sue"))
                .extracting(view -> view.path("id").asText())
                .containsAll(hidden);
        Api.Result guess = api.post("mia", form.views(), ViewForm.table("x", ViewForm.is("margin", "1"), false));
        Api.Result none = api.post("mia", form.views(), ViewForm.table("x", ViewForm.is("nothing", "1"), false));
        assertThat(BatchForm.findings(guess))
                .isEqualTo(BatchForm.findings(none))
                .containsExactly("/filter/field field.unknown");
    }

    @Test
    void whoSeesAFieldMaskedIsToldThatTheViewIsNotForHim() {
        String table = id(form.create("sam", ViewForm.table("a", ViewForm.is("bonus", "yes"), true)));
        String board =
                id(form.create("sam", Map.of("title", "b", "kind", "kanban", "groupBy", "bonus", "shared", true)));

        for (String id : List.of(table, board)) {
            JsonNode told = form.seen("mia", id).orElseThrow();
            assertThat(told.path("usable").asBoolean()).isFalse();
            assertThat(told.path("reason").asText()).isEqualTo("field.not-usable");
            assertThat(form.seen("sue", id).orElseThrow().path("usable").asBoolean())
                    .isTrue();
        }
        Api.Result refused = api.post("mia", form.views(), ViewForm.table("x", ViewForm.is("bonus", "yes"), false));
        assertThat(BatchForm.findings(refused)).containsExactly("/filter/field field.not-usable");
    }

    /** What is sealed in the records is not kept in clear beside them. */
    @Test
    void aViewThatComparesAProtectedValueIsNotKept() {
        Map<String, Object> exact = ViewForm.is("mobile", "13912340001");
        Map<String, Object> last = Map.of("field", "mobile", "op", "last4", "value", "0001");
        for (Object filter : List.of(exact, last)) {
            Api.Result refused = api.post("sam", form.views(), ViewForm.table("x", filter, false));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(BatchForm.findings(refused)).contains("/filter/field view.protected-value");
            assertThat(refused.text()).doesNotContain("13912340001");
        }
        String id = id(form.create("sam", ViewForm.table("x", ViewForm.is("stage", "new"), false)));
        Api.Result refused = change("sam", id, Map.of("filter", Map.of("and", List.of(exact))));
        assertThat(BatchForm.findings(refused)).contains("/filter/and/0/field view.protected-value");
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            assertThat(sql.texts("select content from t_demo.record_view")).noneMatch(text -> text.contains("0001"));
        }
    }

    /** One that asks of related records is kept, unless what it compares with is sealed over there or not his to know. */
    @Test
    void aViewThatAsksOfRelatedRecordsIsKept() {
        form.publish(form.definition(
                ", {\"key\": \"other\", \"type\": \"relation\", \"title\": \"客户\", \"form\": \"customer\"}"));
        String views = form.views();
        Map<String, Object> level = Map.of("field", "other.level", "op", "in", "value", List.of("A"));

        Api.Result kept = api.post("sam", views, ViewForm.table("重点客户", level, true));

        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.body().path("usable").asBoolean()).isTrue();
        String id = id(kept.body());
        assertThat(form.seen("sam", id).orElseThrow().at("/filter/field").asText())
                .isEqualTo("other.level");
        for (String sealed : List.of("other.mobile", "other.name")) {
            Api.Result refused = api.post("sam", views, ViewForm.table("谁", ViewForm.is(sealed, "13800138000"), false));
            assertThat(BatchForm.findings(refused)).contains("/filter/field view.protected-value");
        }
        Api.Result nowhere = api.post("sam", views, ViewForm.table("何处", ViewForm.is("other.nothing", "x"), false));
        assertThat(BatchForm.findings(nowhere)).containsExactly("/filter/field field.unknown");
    }

    @Test
    void onlyItsOwnerChangesAViewAndWhoManagesTheRecords() {
        JsonNode view = form.create("sam", ViewForm.table("a", ViewForm.is("stage", "new"), true));
        String id = id(view);

        assertThat(change("sue", id, Map.of("title", "b")).code()).isEqualTo("view.not-yours");
        assertThat(api.delete("sue", form.view(id), "If-Match", "\"1\"").code()).isEqualTo("view.not-yours");
        assertThat(form.seen("sue", id).orElseThrow().path("editable").asBoolean())
                .isFalse();
        assertThat(form.seen("mia", id).orElseThrow().path("editable").asBoolean())
                .isTrue();
        assertThat(change("mia", id, Map.of("shared", false)).code()).isEqualTo("view.not-yours");
        Api.Result renamed = change("mia", id, Map.of("title", "b"));
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.body().path("version").asInt()).isEqualTo(2);
        assertThat(renamed.body().at("/owner/id").asText()).isEqualTo(me("sam"));

        assertThat(change("sam", id, Map.of("title", "c")).code()).isEqualTo("view.stale-version");
        assertThat(api.patch("sam", form.view(id), Map.of("title", "c")).status())
                .isEqualTo(428);
        assertThat(form.seen("sam", id).orElseThrow().path("title").asText()).isEqualTo("b");
        api.patch("sam", form.view(id), Map.of("shared", false), "If-Match", "\"2\"")
                .orFail("taking it back");
        assertThat(form.seen("mia", id)).isEmpty();
        assertThat(HiddenOrMissingTest.told(change("mia", id, Map.of("title", "x")), id))
                .isEqualTo(HiddenOrMissingTest.told(change("mia", MISSING, Map.of("title", "x")), MISSING));
    }

    @Test
    void aDeletedViewComesBackToWhomItBelongs() {
        JsonNode view = form.create("sam", ViewForm.table("a", ViewForm.is("stage", "new"), true));
        String id = id(view);
        String restore = form.view(id) + "/restore";
        assertThat(api.post("sam", restore, "{}").code()).isEqualTo("view.not-deleted");

        assertThat(api.delete("sam", form.view(id)).status()).isEqualTo(428);
        assertThat(api.delete("sam", form.view(id), "If-Match", "\"9\"").code()).isEqualTo("view.stale-version");
        assertThat(api.delete("sam", form.view(id), "If-Match", "\"1\"").status())
                .isEqualTo(204);

        assertThat(form.seen("sam", id)).isEmpty();
        assertThat(form.seen("sue", id)).isEmpty();
        assertThat(api.delete("sam", form.view(id), "If-Match", "\"2\"").status())
                .isEqualTo(404);
        assertThat(api.post("sue", restore, "{}").status()).isEqualTo(404);
        Api.Result restored = api.post("sam", restore, "{}");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.body().path("version").asInt()).isEqualTo(3);
        assertThat(form.seen("sue", id)).isPresent();
    }

    /** What once could be asked and cannot any more is said to be so, and can be put right or deleted. */
    @Test
    void aFieldThatIsGoneMakesAViewUnusableAndNothingElse() {
        String more =
                ", {\"key\": \"region\", \"type\": \"text\", \"title\": \"区域\", \"sensitivity\": {\"level\": \"%s\"%s}}";
        form.publish(form.definition(more.formatted("internal", "")));
        String id = id(form.create("sam", ViewForm.table("密密", ViewForm.is("region", "north"), true)));
        String columns = id(form.create(
                "sam", Map.of("title", "b", "kind", "table", "fields", List.of("region", "code"), "shared", true)));
        assertThat(form.seen("sue", id).orElseThrow().path("usable").asBoolean())
                .isTrue();

        form.publish(form.definition(""));

        JsonNode own = form.seen("sam", id).orElseThrow();
        assertThat(own.path("usable").asBoolean()).isFalse();
        assertThat(own.path("reason").asText()).isEqualTo("view.field-missing");
        assertThat(own.has("filter")).isFalse();
        assertThat(form.seen("sue", id)).as("gone or hidden: alike").isEmpty();
        assertThat(form.seen("sue", columns).orElseThrow().path("fields")).hasSize(1);
        assertThat(change("sam", id, Map.of("title", "c")).status()).isEqualTo(200);
        Api.Result still = api.patch("sam", form.view(id), Map.of("sort", List.of("code")), "If-Match", "\"2\"");
        assertThat(BatchForm.findings(still)).containsExactly("/filter/field field.unknown");
        Api.Result repaired =
                api.patch("sam", form.view(id), Map.of("filter", ViewForm.is("stage", "new")), "If-Match", "\"2\"");
        assertThat(repaired.status()).isEqualTo(200);
        assertThat(form.seen("sue", id).orElseThrow().path("usable").asBoolean())
                .isTrue();
    }

    @Test
    void whoIsInNoGroupKnowsNoViewsAndWhoReadsNothingSavesNone() {
        form.create("sam", ViewForm.table("a", ViewForm.is("stage", "new"), true));

        assertThat(api.get("nora", form.views()).status()).isEqualTo(404);
        assertThat(api.post("nora", form.views(), ViewForm.table("a", Map.of(), false))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("sam", form.form() + "-none/views").status()).isEqualTo(404);
        assertThat(api.post("fay", form.views(), ViewForm.table("a", Map.of(), false))
                        .code())
                .isEqualTo("record.action-refused");
    }

    @Test
    void nobodyHasMoreThanAHundred() {
        for (int i = 0; i < 100; i++) {
            form.create("sue", ViewForm.table("v" + i, Map.of(), false));
        }
        Api.Result refused = api.post("sue", form.views(), ViewForm.table("one more", Map.of(), false));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("view.too-many");
        String some = id(form.list("sue").get(20));
        api.delete("sue", form.view(some), "If-Match", "\"1\"").orFail("deleting");
        form.create("sue", ViewForm.table("one more", Map.of(), false));
        assertThat(api.post("sue", form.view(some) + "/restore", "{}").code()).isEqualTo("view.too-many");
        form.create("sam", ViewForm.table("his first", Map.of(), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /title request.type",
                "{\"title\":\"密密\"} | /kind view.kind",
                "{\"title\":\"密密\",\"kind\":\"gallery\"} | /kind view.kind",
                "{\"title\":7,\"kind\":\"table\"} | /title request.type",
                "{\"title\":\" \",\"kind\":\"table\"} | /title view.title-required",
                "{\"title\":\"LONG\",\"kind\":\"table\"} | /title field.too-long",
                "{\"title\":\"密\\u0007\",\"kind\":\"table\"} | /title field.control-character",
                "{\"title\":\"a\",\"kind\":\"table\",\"密密\":1} | /密密 request.unknown-property",
                "{\"title\":\"a\",\"kind\":\"table\",\"owner\":\"x\"} | /owner request.unknown-property",
                "{\"title\":\"a\",\"kind\":\"table\",\"shared\":\"yes\"} | /shared request.type",
                "{\"title\":\"a\",\"kind\":\"table\",\"filter\":[\"密密\"]} | /filter filter.malformed",
                "{\"title\":\"a\",\"kind\":\"table\",\"filter\":{\"field\":\"nope\",\"op\":\"eq\"}} | /filter/field field.unknown",
                "{\"title\":\"a\",\"kind\":\"table\",\"filter\":{\"field\":\"amount\",\"op\":\"eq\",\"value\":\"密密\"}} | /filter/value field.type",
                "{\"title\":\"a\",\"kind\":\"table\",\"filter\":{\"field\":\"stage\",\"op\":\"below\"}} | /filter/op filter.operator",
                "{\"title\":\"a\",\"kind\":\"table\",\"sort\":\"code\"} | /sort request.type",
                "{\"title\":\"a\",\"kind\":\"table\",\"sort\":[7]} | /sort/0 request.type",
                "{\"title\":\"a\",\"kind\":\"table\",\"sort\":[\"nope\"]} | /sort/0 field.unknown",
                "{\"title\":\"a\",\"kind\":\"table\",\"sort\":[\"mobile\"]} | /sort/0 field.not-usable",
                "{\"title\":\"a\",\"kind\":\"table\",\"fields\":[\"code\",\"code\"]} | /fields/1 request.duplicate",
                "{\"title\":\"a\",\"kind\":\"table\",\"fields\":[\"nope\"]} | /fields/0 field.unknown",
                "{\"title\":\"a\",\"kind\":\"table\",\"pinned\":\"code\"} | /pinned request.type",
                "{\"title\":\"a\",\"kind\":\"table\",\"widths\":[\"密密\"]} | /widths request.type",
                "{\"title\":\"a\",\"kind\":\"table\",\"widths\":{\"code\":5}} | /widths/code view.width",
                "{\"title\":\"a\",\"kind\":\"table\",\"groupBy\":\"stage\"} | /groupBy view.not-of-kind",
                "{\"title\":\"a\",\"kind\":\"kanban\"} | /groupBy view.field-required",
                "{\"title\":\"a\",\"kind\":\"kanban\",\"groupBy\":[\"密密\"]} | /groupBy request.type",
                "{\"title\":\"a\",\"kind\":\"kanban\",\"groupBy\":\"nope\"} | /groupBy field.unknown",
                "{\"title\":\"a\",\"kind\":\"kanban\",\"groupBy\":\"code\"} | /groupBy view.field-unfit",
                "{\"title\":\"a\",\"kind\":\"kanban\",\"groupBy\":\"mobile\"} | /groupBy field.not-usable",
                "{\"title\":\"a\",\"kind\":\"calendar\"} | /date view.field-required",
                "{\"title\":\"a\",\"kind\":\"calendar\",\"date\":\"stage\"} | /date view.field-unfit",
                "{\"title\":\"a\",\"kind\":\"calendar\",\"date\":\"birthday\"} | /date field.not-usable",
                "{\"title\":\"a\",\"kind\":\"calendar\",\"date\":\"due\",\"end\":\"at\"} | /end view.field-unfit",
                "{\"title\":\"a\",\"kind\":\"table\",\"end\":\"due\"} | /end view.not-of-kind"
            })
    void whatIsWrongIsNamedByItsPlaceAndNothingIsKept(String body, String finding) {
        Api.Result refused = api.post("sam", form.views(), body.replace("LONG", "长".repeat(81)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("view.invalid");
        assertThat(BatchForm.findings(refused)).contains(finding);
        assertThat(refused.text().replace(finding, "").replace("/密密", "")).doesNotContain("密密");
        assertThat(form.list("sam")).hasSize(6);
    }

    @Test
    void boardsAndCalendarsOfFieldsThatServeAreKept() {
        form.create("sam", Map.of("title", "a", "kind", "kanban", "groupBy", "stage", "fields", List.of("code")));
        form.create("sam", Map.of("title", "b", "kind", "calendar", "date", "due", "end", "until"));
        form.create("sam", Map.of("title", "c", "kind", "calendar", "date", "at"));
        form.create("sam", Map.of("title", "d", "kind", "calendar", "date", "createdAt"));
        assertThat(form.list("sam")).hasSize(10);
        Api.Result large = api.post(
                "sam",
                form.views(),
                ViewForm.table("x", Map.of("field", "code", "op", "in", "value", List.of("a".repeat(20_000))), false));
        assertThat(BatchForm.findings(large)).contains("view.too-large");
        assertThat(api.post("sam", form.views(), "[]").status()).isEqualTo(422);
    }

    /** One query for a column, one for a range: what lasts over its beginning is in it as well. */
    @Test
    void whatBoardsAndCalendarsAskIsAnswered() {
        record(Map.of("code", "a", "stage", "new", "due", "2026-03-02"));
        record(Map.of("code", "b", "due", "2026-02-20", "until", "2026-03-01"));
        record(Map.of("code", "c", "stage", "won", "due", "2026-02-20", "until", "2026-02-21"));
        Map<String, Object> none = Map.of("field", "stage", "op", "isEmpty");
        Map<String, Object> in = Map.of("field", "due", "op", "between", "value", List.of("2026-03-01", "2026-03-31"));
        Map<String, Object> before = Map.of("field", "due", "op", "lt", "value", "2026-03-01");
        Map<String, Object> still = Map.of("field", "until", "op", "gte", "value", "2026-03-01");
        Map<String, Object> lasting = Map.of("or", List.of(in, Map.of("and", List.of(before, still))));

        assertThat(codes(ViewForm.is("stage", "new"))).containsExactly("a");
        assertThat(codes(none)).containsExactly("b");
        assertThat(codes(Map.of("and", List.of(ViewForm.is("owner", me("sam")), lasting))))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(codes(Map.of(
                        "field",
                        "createdAt",
                        "op",
                        "between",
                        "value",
                        List.of("2020-01-01T00:00:00.000Z", "2099-01-01T23:59:59.999Z"))))
                .hasSize(3);
    }

    private void record(Map<String, Object> data) {
        api.post("sam", form.form() + "/records", Map.of("data", data)).orFail("creating");
    }

    private List<String> codes(Map<String, Object> filter) {
        List<String> codes = new ArrayList<>();
        api.post("sam", form.form() + "/records/query", Map.of("filter", filter, "fields", List.of("code", "stage")))
                .orFail("asking")
                .body()
                .path("items")
                .forEach(item -> {
                    assertThat(item.at("/access/stage").asText()).isEqualTo("edit");
                    codes.add(item.at("/data/code").asText());
                });
        return codes;
    }

    private Api.Result change(String who, String id, Map<String, Object> body) {
        return api.patch(who, form.view(id), body, "If-Match", "\"1\"");
    }

    private String me(String member) {
        return api.get(member, "/api/v1/me").orFail("me").body().path("id").asText();
    }

    private static String id(JsonNode view) {
        return view.path("id").asText();
    }
}
