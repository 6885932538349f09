package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acts on tasks and instances over HTTP: what is offered is what works, each leaves one entry, and strangers learn nothing. */
@Tag("slow")
@ExtendWith(WithServer.class)
class WorkflowActsTest {

    private final Api api;
    private final ActsForm form;
    private String record = "";

    WorkflowActsTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new ActsForm(api);
    }

    @BeforeEach
    void aRecordAtTheManagers() {
        record = form.submit("sam");
    }

    @Test
    void whoeverIsAskedToSignSeesWhatTheStepShowsAndOnlyWhileItIsHis() {
        String mia = form.task("mia", "todo", record);
        assertThat(offered("mia", mia)).containsExactly("approve", "reject", "return", "transfer", "addSigner", "save");

        form.act("mia", mia, "add-signer", Map.of("to", List.of(form.member("dina")), "position", "before"))
                .orFail("asking");

        assertThat(offered("mia", mia)).as("hers for now is to take it back").containsExactly("takeBack");
        String dina = form.task("dina", "todo", record);
        JsonNode seen =
                api.get("dina", form.tasks() + "/" + dina).orFail("looking").body();
        assertThat(seen.at("/record/data/name/masked").asText()).isEqualTo("欧阳**");
        assertThat(seen.at("/record/access/code").asText()).isEqualTo("edit");
        form.act("dina", dina, "approve", Map.of()).orFail("approving");
        assertThat(api.get("dina", form.tasks() + "/" + dina)
                        .body()
                        .at("/record/access/code")
                        .asText())
                .as("the grant has ended with the task")
                .isEqualTo("masked");
        assertThat(offered("mia", form.task("mia", "todo", record))).contains("approve");
        assertThat(form.timeline(record)).containsExactly("submit", "addSigner", "approve");
    }

    @Test
    void anAddedSignerIsTakenAwayByWhoAddedHim() {
        String mia = form.task("mia", "todo", record);
        Map<String, Object> rick = Map.of("to", List.of(form.member("rick")), "position", "beside");
        JsonNode added =
                form.act("mia", mia, "add-signer", rick).orFail("asking").body();
        assertThat(added.at("/signers/0/id").asText()).isEqualTo(form.member("rick"));
        String task = form.task("rick", "todo", record);

        form.act("mia", mia, "remove-signer", Map.of("to", List.of(form.member("rick"))))
                .orFail("removing");

        assertThat(api.get("rick", form.tasks() + "/" + task).code()).isEqualTo("task.not-found");
        assertNothing(api.get("rick", form.record(record)));
    }

    @Test
    void anApprovalIsTakenBackThroughTheEngine() {
        approve("mia");
        String max = approve("max");
        String fay = form.task("fay", "todo", record);
        assertThat(offered("max", max)).containsExactly("takeBack");

        form.act("max", max, "take-back", Map.of("comment", "再看看")).orFail("taking back");

        assertThat(form.act("fay", fay, "approve", Map.of()).code()).isIn("task.already-handled", "task.not-found");
        assertThat(nodes()).containsExactly("managers");
        form.act("max", max, "approve", Map.of()).orFail("approving again");
        form.act("fay", form.task("fay", "todo", record), "approve", Map.of()).orFail("finance");
        assertThat(form.workflow("sam", record).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void theInitiatorWithdrawsAndSubmitsAnew() {
        String mine = form.task("sam", "initiated", record);
        assertThat(offered("sam", mine)).containsExactly("remind", "withdraw");

        Api.Result withdrawn = form.overall("sam", record, "withdraw", Map.of("comment", "写错了"));

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body().path("status").asText()).isEqualTo("withdrawn");
        assertThat(withdrawn.body().path("openTasks")).isEmpty();
        assertThat(api.get("mia", form.tasks() + "?box=todo&record=" + record)
                        .body()
                        .path("items"))
                .isEmpty();
        Map<String, Object> change = Map.of("data", Map.of("code", "C2"), "submit", true);
        String etag =
                api.get("sam", form.record(record)).headers().firstValue("etag").orElseThrow();
        api.patch("sam", form.record(record), change, "If-Match", etag, "Prefer", "wait=10")
                .orFail("submitting anew");
        form.task("mia", "todo", record);
        assertThat(form.workflow("sam", record).path("status").asText()).isEqualTo("running");
    }

    @Test
    void anAdministratorEndsItAndLetsItGoOn() {
        approve("mia");
        assertThat(form.overall("admin", record, "terminate", Map.of("comment", "作废"))
                        .orFail("ending")
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("terminated");
        assertThat(actions("admin")).containsExactly("reactivate");

        form.overall("admin", record, "reactivate", Map.of("comment", "误操作", "to", "finance"))
                .orFail("going on");

        assertThat(nodes()).containsExactly("finance");
        form.act("fay", form.task("fay", "todo", record), "approve", Map.of()).orFail("finance");
        assertThat(form.timeline(record))
                .containsExactly("submit", "approve", "terminate", "reactivate", "approve", "end");
    }

    @Test
    void anAdministratorGivesATaskToSomebodyElse() {
        String mia = form.task("mia", "todo", record);
        Map<String, Object> to = Map.of("to", form.member("dina"), "comment", "休假");
        assertThat(form.workflow("admin", record).at("/openTasks/0/assignee/id").isTextual())
                .isTrue();
        assertThat(form.workflow("sam", record).at("/openTasks/0").has("assignee"))
                .isFalse();

        form.act("admin", mia, "reassign", to).orFail("reassigning");

        assertThat(offered("mia", mia)).isEmpty();
        form.act("dina", form.task("dina", "todo", record), "approve", Map.of()).orFail("approving");
        assertThat(form.timeline(record)).containsExactly("submit", "reassign", "approve");
    }

    @Test
    void savingKeepsTheDataAndDecidesNothing() {
        String mia = form.task("mia", "todo", record);

        form.act("mia", mia, "save", Map.of("data", Map.of("code", "C9"), "seen", 1))
                .orFail("saving");

        assertThat(api.get("sam", form.record(record)).body().at("/data/code").asText())
                .isEqualTo("C9");
        assertThat(offered("mia", mia)).contains("approve");
        assertThat(form.act("mia", mia, "save", Map.of("seen", 1)).status()).isEqualTo(409);
    }

    @Test
    void theSameRequestTwiceIsDoneOnce() {
        String mia = form.task("mia", "todo", record);
        Map<String, Object> body = Map.of("to", form.member("dina"));
        String key = "k" + record;

        Api.Result first = form.act("mia", mia, "transfer", body, "Idempotency-Key", key);
        Api.Result again = form.act("mia", mia, "transfer", body, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("status")).isEqualTo(first.body().path("status"));
        assertThat(form.timeline(record)).containsExactly("submit", "transfer");
        assertThat(form.act("mia", mia, "approve", body, "Idempotency-Key", key).code())
                .isEqualTo("request.idempotency-mismatch");
        form.overall("sam", record, "withdraw", Map.of(), "Idempotency-Key", "w" + record)
                .orFail("withdrawing");
        assertThat(form.overall("sam", record, "withdraw", Map.of(), "Idempotency-Key", "w" + record)
                        .status())
                .isEqualTo(200);
        assertThat(form.timeline(record)).containsExactly("submit", "transfer", "withdraw");
    }

    @Test
    void remindingIsSeenOnceAndNotTwiceInARow() {
        String mine = form.task("sam", "initiated", record);
        assertThat(form.act("sam", mine, "remind", Map.of()).status()).isEqualTo(200);
        assertThat(form.overall("sam", record, "remind", Map.of()).code()).isEqualTo("task.reminded-recently");
        assertThat(form.timeline(record)).containsExactly("submit", "remind");
    }

    /** Of a task of somebody else, and of the workflow of a record out of sight, nothing is told. */
    @ParameterizedTest
    @CsvSource({
        "approve",
        "reject",
        "return",
        "transfer",
        "add-signer",
        "remove-signer",
        "save",
        "take-back",
        "reassign",
        "remind"
    })
    void aStrangersTaskIsNotThere(String act) {
        String mia = form.task("mia", "todo", record);
        for (String stranger : List.of("sue", "nora", "fay")) {
            Api.Result his = form.act(stranger, mia, act, Map.of("comment", "x", "to", "start"));
            Api.Result none =
                    form.act(stranger, HiddenOrMissingTest.MISSING, act, Map.of("comment", "x", "to", "start"));
            assertThat(his.status()).isEqualTo(404);
            assertThat(his.code()).isEqualTo(none.code()).isEqualTo("task.not-found");
        }
    }

    @ParameterizedTest
    @CsvSource({"withdraw", "remind", "terminate", "reactivate"})
    void theWorkflowOfARecordOutOfSightIsNotThere(String act) {
        for (String stranger : List.of("sue", "nora")) {
            assertNothing(form.overall(stranger, record, act, Map.of("comment", "x")));
        }
        assertThat(form.overall(
                                act.equals("terminate") || act.equals("reactivate") ? "sam" : "admin",
                                record,
                                act,
                                Map.of("comment", "x"))
                        .code())
                .isEqualTo("workflow.act-refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add-signer | {\"to\": [\"MAX\"], \"position\": \"beside\"} | task.signer | /to/0",
                "add-signer | {\"to\": [\"DINA\"]} | task.signer-position | /position",
                "add-signer | {\"to\": [], \"position\": \"after\"} | task.signer | /to",
                "add-signer | {\"to\": [7], \"position\": \"after\"} | request.type | /to/0",
                "transfer | {\"to\": \"MAX\"} | task.transfer-target | /to",
                "transfer | {} | task.transfer-target | /to",
                "return | {\"to\": \"finance\"} | task.return-target | /to",
                "return | {\"to\": \"nowhere\"} | task.return-target | /to"
            })
    void badInputIsRefusedWithACodeAndAPlace(String act, String body, String code, String pointer) {
        String mia = form.task("mia", "todo", record);
        String sent = body.replace("MAX", form.member("max")).replace("DINA", form.member("dina"));

        Api.Result refused = api.post("mia", form.tasks() + "/" + mia + "/" + act, sent);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(form.timeline(record)).containsExactly("submit");
    }

    @Test
    void everyActIsOnRecordOnce() {
        String mia = form.task("mia", "todo", record);
        form.act("mia", mia, "transfer", Map.of("to", form.member("dina"))).orFail("handing on");

        assertThat(new AuditSearch(api).any("target=task/" + mia).findValuesAsText("action"))
                .containsExactly("task.transfer");
    }

    private String approve(String person) {
        String task = form.task(person, "todo", record);
        form.act(person, task, "approve", Map.of()).orFail("approving");
        return task;
    }

    private List<String> offered(String person, String task) {
        return words(api.get(person, form.tasks() + "/" + task)
                .orFail("the task")
                .body()
                .path("actions"));
    }

    private List<String> actions(String person) {
        return words(form.workflow(person, record).path("actions"));
    }

    private List<String> nodes() {
        return form.workflow("sam", record).path("openTasks").findValuesAsText("node");
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static void assertNothing(Api.Result answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("request.not-found");
    }
}
