package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Opening by agreement over HTTP, whole ways; who may do what is the table of {@code ApprovalRulesTest}. */
@Tag("slow")
@ExtendWith(WithServer.class)
class SecondPersonTest {

    private final Api api;
    private final SecondPersonForm form;
    private final ActsForm acts;
    private final String idNumber = CanaryForm.idNumber(Installation.number());

    SecondPersonTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new SecondPersonForm(api);
        acts = new ActsForm(api);
    }

    @Test
    void aSecondPersonAgreesAndTheValueOpensOnce() {
        String record = form.make(idNumber, false);

        Api.Result asked = form.ask("sam", record);

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text()).doesNotContain(idNumber);
        String request = asked.body().path("request").asText();
        assertThat(form.ask("sam", record).body().path("request").asText())
                .as("the same is asked once")
                .isEqualTo(request);
        assertThat(form.open("sam", record, request).status()).isEqualTo(202);
        assertThat(form.act("sam", request, "approve", "").code()).isEqualTo("approval.own-request");
        assertThat(form.act("fay", request, "approve", "").code()).isEqualTo("approval.not-found");
        JsonNode news = new Bell(api)
                .next("rick", item -> item.path("approval").asText().equals(request));
        assertThat(news.path("kind").asText()).isEqualTo("approval-asked");
        JsonNode seen = form.show("rick", request);
        assertThat(seen.path("reason").asText()).isEqualTo("核对签署人");
        assertThat(seen.path("record").isNull()).as("he sees no such record").isTrue();
        assertThat(seen.at("/fields/0/title").asText()).isEqualTo("证件");
        assertThat(waiting("rick")).isPositive();

        form.act("rick", request, "approve", "可以").orFail("agreeing");

        assertThat(form.act("paul", request, "reject", "不行").code()).isEqualTo("approval.already-decided");
        new Bell(api)
                .next(
                        "sam",
                        item -> item.path("kind").asText().equals("approval-decided")
                                && item.path("approval").asText().equals(request)
                                && item.path("outcome").asText().equals("approved"));
        Api.Result opened = form.open("sam", record, request);
        assertThat(opened.body().at("/values/idNumber").asText()).isEqualTo(idNumber);
        assertThat(opened.headers().firstValue("cache-control")).contains("no-store");
        assertThat(opened.body().path("entry").isNumber()).isTrue();
        assertThat(form.open("sam", record, request).code()).isEqualTo("approval.used");
        assertThat(form.show("sam", request).path("status").asText()).isEqualTo("used");
        assertThat(actions(record)).contains("approval.ask", "approval.approve", "record.reveal");
    }

    @Test
    void whatWasNotAgreedToDoesNotOpen() {
        String record = form.make(idNumber, false);
        String rejected = form.ask("sam", record).body().path("request").asText();
        assertThat(form.act("paul", rejected, "reject", " ").code()).isEqualTo("approval.comment-required");
        form.act("paul", rejected, "reject", "理由不足").orFail("the officer refuses");
        assertThat(form.open("sam", record, rejected).code()).isEqualTo("approval.rejected");
        assertThat(form.show("sam", rejected).path("comment").asText()).isEqualTo("理由不足");

        String forged = form.ask("sam", record).body().path("request").asText();
        form.forge(forged);
        assertThat(form.open("sam", record, forged).code()).isEqualTo("approval.not-found");

        String withdrawn = form.ask("sam", record).body().path("request").asText();
        form.act("sam", withdrawn, "withdraw", "").orFail("withdrawing");
        assertThat(form.act("rick", withdrawn, "approve", "").code()).isEqualTo("approval.withdrawn");

        String changed = form.ask("sam", record).body().path("request").asText();
        form.act("rick", changed, "approve", "").orFail("agreeing");
        String other = form.make(CanaryForm.idNumber(Installation.number()), false);
        assertThat(form.open("sam", other, changed).code()).isEqualTo("approval.not-found");
        assertThat(form.open("sue", record, changed).code()).isEqualTo("approval.not-found");
        change("sam", record, "C2");
        assertThat(form.open("sam", record, changed).code()).isEqualTo("approval.record-changed");

        String gone = form.ask("sam", record).body().path("request").asText();
        form.act("rick", gone, "approve", "").orFail("agreeing");
        api.delete("sam", form.record(record), "If-Match", etag("sam", record)).orFail("deleting");
        assertThat(form.open("sam", record, gone).code()).isIn("request.not-found", "approval.record-changed");
    }

    @Test
    void whatATaskHasOpenedClosesWithIt() {
        String record = form.make(idNumber, true);
        String mia = acts.task("mia", "todo", record);
        assertThat(shown("mia", mia)).isNotEqualTo(idNumber);
        Api.Result batch = api.post("mia", acts.tasks() + "/batch", Map.of("ids", List.of(mia), "action", "approve"));
        assertThat(batch.body().at("/results/0/problem").asText()).isEqualTo("task.batch-reveal");

        Api.Result opened = form.ask("mia", record, "task", mia);

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body().at("/values/idNumber").asText()).isEqualTo(idNumber);
        assertThat(shown("mia", mia)).isEqualTo(idNumber);
        acts.act("mia", mia, "approve", Map.of()).orFail("approving");
        assertThat(shown("mia", mia)).isNotEqualTo(idNumber);
        assertThat(form.ask("mia", record, "task", mia).code()).isEqualTo("reveal.not-allowed");
        acts.act("mia", mia, "take-back", Map.of()).orFail("taking back");
        assertThat(shown("mia", mia)).as("what is open again has nothing open").isNotEqualTo(idNumber);
    }

    @Test
    void whatWasAskedWithinATaskDiesWithIt() {
        String record = form.make(idNumber, true);
        acts.act("mia", acts.task("mia", "todo", record), "approve", Map.of()).orFail("approving");
        String fay = acts.task("fay", "todo", record);
        JsonNode task =
                api.get("fay", acts.tasks() + "/" + fay).orFail("looking").body();
        assertThat(task.at("/reveal/approvedBy/0").asText()).isEqualTo("sales-manager");
        String request =
                form.ask("fay", record, "task", fay).body().path("request").asText();
        form.act("mia", request, "approve", "").orFail("agreeing");

        acts.act("fay", fay, "approve", Map.of()).orFail("finance");

        assertThat(form.open("fay", record, request).code()).isEqualTo("approval.task-over");
        assertThat(form.show("fay", request).path("status").asText()).isEqualTo("ended");
    }

    @Test
    void whoDecidesOnWhatHasChangedIsToldWhat() {
        String record = form.make(idNumber, true);
        String mia = acts.task("mia", "todo", record);
        int seen = api.get("mia", acts.tasks() + "/" + mia)
                .body()
                .at("/record/version")
                .asInt();
        change("admin", record, "C7");
        String other = CanaryForm.idNumber(Installation.number());
        api.patch(
                        "admin",
                        form.record(record),
                        Map.of("data", Map.of("idNumber", Map.of("replace", other))),
                        "If-Match",
                        etag("admin", record))
                .orFail("replacing");

        Api.Result refused = acts.act("mia", mia, "approve", Map.of("seen", seen));

        assertThat(refused.code()).isEqualTo("record.changed-since-seen");
        assertThat(refused.text()).doesNotContain(idNumber).doesNotContain(other);
        assertThat(refused.body().path("changes").toString())
                .isEqualTo("[{\"field\":\"code\",\"from\":\"C1\",\"to\":\"C7\"},{\"field\":\"idNumber\"}]");
        assertThat(refused.body().at("/params/version").asInt()).isEqualTo(seen + 2);
    }

    private String shown(String who, String task) {
        return api.get(who, acts.tasks() + "/" + task)
                .orFail("looking")
                .body()
                .at("/record/data/idNumber")
                .asText();
    }

    private int waiting(String who) {
        return api.get(who, form.approvals() + "/waiting")
                .orFail("counting")
                .body()
                .path("waiting")
                .asInt();
    }

    private void change(String who, String record, String code) {
        api.patch(who, form.record(record), Map.of("data", Map.of("code", code)), "If-Match", etag(who, record))
                .orFail("changing");
    }

    private String etag(String who, String record) {
        return api.get(who, form.record(record)).headers().firstValue("etag").orElseThrow();
    }

    private List<String> actions(String record) {
        String target = form.record(record).replaceFirst(".*/forms/([^/]+)/records/", "record/$1/");
        return new AuditSearch(api).any("limit=50&target=" + target).findValuesAsText("action");
    }
}
