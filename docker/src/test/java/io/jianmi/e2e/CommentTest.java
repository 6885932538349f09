package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments of a record: for whoever may know of it and nobody else, sealed, taken back, and noticed when they were changed by SQL. */
@Tag("slow")
@ExtendWith(WithServer.class)
class CommentTest {

    private final Api api;
    private final AuditTrail trail;
    private CommentForm form;
    private String record = "";

    CommentTest(RunningServer server) {
        api = new Api(Installation.site(server));
        trail = new AuditTrail(api.site());
        form = new CommentForm(api);
    }

    @BeforeEach
    void aRecordOfSams() {
        record = form.create("sam", true);
    }

    @Test
    void whoSeesTheRecordReadsWhatWasSaidNewestFirst() {
        String mia = member("mia");
        form.said("sam", record, "第一条");
        Api.Result made = form.write("sam", record, "请看一下，\r\n@米娅", mia, mia);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().firstValue("etag")).contains("\"1\"");
        assertThat(made.body().path("author").path("id").asText()).isEqualTo(member("sam"));
        assertThat(made.body().at("/mentions/0/id").asText()).isEqualTo(mia);
        assertThat(made.body().path("mentions")).hasSize(1);
        JsonNode items = form.list("mia", record).orFail("reading").body().path("items");
        assertThat(items.findValuesAsText("text"))
                .as("as typed, fullwidth comma and all")
                .containsExactly("请看一下，\n@米娅", "第一条");
        assertThat(items.get(0).path("may")).isEmpty();
        assertThat(fields(items.get(0)))
                .containsExactly(
                        "id",
                        "author",
                        "text",
                        "mentions",
                        "files",
                        "createdAt",
                        "editedAt",
                        "version",
                        "deleted",
                        "may");
    }

    @Test
    void pagesFollowOnEachOther() {
        for (int i = 0; i < 5; i++) {
            form.said("sam", record, "第" + i);
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int i = 0; i < 3; i++) {
            JsonNode page = api.get("sam", form.comments(record) + "?limit=2" + after)
                    .orFail("reading")
                    .body();
            seen.addAll(page.path("items").findValuesAsText("text"));
            after = "&after=" + page.path("next").asText();
        }

        assertThat(seen).containsExactly("第4", "第3", "第2", "第1", "第0");
        assertThat(after).isEqualTo("&after=null");
        assertThat(api.get("sam", form.comments(record) + "?after=x").code()).isEqualTo("request.invalid-parameter");
        assertThat(api.get("sam", form.comments(record) + "?limit=0").code()).isEqualTo("request.invalid-parameter");
    }

    @ParameterizedTest
    @CsvSource({"sue", "fay", "nora", "audra"})
    void whoDoesNotSeeTheRecordFindsNothing(String stranger) {
        String comment = form.said("sam", record, "私下说");

        assertNothing(form.list(stranger, record));
        assertNothing(form.write(stranger, record, "x"));
        assertNothing(api.patch(stranger, form.comment(record, comment), Map.of("text", "x"), "If-Match", "\"1\""));
        assertNothing(api.patch(stranger, form.comment(record, comment), Map.of("text", "x")));
        assertNothing(api.delete(stranger, form.comment(record, comment), "If-Match", "\"1\""));
        assertNothing(api.post(stranger, form.comment(record, comment) + "/restore", "{}"));
    }

    @Test
    void aDraftIsSpokenOfByItsAuthorAlone() {
        String draft = form.create("sam", false);

        assertThat(form.write("sam", draft, "给自己").status()).isEqualTo(201);
        assertNothing(form.list("admin", draft));
        assertNothing(form.write("mia", draft, "x"));
    }

    /** Mentioned, she still knows nothing of the record, and the answer does not tell that she does not. */
    @Test
    void aMentionGivesNoRightAndTellsNone() {
        String sue = member("sue");
        Api.Result mentioned = form.write("sam", record, "@sue", sue);

        assertThat(mentioned.status()).isEqualTo(201);
        assertThat(mentioned.body().at("/mentions/0/id").asText()).isEqualTo(sue);
        assertNothing(form.list("sue", record));
    }

    @Test
    void onlyItsAuthorSaysItDifferently() {
        String comment = form.said("sam", record, "初稿");

        Api.Result edited = edit("sam", comment, "定稿", 1);

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.body().path("version").asInt()).isEqualTo(2);
        assertThat(edited.body().path("editedAt").isTextual()).isTrue();
        assertThat(edit("admin", comment, "代笔", 2).code()).isEqualTo("comment.not-yours");
        assertThat(edit("sam", comment, "又一稿", 1).code()).isEqualTo("comment.stale-version");
        assertThat(api.patch("sam", form.comment(record, comment), Map.of("text", "x"))
                        .status())
                .isEqualTo(428);
        assertThat(texts("mia")).containsExactly("定稿");
    }

    @Test
    void whatIsDeletedLeavesATombstoneAndComesBackForWhoDeletedIt() {
        String comment = form.said("sam", record, "说错了");
        assertThat(delete("mia", comment).code()).isEqualTo("comment.not-yours");
        assertThat(delete("sam", comment).status()).isEqualTo(204);

        JsonNode stone = form.list("mia", record).body().at("/items/0");
        assertThat(stone.path("deleted").asBoolean()).isTrue();
        assertThat(stone.path("text").isNull()).isTrue();
        assertThat(stone.path("may")).isEmpty();
        assertThat(form.list("sam", record).body().at("/items/0/may/0").asText())
                .isEqualTo("restore");
        assertThat(edit("sam", comment, "x", 2).code()).isEqualTo("comment.deleted");
        assertThat(restore("admin", comment).code()).isEqualTo("comment.not-yours");

        assertThat(restore("sam", comment).body().path("text").asText()).isEqualTo("说错了");
        assertThat(restore("sam", comment).code()).isEqualTo("comment.not-deleted");
        assertThat(texts("mia")).containsExactly("说错了");
    }

    @Test
    void whoManagesTheRecordTakesWordsAwayAndHeAloneBringsThemBack() {
        String comment = form.said("sam", record, "不当言论");

        assertThat(delete("admin", comment).status()).isEqualTo(204);

        assertThat(restore("sam", comment).code()).isEqualTo("comment.not-yours");
        assertThat(restore("admin", comment).status()).isEqualTo(200);
    }

    @Test
    void inTheRecycleBinTheyAreReadByWhoMayBringTheRecordBackAndNothingIsAdded() {
        String comment = form.said("sam", record, "再见");
        api.delete("sam", form.record(record), "If-Match", "\"1\"").orFail("deleting");

        assertNothing(form.list("sam", record));
        assertThat(texts("admin")).containsExactly("再见");
        assertThat(form.write("admin", record, "x").code()).isEqualTo("comment.record-trashed");
        assertThat(delete("admin", comment).code()).isEqualTo("comment.record-trashed");

        api.post("admin", form.record(record) + "/restore", "{}").orFail("restoring");
        assertThat(texts("sam")).containsExactly("再见");
    }

    @Test
    void theSameRequestTwiceSaysItOnce() {
        Map<String, Object> body = Map.of("text", "只说一次");
        Api.Result first = api.post("sam", form.comments(record), body, "Idempotency-Key", "k" + record);
        Api.Result again = api.post("sam", form.comments(record), body, "Idempotency-Key", "k" + record);

        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(texts("sam")).containsExactly("只说一次");
        assertThat(api.post("sam", form.comments(record), Map.of("text", "别的"), "Idempotency-Key", "k" + record)
                        .code())
                .isEqualTo("request.idempotency-mismatch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /text field.required",
                "{\"text\": \"  \"} | /text field.required",
                "{\"text\": 7} | /text field.type",
                "{\"text\": \"a\\u0007b\"} | /text field.control-character",
                "{\"text\": \"x\", \"mentions\": \"sam\"} | /mentions request.type",
                "{\"text\": \"x\", \"mentions\": [\"nobody\"]} | /mentions/0 member.unknown",
                "{\"text\": \"x\", \"mentions\": [7]} | /mentions/0 member.unknown",
                "{\"text\": \"x\", \"loud\": true} | /loud request.unknown-property",
                "[] | request.type"
            })
    void whatIsNoCommentIsRefusedWithItsPlace(String body, String finding) {
        Api.Result refused = api.post("sam", form.comments(record), body);

        assertThat(refused.code()).isEqualTo("record.validation");
        assertThat(BatchForm.findings(refused)).containsExactly(finding);
        assertThat(texts("sam")).isEmpty();
    }

    @Test
    void tooMuchIsRefused() {
        String longest = "字".repeat(4_000);
        assertThat(form.write("sam", record, longest).status()).isEqualTo(201);

        assertThat(BatchForm.findings(form.write("sam", record, longest + "多")))
                .containsExactly("/text field.too-long");
        String[] crowd = new String[21];
        Arrays.fill(crowd, member("mia"));
        assertThat(BatchForm.findings(form.write("sam", record, "x", crowd)))
                .containsExactly("/mentions field.too-many-items");
    }

    @Test
    void readingAndWritingLeaveEntriesWithoutAWord() {
        Api.Result made = form.write("sam", record, "电话一七七");
        Api.Result read = form.list("mia", record);

        JsonNode written = trail.now(made).get(0);
        String comment = made.body().path("id").asText();
        assertThat(written.path("act").asText()).isEqualTo("comment.write");
        assertThat(written.path("obj").asText()).endsWith("/" + record);
        assertThat(written.at("/ctx/comment").asText()).isEqualTo(comment);
        JsonNode seen = trail.soon(read).get(0);
        assertThat(seen.path("act").asText()).isEqualTo("comment.list");
        assertThat(seen.at("/ctx/level").asText()).isEqualTo("personal");
        assertThat(seen.at("/ctx/comments").asText()).isEqualTo(comment);
        assertThat(written + " " + seen).doesNotContain("一七七");
        JsonNode denied = trail.soon(form.list("sue", record)).get(0);
        assertThat(denied.path("act").asText()).isEqualTo("comment.list");
        assertThat(denied.path("allowed").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "author = author || 'x'",
                "created_at = created_at - interval '1 day'",
                "edited_at = now()",
                "version = version + 1",
                "sealed = overlay(sealed placing '\\x00'::bytea from 30)",
                "sealed = ''",
                "deleted_at = now()"
            })
    void whatWasChangedBySqlIsNotShownAndItsNeighbourIs(String change) {
        form.said("sam", record, "完好");
        String comment = form.said("sam", record, "被动过");
        sql("update t_demo.record_comment set " + change + " where id = ?::uuid", comment);

        JsonNode items = form.list("sam", record).orFail("reading").body().path("items");

        assertThat(items.get(0).toString()).isEqualTo("{\"id\":\"" + comment + "\",\"problem\":\"comment.integrity\"}");
        assertThat(items.get(1).path("text").asText()).isEqualTo("完好");
    }

    @Test
    void anOlderTextPutBackAndOnePutElsewhereDoNotOpen() {
        String comment = form.said("sam", record, "从前");
        String other = form.said("sam", record, "别处");
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String sealed = "select encode(sealed, 'hex') from t_demo.record_comment where id = ?::uuid";
            String old = sql.texts(sealed, comment).get(0);
            edit("sam", comment, "现在", 1).orFail("editing");
            String put = "update t_demo.record_comment set sealed = decode(?, 'hex') where id = ?::uuid";
            sql.run(put, old, comment);
            sql.run(put, old, other);
        }

        assertThat(form.list("sam", record).body().path("items").findValuesAsText("problem"))
                .containsExactly("comment.integrity", "comment.integrity");
    }

    /** Sealed under the keys of the record's person, it goes with them. */
    @Test
    void nothingOfItLiesInClear() {
        form.said("sam", record, "绝密之语gq7");

        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            assertThat(sql.texts(
                                    "select record_comment::text from t_demo.record_comment where record = ?::uuid",
                                    record)
                            .get(0))
                    .doesNotContain("绝密之语", "gq7")
                    .contains(
                            sql.texts("select subject::text from t_demo.record_comment where record = ?::uuid", record)
                                    .get(0));
        }
    }

    private Api.Result edit(String who, String comment, String text, int version) {
        return api.patch(who, form.comment(record, comment), Map.of("text", text), "If-Match", "\"" + version + "\"");
    }

    private Api.Result delete(String who, String comment) {
        return api.delete(who, form.comment(record, comment), "If-Match", "\"1\"");
    }

    private Api.Result restore(String who, String comment) {
        return api.post(who, form.comment(record, comment) + "/restore", "{}");
    }

    private List<String> texts(String who) {
        return form.list(who, record).orFail("reading").body().path("items").findValuesAsText("text");
    }

    private static List<String> fields(JsonNode item) {
        List<String> fields = new ArrayList<>();
        item.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static void assertNothing(Api.Result answer) {
        assertThat(answer.code()).isEqualTo("request.not-found");
    }

    private void sql(String statement, String id) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            assertThat(sql.run(statement, id)).isEqualTo(1);
        }
    }

    private String member(String name) {
        return new MatrixExhibits(api).member(name).path("id").asText();
    }
}
