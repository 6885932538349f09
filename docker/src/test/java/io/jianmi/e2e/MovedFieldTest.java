package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A version that stores a field otherwise, by another type or a raised level, takes the values of all records with it. */
@Tag("slow")
@ExtendWith(WithServer.class)
class MovedFieldTest {

    private static final String CLEAR = "一望而知的备注";
    private static final String REFUSE = "{\"conversions\": [{\"field\": \"note\"}]}";
    private static final String LEAVE = "{\"conversions\": [{\"field\": \"note\", \"onFailure\": \"keep-empty\"}]}";

    private final Api api;
    private final EvolvingForm form;

    MovedFieldTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new EvolvingForm(api);
    }

    @Test
    void aTextBecomesANumber() {
        String plain = noted("12.50");
        String grouped = noted("¥1,234.5");
        String words = noted("十二");
        String none = form.create(Map.of("title", "none"));
        String changed = noted("7");
        form.patch(changed, Map.of("note", "8"));
        String binned = noted("99");
        trash(binned);
        ObjectNode next = form.definition();
        become(next, "number").put("scale", 2);

        assertThat(codes(form.tryPublish(next).body().path("errors"))).contains("field.type-changed");
        JsonNode dryRun = form.rehearse(next, REFUSE);
        assertThat(dryRun.at("/conversions/0/converted").asInt()).isEqualTo(4);
        assertThat(dryRun.at("/conversions/0/empty").asInt()).isEqualTo(1);
        assertThat(dryRun.at("/conversions/0/failed").asInt()).isEqualTo(1);
        assertThat(dryRun.at("/conversions/0/codes/field.type").asInt()).isEqualTo(1);
        assertThat(dryRun.at("/conversions/0/records/0").asText()).isEqualTo(words);
        assertThat(dryRun.toString()).doesNotContain("十二");
        assertThat(codes(form.tryPublish(next, REFUSE).body().path("errors"))).containsOnly("field.conversion-failed");
        assertThat(form.read(words).at("/data/note").asText()).isEqualTo("十二");
        assertThat(form.read(plain).path("formVersion").asInt()).isEqualTo(1);

        assertThat(api.delete("designer", form.path() + "/conversion").code()).isEqualTo("form.conversion-none");
        JsonNode done = form.move(next, LEAVE);

        assertThat(api.delete("designer", form.path() + "/conversion").code()).isEqualTo("form.conversion-counts");
        assertThat(done.path("fields")).isEqualTo(dryRun.path("conversions"));
        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(5);
        assertThat(note(plain)).isEqualTo("12.50");
        assertThat(note(grouped)).isEqualTo("1234.50");
        assertThat(note(changed)).isEqualTo("8.00");
        assertThat(form.read(words).at("/data/note").isNull()).isTrue();
        assertThat(form.read(none).at("/data/note").isNull()).isTrue();
        assertThat(found("{\"field\": \"note\", \"op\": \"gte\", \"value\": \"12.5\"}"))
                .containsExactlyInAnyOrder(plain, grouped);
        assertThat(api.get("admin", form.records() + "/" + changed + "/history")
                        .orFail("history")
                        .body()
                        .at("/items/0/changes/0/from")
                        .asText())
                .isEqualTo("7");
        restore(binned);
        assertThat(note(binned)).isEqualTo("99.00");
        form.patch(words, Map.of("note", "12"));
        assertThat(note(words)).isEqualTo("12.00");
        assertThat(clearTexts("note")).containsExactly("十二");
        form.publish(EvolvingForm.without(next, "note"));
        form.patch(plain, Map.of("title", "renamed"));
        form.publish(next);
        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(6);
        assertThat(note(plain)).isEqualTo("12.50");
    }

    /** As the unique index sees them: live records only, and who comes first keeps his. */
    @Test
    void twoValuesThatBecomeOneAreForetold() {
        String first = noted("12.5");
        String binned = noted("12.50");
        trash(binned);
        String second = noted("¥12.50");
        noted("13");
        ObjectNode next = form.definition();
        become(next, "number").put("scale", 2).put("unique", true);

        JsonNode dryRun = form.rehearse(next, REFUSE);

        assertThat(dryRun.at("/conversions/0/converted").asInt()).isEqualTo(3);
        assertThat(dryRun.at("/conversions/0/codes").toString()).isEqualTo("{\"field.not-unique\":1}");
        assertThat(dryRun.at("/conversions/0/records").toString()).isEqualTo("[\"" + second + "\"]");
        assertThat(dryRun.toString()).doesNotContain("12.5");
        assertThat(codes(form.tryPublish(next, REFUSE).body().path("errors"))).containsOnly("field.conversion-failed");
        assertThat(form.move(next, LEAVE).path("fields")).isEqualTo(dryRun.path("conversions"));
        assertThat(note(first)).isEqualTo("12.50");
        assertThat(form.read(second).at("/data/note").isNull()).isTrue();
        assertThat(api.post("admin", form.records(), Map.of("data", Map.of("title", "again", "note", "13")))
                        .code())
                .isEqualTo("record.not-unique");
        become(next, "text").remove("scale");
        assertThat(form.move(next, REFUSE).at("/fields/0/converted").asInt()).isEqualTo(3);
        assertThat(api.post("admin", form.records(), Map.of("data", Map.of("title", "again", "note", "13.00")))
                        .code())
                .isEqualTo("record.not-unique");
    }

    @Test
    void twoProtectedValuesThatBecomeOneAreForetold() {
        String first = noted("Someone@Example.com");
        String second = noted("someone@example.com");
        ObjectNode next = raised("note", "personal");
        ((ObjectNode) EvolvingForm.field(next, "note").put("unique", true).path("sensitivity"))
                .put("kind", "email")
                .putArray("search")
                .add("exact");

        JsonNode dryRun = form.rehearse(next);

        assertThat(dryRun.at("/conversions/0/codes").toString()).isEqualTo("{\"field.not-unique\":1}");
        assertThat(dryRun.at("/conversions/0/records").toString()).isEqualTo("[\"" + second + "\"]");
        assertThat(codes(form.tryPublish(next).body().path("errors"))).containsOnly("field.conversion-failed");
        assertThat(form.move(next, LEAVE).path("fields")).isEqualTo(dryRun.path("conversions"));
        assertThat(note(second)).isEqualTo("someone@example.com");
        assertThat(found("{\"field\": \"note\", \"op\": \"eq\", \"value\": \"SOMEONE@example.com\"}"))
                .containsExactly(first);
    }

    @Test
    void aColumnOfASubformBecomesANumber() {
        String some = rows(Map.of("product", "12", "contact", "张三"), Map.of("product", "十二", "price", "2.20"));
        String none = form.create(Map.of("title", "none"));
        String other = rows(Map.of("product", "¥7"), Map.of("price", "1.10"));
        ObjectNode next = form.definition();
        cell(next, "product").put("type", "number").put("scale", 2);
        String leaving = LEAVE.replace("note", "rows.product");

        JsonNode dryRun = form.rehearse(next, leaving);
        assertThat(dryRun.at("/conversions/0").toString())
                .isEqualTo(
                        "{\"field\":\"rows.product\",\"converted\":2,\"empty\":1,\"failed\":1,\"codes\":{\"field.type\":1},\"records\":[\""
                                + some + "\"]}");
        assertThat(codes(form.tryPublish(next, REFUSE.replace("note", "rows.product"))
                        .body()
                        .path("errors")))
                .containsOnly("field.conversion-failed");
        assertThat(form.move(next, leaving).path("fields")).isEqualTo(dryRun.path("conversions"));

        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(3);
        assertThat(products(some)).containsExactly("12.00", null);
        assertThat(products(other)).containsExactly("7.00", null);
        assertThat(form.read(none).at("/data/rows")).isEmpty();
        assertThat(form.read(some).at("/data/rows/0/contact").asText()).isEqualTo("张三");
        JsonNode second = form.read(some).at("/data/rows/1");
        form.patch(
                some,
                Map.of(
                        "rows",
                        List.of(Map.of("id", second.path("id").asText(), "product", "13"), Map.of("product", "14"))));
        assertThat(products(some)).containsExactly("13.00", "14.00");
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String table = sql.formTable("demo", form.key()) + "__rows";
            assertThat(sql.texts("select product from " + table + " where product is not null"))
                    .containsExactly("十二");
            sql.run("update " + table + " set product = 'forged' where product is not null");
        }
        assertThat(api.get("admin", form.records() + "/" + some).code()).isEqualTo("record.integrity");
    }

    @Test
    void aRaisedColumnOfASubformLeavesNothingInClear() {
        String left = rows(Map.of("product", CLEAR), Map.of("price", "1.00"));
        String changed = rows(Map.of("product", CLEAR + "一"));
        form.patch(changed, Map.of("rows", List.of(Map.of("product", CLEAR + "二"), Map.of("product", CLEAR))));
        ObjectNode next = form.definition();
        cell(next, "product")
                .withObject("/sensitivity")
                .put("level", "personal")
                .put("kind", "name");

        JsonNode dryRun = form.rehearse(next);
        assertThat(codes(dryRun.path("findings"))).contains("field.sealed-anew");
        assertThat(dryRun.at("/conversions/0/converted").asInt()).isEqualTo(3);
        form.move(next, "{}");

        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(2);
        assertThat(products(left)).containsExactly(CLEAR, null);
        assertThat(products(changed)).containsExactly(CLEAR + "二", CLEAR);
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String table = sql.formTable("demo", form.key()) + "__rows";
            assertThat(sql.number("select count(*) from " + table + " t where t::text like '%' || ? || '%'", CLEAR))
                    .isZero();
            assertThat(sql.number("select count(*) from " + table + " where product_v2_enc is not null"))
                    .isEqualTo(3);
        }
        form.patch(left, Map.of("title", "renamed"));
        assertThat(products(left)).containsExactly(CLEAR, null);
    }

    private String rows(Map<String, Object> one, Map<String, Object> other) {
        return form.create(Map.of("title", "rows", "rows", List.of(one, other)));
    }

    private String rows(Map<String, Object> one) {
        return form.create(Map.of("title", "rows", "rows", List.of(one)));
    }

    private static ObjectNode cell(ObjectNode definition, String key) {
        return EvolvingForm.field(EvolvingForm.field(definition, "rows"), key);
    }

    private List<@Nullable String> products(String id) {
        List<@Nullable String> products = new ArrayList<>();
        form.read(id)
                .at("/data/rows")
                .forEach(row -> products.add(row.path("product").textValue()));
        return products;
    }

    @Test
    void richTextIsReducedToItsWords() {
        String plain = noted("a < b");
        ObjectNode next = form.definition();
        become(next, "rich-text");
        form.move(next, REFUSE);
        assertThat(note(plain)).isEqualTo("<p>a &lt; b</p>");
        String marked = noted("<h2>One</h2><p>two <strong>words</strong></p>");
        form.patch(plain, Map.of("note", "<p>a &lt; <em>c</em></p>"));
        become(next, "long-text");

        JsonNode dryRun = form.rehearse(next, REFUSE);
        assertThat(dryRun.at("/conversions/0/converted").asInt()).isEqualTo(2);
        assertThat(dryRun.at("/conversions/0/reduced").asInt()).isEqualTo(2);
        assertThat(codes(dryRun.path("findings"))).contains("field.marks-dropped");
        form.move(next, REFUSE);

        assertThat(note(marked)).isEqualTo("One\ntwo words");
        assertThat(note(plain)).isEqualTo("a < c");
        assertThat(api.get("admin", form.records() + "/" + plain + "/history")
                        .orFail("history")
                        .body()
                        .at("/items/0/changes/0/from")
                        .asText())
                .isEqualTo("a < b");
    }

    @Test
    void whatWasLeftBehindIsSealedToo() {
        String words = noted("十二");
        ObjectNode next = form.definition();
        become(next, "number");
        form.move(next, LEAVE);

        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("update " + sql.formTable("demo", form.key()) + " set note = 'forged' where id = ?::uuid", words);
        }

        assertThat(api.get("admin", form.records() + "/" + words).code()).isEqualTo("record.integrity");
    }

    @Test
    void aRaisedLevelLeavesNothingInClear() {
        String left = noted(CLEAR);
        String changed = noted(CLEAR + "一");
        form.patch(changed, Map.of("note", CLEAR + "二"));
        String binned = noted(CLEAR);
        trash(binned);
        ObjectNode next = raised("note", "personal");
        ((ObjectNode) EvolvingForm.field(next, "note").path("sensitivity"))
                .put("kind", "wechat")
                .putArray("search")
                .add("exact");

        JsonNode dryRun = form.rehearse(next);
        assertThat(codes(dryRun.path("findings"))).contains("field.sealed-anew");
        assertThat(dryRun.at("/conversions/0/converted").asInt()).isEqualTo(3);
        form.move(next, "{}");

        assertThat(form.list()).noneMatch(item -> item.has("problem")).hasSize(2);
        assertThat(note(left)).isEqualTo(CLEAR);
        assertThat(note(changed)).isEqualTo(CLEAR + "二");
        assertThat(api.get("admin", form.records() + "/" + changed + "/history")
                        .orFail("history")
                        .body()
                        .at("/items/0/changes/0/from")
                        .asText())
                .isEqualTo(CLEAR + "一");
        assertThat(found("{\"field\": \"note\", \"op\": \"eq\", \"value\": \"" + CLEAR + "\"}"))
                .containsExactly(left);
        restore(binned);
        assertThat(note(binned)).isEqualTo(CLEAR);
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String table = sql.formTable("demo", form.key());
            assertThat(sql.number("select count(*) from " + table + " t where t::text like '%' || ? || '%'", CLEAR))
                    .isZero();
            assertThat(sql.number(
                            "select count(*) from t_demo.record_history h where form = ? and h::text like '%' || ? || '%'",
                            form.key(), CLEAR))
                    .isZero();
            assertThat(sql.texts(
                            "select indexdef from pg_indexes where schemaname || '.' || tablename = replace(?, '\"', '')"
                                    + " and indexdef ~ '\\ynote\\y'",
                            table))
                    .isEmpty();
            assertThat(sql.number("select count(*) from " + table + " where form_version < 2"))
                    .isZero();
        }
        form.patch(left, Map.of("title", "renamed"));
        assertThat(note(left)).isEqualTo(CLEAR);
    }

    @Test
    void aValueIsSealedUnderTheKeysOfAHigherLevel() {
        String id = form.create(EvolvingForm.data("keys"));
        form.patch(id, Map.of("mobile", CanaryForm.mobile(Installation.number())));
        String masked = mask(form.read(id).at("/data/mobile").asText());
        ObjectNode next = raised("mobile", "sensitive");

        form.move(next, "{}");

        JsonNode record = form.read(id);
        assertThat(record.at("/data/mobile/masked").asText()).isEqualTo(masked);
        assertThat(api.get("admin", form.records() + "/" + id + "/history")
                        .orFail("history")
                        .body()
                        .at("/items/0/changes/0/from/masked")
                        .asText())
                .matches("1\\d{2}\\*+\\d{4}");
        assertThat(form.list()).noneMatch(item -> item.has("problem"));
    }

    @Test
    void aForgedRecordIsNoMoreBelievedAfter() {
        String id = noted("12");
        noted("13");
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("update " + sql.formTable("demo", form.key()) + " set note = '14' where id = ?::uuid", id);
        }
        ObjectNode next = form.definition();
        become(next, "number");

        JsonNode done = form.move(next, REFUSE);

        assertThat(done.path("broken").asInt()).isEqualTo(1);
        assertThat(api.get("admin", form.records() + "/" + id).code()).isEqualTo("record.integrity");
    }

    @Test
    void aChangeOfManyIsTakenBackAcrossTheChangeOfType() {
        String one = noted("1");
        String two = noted("2");
        JsonNode batch = api.post(
                        "admin",
                        form.records() + "/batch-update",
                        Map.of("ids", List.of(one, two), "data", Map.of("note", "3")))
                .orFail("batch")
                .body();
        ObjectNode next = form.definition();
        become(next, "number");
        form.move(next, REFUSE);

        api.post("admin", form.records() + "/batches/" + batch.path("undo").asText() + "/undo", "{}")
                .orFail("undo");

        assertThat(note(one)).isEqualTo("1");
        assertThat(note(two)).isEqualTo("2");
    }

    @Test
    void onlyDesignersAreToldAnything() {
        ObjectNode next = form.definition();
        become(next, "number");
        api.put("designer", form.path() + "/draft", next).orFail("drafting");

        assertThat(api.post("sam", form.path() + "/publish?dryRun=true", REFUSE).status())
                .isEqualTo(403);
        assertThat(api.post("sam", form.path() + "/publish", REFUSE).status()).isEqualTo(403);
        assertThat(api.get("sam", form.path() + "/conversion").status()).isEqualTo(403);
        Api.Result misshapen = api.post("designer", form.path() + "/publish", "{\"conversions\": [{\"by\": 1}]}");
        assertThat(misshapen.body().at("/errors/0/code").asText()).isEqualTo("conversion.shape");
        assertThat(misshapen.body().at("/errors/0/pointer").asText()).isEqualTo("/conversions/0");
    }

    private ObjectNode raised(String field, String level) {
        ObjectNode next = form.definition();
        EvolvingForm.field(next, field)
                .withObject("/sensitivity")
                .put("level", level)
                .putArray("purposes")
                .add("sales");
        ((ObjectNode) next.at("/permissionGroups/0/fields")).put(field, "edit");
        if (!field.equals("mobile")) {
            EvolvingForm.field(next, field).withObject("/sensitivity").remove("purposes");
        }
        return next;
    }

    private static ObjectNode become(ObjectNode definition, String type) {
        return EvolvingForm.field(definition, "note").put("type", type);
    }

    private String noted(String note) {
        return form.create(Map.of("title", "noted", "note", note));
    }

    private String note(String id) {
        return form.read(id).at("/data/note").asText();
    }

    private void trash(String id) {
        api.delete("admin", form.records() + "/" + id, "If-Match", "\"1\"").orFail("trashing");
    }

    private void restore(String id) {
        api.post("admin", form.records() + "/" + id + "/restore", "{}").orFail("restoring");
    }

    private List<String> found(String filter) {
        JsonNode query = Json.NODES.objectNode().set("filter", Json.parse(filter));
        return StreamSupport.stream(
                        api.post("admin", form.records() + "/query", query)
                                .orFail("query")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    private List<String> clearTexts(String column) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            return sql.texts("select " + column + " from " + sql.formTable("demo", form.key()) + " where " + column
                    + " is not null");
        }
    }

    private static String mask(String mobile) {
        return mobile.substring(0, 3) + "****" + mobile.substring(7);
    }

    private static List<String> codes(JsonNode findings) {
        return StreamSupport.stream(findings.spliterator(), false)
                .map(finding -> finding.path("code").asText())
                .toList();
    }
}
