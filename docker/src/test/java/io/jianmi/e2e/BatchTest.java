package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many records at once: all or nothing, decided and validated one by one, and taken back as they were. */
@Tag("slow")
@ExtendWith(WithServer.class)
class BatchTest {

    private static final String MISSING = HiddenOrMissingTest.MISSING;
    private static final int THOUSAND = 1_000;

    private final Api api;
    private final AuditTrail trail;
    private BatchForm form;

    BatchTest(RunningServer server) {
        api = new Api(Installation.site(server));
        trail = new AuditTrail(api.site());
        form = new BatchForm(api);
    }

    @BeforeEach
    void aNewForm() {
        form = new BatchForm(api);
    }

    @Test
    void allGetTheValuesAndWhatRulesAndFormulasMakeOfThem() {
        List<String> ids = form.create("sam", 12, "B", "10");

        Api.Result done = form.update("sam", ids, Map.of("level", "A", "amount", "20.5"));

        assertThat(done.status()).isEqualTo(200);
        assertThat(BatchForm.ids(done)).isEqualTo(ids);
        for (JsonNode record : form.all(ids)) {
            assertThat(record.path("version").asInt()).isEqualTo(2);
            assertThat(record.at("/data/level").asText()).isEqualTo("A");
            assertThat(record.at("/data/double").asText()).isEqualTo("41.00");
            assertThat(record.at("/data/stamp").asText()).isEqualTo("hot");
            assertThat(record.at("/data/rows/0/product").asText()).startsWith("产品");
        }
        assertThat(history(ids.get(3)).at("/items/0/changes").findValuesAsText("field"))
                .containsExactlyInAnyOrder("level", "amount", "double", "stamp");
        assertThat(trail.now(done))
                .hasSize(12)
                .allMatch(entry -> entry.path("act").asText().equals("record.update")
                        && entry.path("allowed").asBoolean())
                .extracting(entry -> entry.path("obj").asText())
                .containsExactlyInAnyOrderElementsOf(ids.stream()
                        .map(id -> "record/" + form.key() + "/" + id)
                        .toList());
    }

    @Test
    void takenBackEachHoldsWhatItHeld() {
        List<String> ids = new ArrayList<>(form.create("sam", 2, "B", "10"));
        ids.addAll(form.create("sam", 2, "A", "30"));
        List<JsonNode> before = form.data(ids);
        Api.Result done = form.update(
                "sam", ids, Map.of("level", "C", "amount", "5", "mobile", Map.of("replace", CanaryForm.mobile(1))));
        assertThat(done.orFail("changing").text()).doesNotContain(CanaryForm.mobile(1));
        assertThat(form.data(ids)).isNotEqualTo(before);

        Api.Result undone = form.undo("sam", done);

        assertThat(undone.status()).isEqualTo(200);
        assertThat(BatchForm.ids(undone)).isEqualTo(ids);
        assertThat(form.data(ids)).isEqualTo(before);
        assertThat(form.read(ids.get(0)).path("version").asInt()).isEqualTo(3);
        String mobile = before.get(2).path("mobile").asText();
        assertThat(api.post(
                                "admin",
                                form.records() + "/query",
                                Map.of("filter", Map.of("field", "mobile", "op", "eq", "value", mobile)))
                        .body()
                        .at("/items/0/id")
                        .asText())
                .as("found again by its index")
                .isEqualTo(ids.get(2));
    }

    /** Whoever gives records away does not see them any more, and may take back what he gave. */
    @Test
    void recordsThatWereGivenAwayComeBack() {
        List<String> ids = form.create("sam", 3, "B", "10");
        Api.Result given = form.update("sam", ids, Map.of("owner", me("sue")));
        assertThat(given.status()).isEqualTo(200);
        assertThat(api.get("sam", form.record(ids.get(0))).status()).isEqualTo(404);
        assertThat(api.get("sue", form.record(ids.get(0))).status()).isEqualTo(200);

        assertThat(form.undo("sam", given).status()).isEqualTo(200);

        assertThat(api.get("sam", form.record(ids.get(0))).status()).isEqualTo(200);
        assertThat(api.get("sue", form.record(ids.get(0))).status()).isEqualTo(404);
    }

    /** What is put back may name what has been deleted since, or somebody who has left. */
    @Test
    void whatTheyNamedComesBackThoughItIsGone() {
        String gone = form.create("sam", 1, "B", "10").get(0);
        List<String> ids = form.create("sam", 2, "B", "10");
        form.update("sam", ids, Map.of("whole", gone)).orFail("naming");
        Api.Result other = form.update("sam", ids, Map.of("whole", ids.get(0))).orFail("naming another");
        form.delete("sam", List.of(gone)).orFail("deleting");
        assertThat(BatchForm.findings(form.update("sam", ids, Map.of("whole", gone))))
                .as("nobody names it anew")
                .containsExactly("/data/whole relation.unknown");

        assertThat(form.undo("sam", other).status()).isEqualTo(200);

        form.restore("sam", List.of(gone)).orFail("restoring");
        assertThat(form.read(ids.get(1)).at("/data/whole/id").asText()).isEqualTo(gone);
    }

    @Test
    void whoChangedThemSinceKeepsThem() {
        List<String> ids = form.create("sam", 3, "B", "10");
        Api.Result given = form.update("sam", ids, Map.of("owner", me("sue")));
        api.patch("sue", form.record(ids.get(1)), Map.of("data", Map.of("amount", "11")), "If-Match", "\"2\"")
                .orFail("changing");
        List<JsonNode> before = form.all(ids);

        Api.Result hidden = form.undo("sam", given);

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(BatchForm.findings(hidden)).containsExactly("/ids/1 request.not-found");
        assertThat(form.all(ids)).isEqualTo(before);
    }

    @Test
    void whatHasChangedSinceIsNamedAndNothingIsTakenBack() {
        List<String> ids = form.create("sam", 4, "B", "10");
        Api.Result done = form.update("sam", ids, Map.of("amount", "20"));
        for (int i : new int[] {1, 3}) {
            api.patch("sam", form.record(ids.get(i)), Map.of("data", Map.of("level", "A")), "If-Match", "\"2\"")
                    .orFail("changing");
        }
        List<JsonNode> before = form.all(ids);

        Api.Result refused = form.undo("sam", done);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("record.changed-since-seen");
        assertThat(BatchForm.findings(refused))
                .containsExactly("/ids/1 record.changed-since-seen", "/ids/3 record.changed-since-seen");
        assertThat(form.all(ids)).isEqualTo(before);
    }

    @Test
    void nothingIsTakenBackTwiceOrBySomebodyElse() {
        List<String> ids = form.create("sam", 2, "B", "10");
        Api.Result done = form.update("sam", ids, Map.of("amount", "20"));
        String batch = done.body().path("undo").asText();

        Api.Result others = form.undo("admin", batch);
        Api.Result none = form.undo("admin", MISSING);
        List<Integer> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> form.undo("sam", batch).status())
                .sorted()
                .toList();

        assertThat(HiddenOrMissingTest.told(others, batch)).isEqualTo(HiddenOrMissingTest.told(none, MISSING));
        assertThat(others.status()).isEqualTo(404);
        assertThat(answers).containsExactly(200, 409, 409, 409);
        Api.Result again = form.undo("sam", batch);
        assertThat(again.code()).isEqualTo("record.already-undone");
        assertThat(form.read(ids.get(0)).path("version").asInt()).isEqualTo(3);
    }

    @Test
    void deletedOnesAreInTheBinAndComeBack() {
        List<String> ids = form.create("sam", 3, "B", "10");
        List<JsonNode> before = form.data(ids);

        Api.Result deleted = form.delete("sam", ids);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(listed("sam", false)).isEmpty();
        assertThat(listed("sam", true)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(listed("sue", true)).isEmpty();
        assertThat(form.undo("sam", deleted).status()).isEqualTo(200);
        assertThat(listed("sam", false)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(form.data(ids)).isEqualTo(before);
        form.delete("sam", ids).orFail("deleting again");
        Api.Result restored = form.restore("sam", ids);
        assertThat(restored.status()).isEqualTo(200);
        assertThat(form.undo("sam", restored).status()).isEqualTo(200);
        assertThat(listed("sam", true)).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** The bin is for those who may restore; to others what lies in it is not there. */
    @Test
    void whoMayNotRestoreIsOfferedNoUndoAndSeesNoBin() {
        List<String> ids = form.create("sam", 2, "B", "10");

        Api.Result deleted = form.delete("mia", ids);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body().path("undo").isNull()).isTrue();
        assertThat(listed("mia", true)).isEmpty();
        Api.Result refused = form.restore("mia", ids);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(BatchForm.findings(refused)).containsExactly("/ids/0 request.not-found", "/ids/1 request.not-found");
    }

    @Test
    void oneInTheWayKeepsAllAsTheyAre() {
        List<String> ids = new ArrayList<>(form.create("sam", 2, "B", "10"));
        ids.addAll(form.create("sam", 1, "B", "500"));
        List<String> sues = form.create("sue", 1, "B", "10");
        List<String> mixed = List.of(ids.get(0), sues.get(0), ids.get(1), MISSING);
        List<JsonNode> before = form.all(ids);

        Api.Result unruly = form.update("sam", ids, Map.of("level", "C"));
        Api.Result hidden = form.update("sam", mixed, Map.of("level", "A"));
        Api.Result binned = form.restore("sam", ids);

        assertThat(unruly.status()).isEqualTo(422);
        assertThat(unruly.code()).isEqualTo("record.validation");
        assertThat(BatchForm.findings(unruly)).containsExactly("/ids/2 record.check-failed amount");
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(BatchForm.findings(hidden)).containsExactly("/ids/1 request.not-found", "/ids/3 request.not-found");
        assertThat(BatchForm.findings(form.delete("sam", mixed))).isEqualTo(BatchForm.findings(hidden));
        assertThat(binned.status()).isEqualTo(409);
        assertThat(BatchForm.findings(binned)).hasSize(3).allMatch(found -> found.endsWith("record.not-trashed"));
        assertThat(form.all(ids)).isEqualTo(before);
        assertThat(trail.soon(hidden))
                .hasSize(1)
                .allMatch(entry -> !entry.path("allowed").asBoolean(true));
    }

    @Test
    void whatTheDatabaseRefusesForTheLastIsRefusedForAll() {
        List<String> ids = form.create("admin", 3, "B", "10");
        List<JsonNode> before = form.all(ids);

        Api.Result refused = form.update("admin", ids, Map.of("code", "same", "level", "A"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("record.not-unique");
        assertThat(BatchForm.findings(refused)).containsExactly("/data/code field.not-unique");
        assertThat(form.all(ids)).isEqualTo(before);
    }

    @Test
    void whoMayNotIsToldWhichAndRunningOnesChangeThroughTheirTasks() {
        List<String> ids = form.create("sam", 2, "B", "10");
        assertThat(form.update("mia", ids, Map.of("level", "A")).code()).isEqualTo("record.action-refused");
        assertThat(form.delete("fay", ids).code()).isEqualTo("record.action-refused");
        Api.Result foreign = form.update("nora", ids, Map.of("level", "A"));
        assertThat(foreign.status()).isEqualTo(404);

        Map<String, Object> data = DemoCrm.data(Installation.number());
        String still = customer(data);
        data = DemoCrm.data(Installation.number());
        data.put("creditLimit", "150000.00");
        String running = customer(data);
        Api.Result refused = api.post(
                "sam",
                DemoCrm.CUSTOMERS + "/batch-update",
                Map.of("ids", List.of(still, running), "data", Map.of("level", "A")));
        assertThat(refused.code()).isEqualTo("record.in-workflow");
        assertThat(BatchForm.findings(refused)).containsExactly("/ids/1 record.in-workflow");
    }

    /** A version that was not read is refused by its place; where none was named, whatever stands is changed. */
    @Test
    void aRecordThatWasChangedBetweenIsNamed() {
        List<String> ids = form.create("sam", 3, "B", "10");
        api.patch("sam", form.record(ids.get(1)), Map.of("data", Map.of("amount", "11")), "If-Match", "\"1\"")
                .orFail("changing");
        Map<String, Object> request =
                Map.of("ids", ids, "data", Map.of("level", "A"), "versions", Map.of(ids.get(0), 1, ids.get(1), 1));

        Api.Result refused = api.post("sam", form.records() + "/batch-update", request);

        assertThat(refused.status()).isEqualTo(412);
        assertThat(BatchForm.findings(refused)).containsExactly("/ids/1 record.stale-version");
        assertThat(form.read(ids.get(0)).path("version").asInt()).isEqualTo(1);
        assertThat(form.update("sam", ids, Map.of("level", "A")).status()).isEqualTo(200);
    }

    /** Overlapping batches in opposite orders and single changes: each is done whole or refused whole, none is lost. */
    @Test
    void manyAtTheSameRecordsAtOnceDoNotMixAndDoNotBlockEachOther() {
        List<String> ids = form.create("sam", 40, "B", "10");
        List<String> backwards = new ArrayList<>(ids);
        Collections.reverse(backwards);

        List<Api.Result> answers = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> i % 3 == 0
                        ? api.patch(
                                "sam",
                                form.record(ids.get(i)),
                                Map.of("data", Map.of("amount", "1" + i)),
                                "If-Match",
                                "\"1\"")
                        : form.update("sam", i % 3 == 1 ? ids : backwards, Map.of("amount", String.valueOf(i))))
                .toList();

        assertThat(answers).allMatch(answer -> answer.ok() || List.of(409, 412).contains(answer.status()));
        long batches = IntStream.range(0, 24)
                .filter(i -> i % 3 != 0 && answers.get(i).ok())
                .count();
        long singles = IntStream.range(0, 24)
                .filter(i -> i % 3 == 0 && answers.get(i).ok())
                .count();
        assertThat(batches).isPositive();
        long versions = ids.stream()
                .mapToLong(id -> form.read(id).path("version").asLong() - 1)
                .sum();
        assertThat(versions).isEqualTo(batches * ids.size() + singles);
        System.out.printf("%d batches and %d single changes of 24 went through%n", batches, singles);
    }

    @Test
    void aThousandAreChangedDeletedAndTakenBack() {
        List<String> ids = form.create("sam", THOUSAND, "B", "10");
        long start = System.nanoTime();

        Api.Result changed = form.update("sam", ids, Map.of("level", "A", "amount", "20"));
        long update = System.nanoTime();
        Api.Result undone = form.undo("sam", changed);
        long undo = System.nanoTime();
        Api.Result deleted = form.delete("sam", ids);
        long delete = System.nanoTime();
        Api.Result restored = form.undo("sam", deleted);
        System.out.printf(
                "1000 records: changed in %d ms, taken back in %d ms, deleted in %d ms, restored in %d ms%n",
                (update - start) / 1_000_000,
                (undo - update) / 1_000_000,
                (delete - undo) / 1_000_000,
                (System.nanoTime() - delete) / 1_000_000);

        assertThat(List.of(changed.status(), undone.status(), deleted.status(), restored.status()))
                .containsOnly(200);
        assertThat(form.read(ids.get(999)).path("version").asInt()).isEqualTo(5);
        assertThat(form.read(ids.get(999)).at("/data/level").asText()).isEqualTo("B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\":{\"level\":\"A\"}} | /ids request.batch-size",
                "{\"ids\":[],\"data\":{\"level\":\"A\"}} | /ids request.batch-size",
                "{\"ids\":\"ID\",\"data\":{\"level\":\"A\"}} | /ids request.batch-size",
                "{\"ids\":[\"ID\",\"ID\"],\"data\":{\"level\":\"A\"}} | /ids/1 request.duplicate",
                "{\"ids\":[\"ID\",\"密密\"],\"data\":{\"level\":\"A\"}} | /ids/1 request.type",
                "{\"ids\":[\"ID\",7],\"data\":{\"level\":\"A\"}} | /ids/1 request.type",
                "{\"ids\":[\"ID\"]} | /data request.type",
                "{\"ids\":[\"ID\"],\"data\":[\"密密\"]} | /data request.type",
                "{\"ids\":[\"ID\"],\"data\":{\"level\":\"A\"},\"submit\":true} | /submit request.unknown-property",
                "{\"ids\":[\"ID\"],\"data\":{\"level\":\"A\"},\"versions\":7} | /versions request.type",
                "{\"ids\":[\"ID\"],\"data\":{\"level\":\"A\"},\"versions\":{\"ID\":\"1\"}} | /versions/ID request.type",
                "{\"ids\":[\"ID\"],\"data\":{\"level\":\"A\"},\"versions\":{\"x\":1}} | /versions/x request.unknown-property",
                "{\"ids\":[\"ID\",\"OTHER\"],\"data\":{\"nope\":\"密密\"}} | /data/nope field.unknown",
                "{\"ids\":[\"ID\",\"OTHER\"],\"data\":{\"amount\":\"密密\"}} | /data/amount field.type",
                "{\"ids\":[\"ID\",\"OTHER\"],\"data\":{\"double\":\"1\"}} | /data/double field.computed",
                "{\"ids\":[\"ID\",\"OTHER\"],\"data\":{\"rows\":[]}} | /data/rows field.not-in-batch",
                "{\"ids\":[\"ID\",\"OTHER\"],\"data\":{\"file\":[]}} | /data/file field.not-in-batch",
                "{\"ids\":[\"ID\",\"OTHER\"],\"data\":{\"owner\":\"0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21\"}} | /data/owner member.unknown",
                "{\"ids\":[\"ID\",\"OTHER\"],\"data\":{\"mobile\":\"13800138000\"}} | /data/mobile field.replace-required"
            })
    void whatIsWrongIsNamedByItsPlaceAndNothingIsStored(String body, String finding) {
        List<String> ids = form.create("sam", 2, "B", "10");
        List<JsonNode> before = form.all(ids);

        Api.Result refused = api.post(
                "sam",
                form.records() + "/batch-update",
                body.replace("OTHER", ids.get(1)).replace("ID", ids.get(0)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(BatchForm.findings(refused)).contains(finding.replace("ID", ids.get(0)));
        assertThat(refused.text()).doesNotContain("密密");
        assertThat(form.all(ids)).isEqualTo(before);
    }

    @Test
    void moreThanAThousandOrABadBodyIsRefusedByEachOfThem() {
        List<String> many =
                IntStream.rangeClosed(0, THOUSAND).mapToObj(i -> MISSING).toList();
        for (String action : List.of("batch-update", "batch-delete", "batch-restore")) {
            String address = form.records() + "/" + action;
            Map<String, Object> request =
                    action.equals("batch-update") ? Map.of("ids", many, "data", Map.of()) : Map.of("ids", many);
            assertThat(BatchForm.findings(api.post("sam", address, request)))
                    .containsExactly("/ids request.batch-size");
            assertThat(api.post("sam", address, "[]").status()).isEqualTo(422);
            assertThat(api.post("sam", address, "{\"ids\":").status()).isEqualTo(400);
            assertThat(api.send("POST", "sam", address, null).status()).isBetween(400, 422);
        }
        assertThat(form.undo("sam", "nonsense").status()).isEqualTo(404);
    }

    private JsonNode history(String id) {
        return api.get("admin", form.record(id) + "/history")
                .orFail("the history")
                .body();
    }

    private List<String> listed(String who, boolean trashed) {
        List<String> ids = new ArrayList<>();
        api.post(who, form.records() + "/query", Map.of("trashed", trashed, "limit", 200))
                .orFail("listing")
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private String customer(Map<String, Object> data) {
        return api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", data), "Prefer", "wait=10")
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    private String me(String member) {
        return api.get(member, "/api/v1/me").orFail("me").body().path("id").asText();
    }
}
