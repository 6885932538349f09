package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Reading asks the database the same few questions whether one record is shown or twenty: nothing is asked record by record. The
 * database's own log is the witness.
 */
@Tag("slow")
@ExtendWith(WithServer.class)
class StatementCountTest {

    private static final int MANY = 12;

    /** Records and their subforms, views, comments, reveals, wrapped keys; what runs in the background reads none of these. */
    private static final Pattern READING =
            Pattern.compile("\"f_|record_view|record_comment|record_share|reveal|from subject_key");

    private final Api api;
    private final Path log;
    private String first = "";

    StatementCountTest(RunningServer server) {
        api = new Api(Installation.site(server));
        log = server.home().resolve("postgres.log");
    }

    @BeforeEach
    void recordsAndAWitness() {
        for (int i = 0; i < MANY; i++) {
            first = api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", DemoCrm.data(Installation.number())))
                    .orFail("creating")
                    .body()
                    .path("id")
                    .asText();
        }
        list(MANY, true);
        logging("'all'");
    }

    @AfterEach
    void noWitness() {
        logging("default");
    }

    @Test
    void aLongPageTakesNoMoreStatementsThanAShortOne() throws IOException {
        List<String> one = during(() -> list(1, false));
        List<String> many = during(() -> list(MANY, false));

        assertThat(many).containsExactlyInAnyOrderElementsOf(one);
        assertThat(one).anyMatch(sql -> sql.contains("f_customer")).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void theTotalTakesOneStatementMore() throws IOException {
        List<String> without = during(() -> list(MANY, false));

        assertThat(during(() -> list(MANY, true))).hasSize(without.size() + 1);
    }

    @Test
    void aRecordIsReadOnce() throws IOException {
        List<String> statements =
                during(() -> api.get("sam", DemoCrm.customer(first)).orFail("reading"));

        assertThat(statements).filteredOn(sql -> sql.contains("row_tag")).hasSize(1);
        assertThat(statements).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(4);
    }

    /** Who receives nothing pays nothing; whoever does, pays by a longer statement and not by one more. */
    @Test
    void whatIsSharedIsAskedForWithTheRows() throws IOException {
        ShareForm form = new ShareForm(api);
        String shared = form.create("sam");
        form.create("sue");
        list(form.form(), MANY);
        form.list("sue");
        List<String> before = during(() -> {
            form.list("sue");
            api.get("sue", form.record(shared));
        });
        form.share("sam", shared, "sue").orFail("sharing");
        // Every node hears of it, this one too, and asks once more who receives anything.
        Installation.pause(1_000);
        form.list("sue");
        List<String> received = during(() -> {
            form.list("sue");
            api.get("sue", form.record(shared)).orFail("reading");
        });
        List<String> others = during(() -> list(form.form(), MANY));

        List<String> asked = during(() -> form.query("sue", Map.of("shared", true, "count", true)));
        List<String> nothing = during(() -> form.query("max", Map.of("shared", true, "count", true)));

        assertThat(asked)
                .as("a page and its total")
                .filteredOn(sql -> sql.contains("record_share"))
                .hasSize(2);
        assertThat(nothing).as("who receives nothing").isEmpty();
        assertThat(before).isNotEmpty().noneMatch(sql -> sql.contains("record_share"));
        assertThat(received).hasSameSizeAs(before);
        assertThat(received)
                .filteredOn(sql -> sql.contains("record_share"))
                .hasSize(2)
                .allMatch(sql -> sql.contains("row_tag"));
        assertThat(others).isNotEmpty().noneMatch(sql -> sql.contains("record_share"));
    }

    /** However many widgets there are about a form, its records are asked once for all of them. */
    @Test
    void theWidgetsOfADashboardAreOneStatementForEachForm() throws IOException {
        String figures = api.site().tenantPath() + "/apps/crm/dashboards/customers/data";

        List<String> asked = during(() -> api.post("sam", figures, "{}").orFail("reading"));

        assertThat(asked).hasSize(1).allMatch(sql -> sql.contains("union all"));
    }

    /** However many groups there are, the records that they refer to are read once. */
    @Test
    void groupsByARelationAreNamedByOneStatement() throws IOException {
        String dashboard = api.site().tenantPath() + "/apps/crm/dashboards/by-company";
        Map<String, Object> widget = Map.of(
                "key", "companies",
                "kind", "bar",
                "title", "公司",
                "form", "customer",
                "groupBy", List.of(Map.of("field", "company")),
                "at", Map.of("x", 0, "y", 0, "w", 6, "h", 4));
        api.put(
                        "designer",
                        dashboard + "/draft",
                        Map.of("kind", "dashboard", "key", "by-company", "title", "公司", "widgets", List.of(widget)))
                .orFail("drafting");
        api.post("designer", dashboard + "/publish", "{}").orFail("publishing");

        List<String> asked =
                during(() -> api.post("sam", dashboard + "/data", "{}").orFail("reading"));

        assertThat(asked).filteredOn(sql -> sql.contains("group by")).hasSize(1);
        assertThat(asked).filteredOn(sql -> sql.contains("f_company")).hasSize(1);
    }

    @Test
    void aPageOfCommentsIsReadByOneStatementBesideItsRecords() throws IOException {
        for (int i = 0; i < MANY; i++) {
            api.post("sam", comments(), Map.of("text", "第" + i)).orFail("commenting");
        }
        List<String> one = during(() -> api.get("sam", comments() + "?limit=1").orFail("reading"));
        List<String> many =
                during(() -> api.get("sam", comments() + "?limit=100").orFail("reading"));

        assertThat(many).hasSameSizeAs(one);
        assertThat(many).filteredOn(sql -> sql.contains("record_comment")).hasSize(1);
        assertThat(many).filteredOn(sql -> sql.contains("row_tag")).hasSize(1);
    }

    private String comments() {
        return DemoCrm.customer(first) + "/comments";
    }

    /** However many fields are asked about and records found; of the form's own tables, subforms included, each is read once. */
    @Test
    void duplicatesOfAllFieldsAreFoundByOneStatement() throws IOException {
        DuplicateForm form = new DuplicateForm(api);
        String mobile = CanaryForm.mobile(Installation.number());
        form.createMany("sue", MANY, Map.of("mobile", mobile));
        form.create("sue", Map.of("code", mobile, "email", "a" + mobile + "@example.cn"), true);
        List<String> asked = during(
                () -> form.ask("sam", Map.of("mobile", mobile, "code", mobile, "email", "a" + mobile + "@example.cn"))
                        .orFail("asking"));

        assertThat(asked).filteredOn(sql -> sql.contains("row_tag")).hasSize(1);
        assertThat(asked).filteredOn(sql -> sql.contains("\"f_dup")).hasSize(2);
    }

    @Test
    void whatRecordsReferToIsLookedUpOnceForAll() throws IOException {
        String company = api.post(
                        "sam", DemoCrm.APP + "/forms/company/records", Map.of("data", Map.of("title", "见证公司")))
                .orFail("a company")
                .body()
                .path("id")
                .asText();
        List<String> without = during(() -> create(1, Map.of()));
        List<String> one = during(() -> create(1, Map.of("company", company)));
        List<String> many = during(() -> create(MANY, Map.of("company", company)));

        assertThat(without).noneMatch(sql -> sql.contains("f_company"));
        assertThat(one).filteredOn(sql -> sql.contains("f_company")).hasSize(1);
        assertThat(many).filteredOn(sql -> sql.contains("f_company")).hasSize(1);
    }

    /** Titles and all look-ups of one form take one statement for it, a roll-up one for itself, however long the page. */
    @Test
    void whatIsDerivedIsAskedForOnceForThePage() throws IOException {
        LookingForm form = new LookingForm(api);
        form.publish(form.firms, form.adding());
        for (int i = 0; i < MANY; i++) {
            form.visit("sam", form.firm("north"), "1.00");
        }
        List<String> one = during(() -> list(form.visits, 1));
        List<String> many = during(() -> list(form.visits, MANY));
        assertThat(many).containsExactlyInAnyOrderElementsOf(one);
        assertThat(one).filteredOn(sql -> sql.contains("f_firm")).hasSize(1);

        one = during(() -> list(form.firms, 1));
        many = during(() -> list(form.firms, MANY));
        assertThat(many).containsExactlyInAnyOrderElementsOf(one);
        assertThat(one).filteredOn(sql -> sql.contains("sum(")).hasSize(1);
        assertThat(one).filteredOn(sql -> sql.contains("f_visit")).hasSize(1);
    }

    /** Views are told by what is known of the form: of a hundred none asks for a record. */
    @Test
    void viewsTakeOneStatementHoweverManyThereAre() throws IOException {
        ViewForm form = new ViewForm(api);
        form.create("sam", ViewForm.table("one", ViewForm.is("stage", "new"), true));
        form.list("sam");
        List<String> one = during(() -> form.list("sam"));
        for (int i = 0; i < MANY; i++) {
            form.create("sam", ViewForm.table("v" + i, ViewForm.is("stage", "new"), true));
        }
        List<String> many = during(() -> form.list("sam"));

        assertThat(many).containsExactlyInAnyOrderElementsOf(one);
        assertThat(one).filteredOn(sql -> sql.contains("record_view")).hasSize(1);
        assertThat(one).noneMatch(sql -> sql.contains("f_view"));
    }

    /** Each form by one statement whatever comes of it, and the views of all forms by one. */
    @Test
    void aSearchAsksEachFormOnce() throws IOException {
        String address = api.site().tenantPath() + "/search";
        Map<String, Object> question = Map.of("text", "KH-", "form", "customer", "limit", MANY);
        api.post("sam", address, question).orFail("searching");

        List<String> asked = during(() -> api.post("sam", address, question).orFail("searching"));

        assertThat(asked).filteredOn(sql -> sql.contains("row_tag")).hasSize(1);
        assertThat(asked).filteredOn(sql -> sql.contains("record_view")).hasSize(1);
        assertThat(asked).hasSizeLessThanOrEqualTo(4);
    }

    private void list(String address, int limit) {
        api.post("sam", address + "/records/query", Map.of("limit", limit)).orFail("listing");
    }

    /** Reading, checking and storing: one record or a dozen, given the same. */
    @Test
    void manyAreChangedDeletedAndTakenBackByAsManyStatementsAsFew() throws IOException {
        List<String> few = during(() -> changeAndUndo(create(2, Map.of())));
        List<String> many = during(() -> changeAndUndo(create(MANY, Map.of())));

        assertThat(many.stream().map(StatementCountTest::ofAnyNumber))
                .containsExactlyInAnyOrderElementsOf(
                        few.stream().map(StatementCountTest::ofAnyNumber).toList());
        assertThat(few).anyMatch(sql -> sql.contains("for update of locked"));
    }

    /** A guarded statement says in its text how many rows it is to change. */
    private static String ofAnyNumber(String sql) {
        return sql.replaceAll("expect_rows\\((\\d+), \\d+,", "expect_rows($1, n,");
    }

    private void changeAndUndo(List<String> ids) {
        Map<String, Object> change = Map.of("ids", ids, "data", Map.of("level", "C"));
        for (Api.Result done : List.of(
                api.post("admin", DemoCrm.CUSTOMERS + "/batch-update", change).orFail("changing"),
                api.post("admin", DemoCrm.CUSTOMERS + "/batch-delete", Map.of("ids", ids))
                        .orFail("deleting"))) {
            if (done.body().path("undo").isNull()) {
                throw new AssertionError("nothing to undo");
            }
        }
        api.post("admin", DemoCrm.CUSTOMERS + "/batch-restore", Map.of("ids", ids))
                .orFail("restoring");
        Api.Result again =
                api.post("admin", DemoCrm.CUSTOMERS + "/batch-update", change).orFail("changing again");
        String undo = again.body().path("undo").asText();
        api.post("admin", DemoCrm.CUSTOMERS + "/batches/" + undo + "/undo", "{}")
                .orFail("taking back");
    }

    private List<String> create(int count, Map<String, String> references) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> data = DemoCrm.data(Installation.number());
            data.putAll(references);
            records.add(Map.of("data", data));
        }
        return BatchForm.ids(api.post("sam", DemoCrm.CUSTOMERS + "/batch", Map.of("records", records))
                .orFail("creating"));
    }

    private void list(int limit, boolean count) {
        api.post("sam", DemoCrm.CUSTOMERS + "/query", Map.of("limit", limit, "count", count))
                .orFail("listing");
    }

    /** Texts of the statements that read records while something is done, however many records they ask for. */
    private List<String> during(Runnable work) throws IOException {
        String before = mark();
        work.run();
        String text = Files.readString(log, StandardCharsets.UTF_8);
        return Arrays.stream(text.substring(text.lastIndexOf(before)).split("\n(?=\\d{4}-)"))
                .filter(line ->
                        line.contains("LOG:  execute") && READING.matcher(line).find())
                .map(line -> line.replaceFirst("(?s)^.*?LOG:  execute [^:]*: ", "")
                        .replaceAll("limit \\d+", "limit")
                        .replace("= any($1)", "= $1")
                        .strip())
                .toList();
    }

    private String mark() {
        String mark = "statements after " + Installation.number();
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.texts("select '" + mark + "'");
        }
        return mark;
    }

    /** A statement is logged when it begins, so what a request asked is there when its answer is. */
    private void logging(String what) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("alter system set log_statement = " + what);
            sql.texts("select pg_reload_conf()");
        }
        Installation.pause(500);
    }
}
