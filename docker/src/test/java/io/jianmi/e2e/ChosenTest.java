package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps whose people the handler before chooses: he is told so, has to where nothing else is said, and it stands in the timeline. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ChosenTest {

    private static final String WORKFLOW = """
            {"kind": "workflow", "key": "%s", "title": "指定处理人", "form": "%s", "nodes": [
              {"key": "submit", "type": "start", "title": "提交"},
              {"key": "manager", "type": "approval", "title": "主管", "assignees": {"roles": ["sales-manager"]},
               "fields": {"code": "read"}},
              {"key": "papers", "type": "handling", "title": "收集资料",
               "assignees": {"previous": true}, "sign": {"mode": "all", "notInitiator": true, "notPrevious": true},
               "fields": {"code": "edit"}},
              {"key": "risk", "type": "approval", "title": "风控",
               "assignees": {"previous": true, "otherwise": {"roles": ["finance"]}}, "fields": {"code": "read"}},
              {"key": "done", "type": "end"}],
             "edges": [{"from": "submit", "to": "manager"}, {"from": "manager", "to": "papers"},
              {"from": "papers", "to": "risk"}, {"from": "risk", "to": "done"}]}
            """;

    private final Api api;
    private final ActsForm form;
    private String record = "";
    private String task = "";

    ChosenTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new ActsForm(api, WORKFLOW);
    }

    @BeforeEach
    void aRecordAtTheManager() {
        record = form.submit("sam");
        task = form.task("mia", "todo", record);
    }

    @Test
    void whoIsChosenIsAskedAndTheTimelineSaysByWhom() {
        JsonNode chooses = show("mia", task).path("chooses");
        assertThat(chooses).hasSize(1);
        assertThat(chooses.at("/0/node").asText()).isEqualTo("papers");
        assertThat(chooses.at("/0/title").asText()).isEqualTo("收集资料");
        assertThat(chooses.at("/0/required").asBoolean()).isTrue();
        List<String> chosen = List.of(form.member("rick"), form.member("nora"));
        Map<String, Object> body = Map.of("to", chosen);

        Api.Result done = form.act("mia", task, "approve", body, "Idempotency-Key", "choose-" + task);
        form.act("mia", task, "approve", body, "Idempotency-Key", "choose-" + task)
                .orFail("choosing once more");

        assertThat(new AuditTrail(api.site()).soon(done))
                .extracting(audited -> audited.path("act").asText())
                .containsExactly("task.approve");

        JsonNode entry = form.workflow("admin", record).path("entries").get(1);
        assertThat(entry.at("/actor/id").asText()).isEqualTo(form.member("mia"));
        assertThat(entry.path("chosen").findValuesAsText("id")).isEqualTo(chosen);
        assertThat(form.timeline(record)).containsExactly("submit", "approve");
        String papers = form.task("nora", "todo", record);
        assertThat(show("nora", papers).at("/chooses/0/required").asBoolean(true))
                .isFalse();
        form.act("nora", papers, "approve", Map.of("to", form.member("fay"))).orFail("handing in");
        form.act("rick", form.task("rick", "todo", record), "approve", Map.of("to", form.member("max")))
                .orFail("handing in");
        String last = form.task("max", "todo", record);
        assertThat(show("max", last).path("chooses")).isEmpty();
        refused(form.act("max", last, "approve", Map.of("to", form.member("fay"))), "task.nothing-to-choose", "/to");
        form.act("max", last, "approve", Map.of()).orFail("approving");
        assertThat(form.workflow("admin", record).path("status").asText()).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource({
        "'', task.choice-required, /to",
        "'nobody', task.choice, /to/0",
        "'00000000-0000-4000-8000-000000000000', task.choice, /to/0",
        "'rick nora rick', task.choice, /to/2",
        "'rick sam', task.choice, /to/1",
        "'mia', task.choice, /to/0",
    })
    void whomNobodyMayChooseIsRefused(String names, String code, String pointer) {
        List<String> to = names.isEmpty() ? List.of() : List.of(names.split(" "));

        refused(form.act("mia", task, "approve", Map.of("to", to)), code, pointer);
        assertThat(form.timeline(record)).containsExactly("submit");
    }

    @Test
    void aDecisionOnSeveralTasksChoosesNobody() {
        JsonNode refused = api.post("mia", form.tasks() + "/batch", Map.of("ids", List.of(task), "action", "approve"))
                .orFail("deciding on several")
                .body();

        assertThat(refused.at("/results/0/problem").asText()).isEqualTo("task.batch-choice");
        refused(form.act("mia", task, "reject", Map.of("to", form.member("fay"))), "task.nothing-to-choose", "/to");
    }

    private JsonNode show(String who, String id) {
        return api.get(who, form.tasks() + "/" + id).orFail("the task").body();
    }

    private static void refused(Api.Result answer, String code, String pointer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }
}
