package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members are told: of whose acts, what they may read of it, and that everybody reaches his own only. */
@Tag("slow")
@ExtendWith(WithServer.class)
class NotificationTest {

    private final Api api;
    private final Bell bell;

    NotificationTest(RunningServer server) {
        api = new Api(Installation.site(server));
        bell = new Bell(api);
    }

    @Test
    void whoHasToActAndWhoSubmittedAreTold() {
        ActsForm form = new ActsForm(api);
        String record = form.submit("sam");

        JsonNode assigned = bell.next("mia", Bell.about(record, "task-assigned"));
        assertThat(assigned.at("/record/formTitle").asText()).isEqualTo("合同");
        assertThat(assigned.at("/record/title").asText()).isEqualTo("C1");
        assertThat(assigned.at("/by/id").asText()).isEqualTo(form.member("sam"));
        assertThat(assigned.path("task").asText()).isEqualTo(form.task("mia", "todo", record));

        form.overall("sam", record, "remind", Map.of()).orFail("reminding");
        bell.next("max", Bell.about(record, "task-reminded"));
        form.act("mia", form.task("mia", "todo", record), "transfer", Map.of("to", form.member("dina")))
                .orFail("transferring");
        assertThat(bell.next("dina", Bell.about(record, "task-transferred"))
                        .at("/by/id")
                        .asText())
                .isEqualTo(form.member("mia"));
        Map<String, Object> rick = Map.of("to", List.of(form.member("rick")), "position", "beside");
        form.act("max", form.task("max", "todo", record), "add-signer", rick).orFail("asking");
        bell.next("rick", Bell.about(record, "signer-added"));
        form.act("rick", form.task("rick", "todo", record), "reject", Map.of("comment", "不行"))
                .orFail("rejecting");
        JsonNode ended = bell.next("sam", Bell.about(record, "submission-ended"));
        assertThat(ended.path("outcome").asText()).isEqualTo("rejected");
        assertThat(bell.of("sam", item -> item.at("/record/id").asText().equals(record)))
                .as("nobody is told of his own acts")
                .hasSize(1);
        assertThat(bell.of("mia", Bell.about(record, "task-assigned")).get(0).path("task"))
                .as("a page of hers that is left")
                .isEqualTo(assigned.path("task"));
    }

    @Test
    void whoMayNotKnowOfARecordIsToldNothingOfIt() {
        CommentForm form = new CommentForm(api);
        String record = form.create("sam", true);
        String mia = new MatrixExhibits(api).member("mia").path("id").asText();
        String fay = new MatrixExhibits(api).member("fay").path("id").asText();
        int before = bell.of("fay", item -> true).size();

        form.write("sam", record, "请看", mia, fay).orFail("mentioning");

        JsonNode hers = bell.next("mia", Bell.about(record, "mentioned"));
        assertThat(hers.at("/record/title").asText())
                .as("the title is hidden from her")
                .isEmpty();
        bell.next("fay", item -> bell.of("fay", any -> true).size() == before + 1);
        Api.Result list = api.get("fay", bell.address() + "?limit=1");
        JsonNode neutral = list.body().at("/items/0");
        assertThat(neutral.path("kind").asText()).isEqualTo("mentioned");
        for (String word : List.of("record", "task", "by", "outcome", "text")) {
            assertThat(neutral.path(word).isNull()).as(word).isTrue();
        }
        assertThat(list.text()).doesNotContain("讨论", record, "钱多");
        String comment = form.list("sam", record).body().at("/items/0/id").asText();
        api.patch(
                        "sam",
                        form.comment(record, comment),
                        Map.of("text", "请看一下", "mentions", List.of(mia)),
                        "If-Match",
                        "\"1\"")
                .orFail("editing");
        form.write("sam", record, "再看", mia).orFail("mentioning again");
        bell.next("mia", item -> bell.of("mia", Bell.about(record, "mentioned")).size() == 2);
    }

    @Test
    void whatWasSharedIsToldWithoutItsTitleOnceItIsOver() {
        ShareForm form = new ShareForm(api);
        String record = form.create("sam");

        String share = form.share("sam", record, "mia")
                .orFail("sharing")
                .body()
                .path("id")
                .asText();
        form.share("sam", record, "mia").orFail("sharing again");

        JsonNode told = bell.next("mia", Bell.about(record, "record-shared"));
        form.end("sam", record, share);
        JsonNode over = bell.next(
                "mia",
                item -> item.path("id").equals(told.path("id"))
                        && item.path("record").isNull());
        assertThat(over.path("by").isNull()).isTrue();
        assertThat(bell.of(
                        "mia",
                        item -> item.path("id")
                                        .asText()
                                        .compareTo(told.path("id").asText())
                                > 0))
                .as("sharing it longer is no news")
                .isEmpty();
    }

    @Test
    void everybodyReadsHisOwnAndChoosesForHimself() throws IOException, InterruptedException {
        CommentForm form = new CommentForm(api);
        String record = form.create("sam", true);
        String max = new MatrixExhibits(api).member("max").path("id").asText();
        try (Listening live = new Listening(api, "max")) {
            live.next(event -> event.path("type").asText().equals("notifications"));
            form.write("sam", record, "一", max).orFail("mentioning");
            JsonNode told = live.next(event -> event.path("type").asText().equals("notifications"));
            JsonNode one = bell.next("max", Bell.about(record, "mentioned"));
            assertThat(told.path("newest")).isEqualTo(one.path("id"));
            int unread = bell.unread("max");
            assertThat(told.path("unread").asInt()).isEqualTo(unread);

            String address = bell.address() + "/" + one.path("id").asText() + "/read";
            assertThat(api.post("mia", address, Map.of()).code()).isEqualTo("request.not-found");
            assertThat(bell.unread("max")).isEqualTo(unread);
            assertThat(api.post("max", address, Map.of())
                            .orFail("reading")
                            .body()
                            .path("unread")
                            .asInt())
                    .isEqualTo(unread - 1);
            assertThat(api.get("max", bell.address() + "?unread=true").text())
                    .doesNotContain(one.path("id").asText());
            assertThat(api.post("max", bell.address() + "/read", Map.of())
                            .body()
                            .path("unread")
                            .asInt())
                    .isZero();
        }
        Map<String, Object> none = Map.of("items", List.of(Map.of("kind", "mentioned", "inApp", false, "mail", false)));
        assertThat(api.put("max", bell.address() + "/preferences", Map.of("items", List.of(Map.of("kind", "x"))))
                        .code())
                .isEqualTo("notification.preferences-invalid");
        api.put("max", bell.address() + "/preferences", none).orFail("choosing");
        form.write(
                        "sam",
                        record,
                        "二",
                        max,
                        new MatrixExhibits(api).member("mia").path("id").asText())
                .orFail("mentioning");
        bell.next("mia", Bell.about(record, "mentioned"));
        assertThat(bell.unread("max")).isZero();
        assertThat(api.get("max", bell.address() + "/preferences").text())
                .contains("{\"kind\":\"mentioned\",\"inApp\":false,\"mail\":false}")
                .contains("{\"kind\":\"task-assigned\",\"inApp\":true,\"mail\":true}");
        api.put(
                        "max",
                        bell.address() + "/preferences",
                        Map.of("items", List.of(Map.of("kind", "mentioned", "inApp", true, "mail", true))))
                .orFail("choosing back");
    }
}
