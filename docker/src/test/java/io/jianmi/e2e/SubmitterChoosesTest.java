package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The step right behind the start takes its people from whoever submits, in {@code to} beside {@code data} and {@code submit}. */
@Tag("slow")
@ExtendWith(WithServer.class)
class SubmitterChoosesTest {

    private static final String WORKFLOW = """
            {"kind": "workflow", "key": "%s", "title": "提交人指定", "form": "%s", "startWhen": "code = \\"C1\\"", "nodes": [
              {"key": "submit", "type": "start", "title": "提交"},
              {"key": "papers", "type": "approval", "title": {"zh-CN": "核对", "en": "Check"}, "assignees": {"previous": true},
               "sign": {"mode": "any", "notInitiator": true}, "actions": ["approve", "reject", "return"],
               "fields": {"code": "read"}},
              {"key": "done", "type": "end"}],
             "edges": [{"from": "submit", "to": "papers"}, {"from": "papers", "to": "done"}]}
            """;

    private final Api api;
    private final ActsForm form;

    SubmitterChoosesTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new ActsForm(api, WORKFLOW);
    }

    @Test
    void whoeverSubmitsIsToldThatHeChoosesAndWhomHeChoseIsAsked() {
        JsonNode chooses = computed("C1");
        assertThat(chooses).hasSize(1);
        assertThat(chooses.at("/0/node").asText()).isEqualTo("papers");
        assertThat(chooses.at("/0/title").asText()).isEqualTo("Check");
        assertThat(chooses.at("/0/required").asBoolean()).isTrue();
        assertThat(computed("C2")).isEmpty();

        Api.Result made =
                create("C1", true, List.of("rick", form.member("nora"))).orFail("submitting");
        String record = made.body().path("id").asText();

        JsonNode entry = form.workflow("admin", record).path("entries").get(0);
        assertThat(entry.path("chosen").findValuesAsText("id"))
                .containsExactly(form.member("rick"), form.member("nora"));
        form.act("nora", form.task("nora", "todo", record), "return", Map.of("to", "start"))
                .orFail("returning");
        String again = form.task("sam", "todo", record);
        assertThat(api.get("sam", form.tasks() + "/" + again)
                        .orFail("the task")
                        .body()
                        .at("/chooses/0/required")
                        .asBoolean())
                .isTrue();
        refused(form.act("sam", again, "approve", Map.of()), "task.choice-required", "/to");
        form.act("sam", again, "approve", Map.of("to", "max")).orFail("submitting again");
        form.act("max", form.task("max", "todo", record), "approve", Map.of()).orFail("approving");
        assertThat(form.workflow("admin", record).path("status").asText()).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource({
        "C1, '', task.choice-required, /to",
        "C1, 'nobody', task.choice, /to/0",
        "C1, 'rick rick', task.choice, /to/1",
        "C1, 'rick sam', task.choice, /to/1",
        "C2, 'rick', task.nothing-to-choose, /to",
    })
    void whatCannotBeChosenIsRefusedAndNothingIsMade(String value, String names, String code, String pointer) {
        refused(create(value, true, names(names)), code, pointer);
        assertThat(api.post("admin", form.form() + "/records/query", Map.of())
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aDraftIsSentWhenItIsSubmitted() {
        refused(create("C1", false, List.of("rick")), "task.nothing-to-choose", "/to");
        String record = create("C1", false, List.of())
                .orFail("drafting")
                .body()
                .path("id")
                .asText();
        refused(submit(record, List.of()), "task.choice-required", "/to");

        submit(record, List.of("rick")).orFail("submitting");

        form.act("rick", form.task("rick", "todo", record), "approve", Map.of()).orFail("approving");
        assertThat(form.workflow("admin", record).path("status").asText()).isEqualTo("completed");
    }

    /** Where nobody is asked, as with many records at once, the administrators act; an edit that begins it anew may choose. */
    @Test
    void ofManyAtOnceNobodyChooses() {
        List<Map<String, Object>> two = List.of(Map.of("data", Map.of("code", "C1", "name", "欧阳娜娜")));
        String record = api.post("sam", form.form() + "/records/batch", Map.of("records", two))
                .orFail("submitting many")
                .body()
                .at("/ids/0")
                .asText();

        form.act("admin", form.task("admin", "todo", record), "approve", Map.of())
                .orFail("approving");

        api.patch("sam", form.record(record), Map.of("data", Map.of("name", "欧阳娜"), "to", "rick"), "If-Match", "\"1\"")
                .orFail("editing");
        form.task("rick", "todo", record);
    }

    private JsonNode computed(String code) {
        return api.post(
                        "sam",
                        form.form() + "/records/compute",
                        Map.of("data", Map.of("code", code)),
                        "Accept-Language",
                        "en")
                .orFail("computing")
                .body()
                .path("chooses");
    }

    private Api.Result create(String code, boolean submit, List<String> to) {
        Map<String, Object> body = new HashMap<>();
        body.put("data", Map.of("code", code, "name", "欧阳娜娜"));
        body.put("submit", submit);
        body.put("to", to);
        return api.post("sam", form.form() + "/records", body, "Prefer", "wait=10");
    }

    private Api.Result submit(String record, List<String> to) {
        return api.patch(
                "sam", form.record(record), Map.of("submit", true, "to", to), "If-Match", "\"1\"", "Prefer", "wait=10");
    }

    private static List<String> names(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }

    private static void refused(Api.Result answer, String code, String pointer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }
}
