package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Person x record x way of storing: no version of a record is stored that the groups of its person do not let be stored. */
@Tag("slow")
@ExtendWith(WithServer.class)
class WriteScopeTest {

    private static final String OUTSIDE = "record.outside-write-scope";
    private static final List<String> PEOPLE = List.of("sam", "sue", "mia", "rick", "admin", "fay");
    private static final List<String> REGIONS = List.of("north", "south", "east");

    private final Api api;
    private final AuditTrail trail;
    private final ScopedForm form;
    private final List<String> wrong = new ArrayList<>();
    private int asked;

    WriteScopeTest(RunningServer server) {
        api = new Api(Installation.site(server));
        trail = new AuditTrail(api.site());
        form = new ScopedForm(api);
    }

    @Test
    void recordsAreMadeWhereTheirMakerMayWrite() {
        for (String who : PEOPLE) {
            for (String region : REGIONS) {
                Map<String, Object> data = Map.of("region", region, "note", "x");
                boolean may = form.model().makes(form.groups(who), ScopedForm.admitting(region, true), data.keySet());
                judge(who + " makes " + data, may, () -> api.post(who, form.records(), Map.of("data", data)));
                judge(
                        who + " drafts " + data,
                        may,
                        () -> api.post(who, form.records(), Map.of("data", data, "submit", false)));
                judge(
                        who + " makes two, the second " + data,
                        may,
                        () -> api.post(
                                who,
                                form.records() + "/batch",
                                Map.of("records", List.of(Map.of("data", good(who)), Map.of("data", data)))));
            }
        }
        assertThat(wrong).isEmpty();
        System.out.printf("%d ways of making%n", asked);
    }

    @Test
    void recordsAreChangedTrashedAndRestoredWhereTheirPersonMayWrite() {
        for (String who : PEOPLE) {
            for (String region : REGIONS) {
                for (String owner : List.of("admin", "mia")) {
                    change(who, owner, region, Map.of("note", "y"));
                    change(who, owner, region, Map.of("region", "north"));
                    change(who, owner, region, Map.of("region", "south", "note", "y"));
                    trash(who, owner, region);
                    restore(who, owner, region);
                }
            }
        }
        assertThat(wrong).isEmpty();
        System.out.printf("%d ways of changing%n", asked);
    }

    @Test
    void aDraftIsSubmittedWhereItsAuthorMayWrite() {
        String draft = api.post("sam", form.records(), Map.of("data", Map.of("region", "north"), "submit", false))
                .orFail("a draft")
                .body()
                .path("id")
                .asText();
        String address = form.records() + "/" + draft;

        Api.Result away = api.patch(
                "sam", address, Map.of("data", Map.of("region", "south"), "submit", true), "If-Match", "\"1\"");
        Api.Result home = api.patch("sam", address, Map.of("data", Map.of(), "submit", true), "If-Match", "\"1\"");

        assertThat(away.code()).isEqualTo(OUTSIDE);
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body().path("status").asText()).isEqualTo("submitted");
    }

    @Test
    void whatABatchIsRefusedForIsNamedByItsPlaceAndOnRecord() {
        Api.Result refused = api.post(
                "sam",
                form.records() + "/batch",
                Map.of("records", List.of(Map.of("data", good("sam")), Map.of("data", Map.of("region", "south")))));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo(OUTSIDE);
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo(OUTSIDE);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/records/1/data");
        assertThat(refused.text()).doesNotContain("south").doesNotContain("region");
        List<JsonNode> entries = trail.soon(refused);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("allowed").asBoolean(true)).isFalse();
        assertThat(entries.get(0).at("/ctx/problem").asText()).isEqualTo(OUTSIDE);
    }

    /** A step's fields are the step's to give; what came back to its initiator is changed by his own groups. */
    @Test
    void aTaskGivesWhatItsNodeSaysAndAReturnedRecordWhatTheGroupsSay() {
        Api.Result made = api.post(
                        "sam",
                        form.records(),
                        Map.of("data", Map.of("region", "north", "note", "return")),
                        "Prefer",
                        "wait=10")
                .orFail("submitting");
        String record = made.body().path("id").asText();
        api.post("fay", task("fay", record) + "/return", Map.of("to", "start", "comment", "改"), "Prefer", "wait=10")
                .orFail("returning");

        String own = task("sam", record);
        Api.Result away =
                api.post("sam", own + "/approve", Map.of("data", Map.of("region", "south")), "Prefer", "wait=10");
        Api.Result home = api.post("sam", own + "/approve", Map.of("data", Map.of("note", "改好")), "Prefer", "wait=10");
        Api.Result step = api.post(
                "fay",
                task("fay", record) + "/approve",
                Map.of("data", Map.of("region", "south")),
                "Prefer",
                "wait=10");

        assertThat(away.code()).isEqualTo(OUTSIDE);
        assertThat(home.status()).isEqualTo(200);
        assertThat(step.status()).isEqualTo(200);
        assertThat(api.get("admin", form.records() + "/" + record)
                        .body()
                        .at("/data/region")
                        .asText())
                .isEqualTo("south");
    }

    private String task(String who, String record) {
        String tasks = api.site().tenantPath() + "/tasks";
        String id = api.get(who, tasks + "?box=todo&record=" + record)
                .orFail("the inbox")
                .body()
                .at("/items/0/id")
                .asText();
        assertThat(id).as("a task of " + who).isNotEmpty();
        return tasks + "/" + id;
    }

    private static Map<String, Object> good(String who) {
        return Map.of("region", who.equals("rick") ? "south" : "north");
    }

    private void change(String who, String owner, String region, Map<String, Object> data) {
        String record = record(owner, region);
        String next = data.getOrDefault("region", region).toString();
        judge(
                who + " changes " + owner + "'s " + region + " by " + data,
                changes(who, owner, next, "update", data.keySet()),
                () -> api.patch(who, record, Map.of("data", data), "If-Match", "\"1\""));
    }

    private void trash(String who, String owner, String region) {
        String record = record(owner, region);
        judge(
                who + " trashes " + owner + "'s " + region,
                changes(who, owner, region, "delete", Set.of()),
                () -> api.delete(who, record, "If-Match", "\"1\""));
    }

    private void restore(String who, String owner, String region) {
        String record = record(owner, region);
        api.delete("admin", record, "If-Match", "\"1\"").orFail("trashing");
        judge(
                who + " restores " + owner + "'s " + region,
                changes(who, owner, region, "restore", Set.of()),
                () -> api.post(who, record + "/restore", "{}"));
    }

    private boolean changes(String who, String owner, String region, String action, Set<String> typed) {
        return form.model()
                .changes(
                        form.groups(who),
                        form.row(who),
                        ScopedForm.admitting(region, who.equals(owner)),
                        action,
                        typed);
    }

    private String record(String owner, String region) {
        String id = api.post(owner, form.records(), Map.of("data", Map.of("region", region, "note", "x")))
                .orFail("making")
                .body()
                .path("id")
                .asText();
        return form.records() + "/" + id;
    }

    /** What is refused is refused for its reason, and nothing of it is stored. */
    private void judge(String what, boolean may, Supplier<Api.Result> asking) {
        Api.Result answer = asking.get();
        asked++;
        boolean stranger = what.startsWith("fay");
        boolean right = may
                ? answer.ok()
                : stranger
                        ? answer.status() == 404
                        : answer.status() == 403 && answer.code().equals(OUTSIDE);
        if (!right) {
            wrong.add(what + (may ? ", allowed: " : ", not allowed: ") + answer.status() + " " + answer.text());
        }
    }
}
