package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people say at a step and beside it: mentions, files, and where it was said. */
@Tag("slow")
@ExtendWith(WithServer.class)
class TalkTest {

    private static final byte[] PDF = "%PDF-1.7 报价 ".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = "报价单甲乙丙丁.pdf";

    private final Api api;
    private final ActsForm form;
    private final AttachmentForm files;
    private String record = "";

    TalkTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new ActsForm(api);
        files = new AttachmentForm(api);
    }

    @BeforeEach
    void aRecordAtTheManagers() {
        record = form.submit("sam");
    }

    @Test
    void anActMentionsPeopleAndBringsFilesToWhoeverSeesTheRecord() throws IOException {
        String file = files.uploaded("mia", NAME, PDF);
        Map<String, Object> said =
                Map.of("comment", "请@山姆看", "mentions", List.of(form.member("sam")), "files", List.of(file));

        form.act("mia", form.task("mia", "todo", record), "approve", said).orFail("approving");

        JsonNode entry = form.workflow("sam", record).path("entries").get(1);
        assertThat(entry.path("comment").asText()).isEqualTo("请@山姆看");
        assertThat(entry.at("/mentions/0/id").asText()).isEqualTo(form.member("sam"));
        assertThat(entry.at("/files/0/name").asText()).isEqualTo(NAME);
        assertThat(files.download("sam", file).body()).isEqualTo(PDF);
        for (String stranger : List.of("sue", "nora", "fay")) {
            assertThat(files.download(stranger, file).status()).as(stranger).isEqualTo(404);
        }
        new Bell(api).next("sam", Bell.about(record, "mentioned"));
        assertThat(form.act(
                                "max",
                                form.task("max", "todo", record),
                                "approve",
                                Map.of("comment", "好", "files", List.of(file)))
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .as("one file is not two comments'")
                .isEqualTo("/files/0");
    }

    @Test
    void filesAndMentionsNeedWordsAndMustBeKnown() {
        String task = form.task("mia", "todo", record);
        String file = files.uploaded("max", NAME, PDF);

        JsonNode wrong = form.act("mia", task, "approve", Map.of("mentions", List.of("nobody"), "files", "x"))
                .body()
                .path("errors");
        assertThat(wrong.findValuesAsText("pointer")).contains("/mentions/0", "/files");
        assertThat(form.act("mia", task, "approve", Map.of("comment", "看", "files", List.of(file)))
                        .body()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("file.unknown");
        assertThat(form.timeline(record)).containsExactly("submit");
    }

    @Test
    void whoHasATaskCommentsFromItsStepWithoutDeciding() throws IOException {
        String task = form.task("mia", "todo", record);
        String file = files.uploaded("mia", NAME, PDF);
        String comments = form.record(record) + "/comments";
        JsonNode made = api.post("mia", comments, Map.of("text", "还差材料", "task", task, "files", List.of(file)))
                .orFail("commenting")
                .body();
        assertThat(made.path("node").asText()).isEqualTo("managers");
        assertThat(made.path("nodeTitle").asText()).isEqualTo("主管");
        assertThat(form.timeline(record)).containsExactly("submit");
        form.act("mia", task, "approve", Map.of()).orFail("approving");
        api.post("mia", comments, Map.of("text", "补充", "task", task)).orFail("commenting on a done task");
        assertThat(api.get("sam", comments).body().at("/items/1/files/0/name").asText())
                .isEqualTo(NAME);
        assertThat(api.post("sam", comments, Map.of("text", "借用", "task", task))
                        .body()
                        .at("/errors/0/code")
                        .asText())
                .as("somebody else's task")
                .isEqualTo("comment.task-unknown");

        String one = comments + "/" + made.path("id").asText();
        api.send("DELETE", "mia", one, null, "If-Match", "\"1\"").orFail("deleting");
        assertThat(files.download("sam", file).status())
                .as("gone with its comment")
                .isEqualTo(404);
        api.post("mia", one + "/restore", Map.of()).orFail("restoring");
        assertThat(files.download("sam", file).body()).isEqualTo(PDF);
        JsonNode edited = api.patch("mia", one, Map.of("text", "材料齐了"), "If-Match", "\"3\"")
                .orFail("editing")
                .body();
        assertThat(edited.at("/files/0/id").asText())
                .as("not spoken of, so kept")
                .isEqualTo(file);
        assertThat(edited.path("node").asText()).isEqualTo("managers");
        JsonNode bare = api.patch("mia", one, Map.of("text", "不用了", "files", List.of()), "If-Match", "\"4\"")
                .orFail("editing")
                .body();
        assertThat(bare.path("files")).isEmpty();
        assertThat(files.download("sam", file).status()).isEqualTo(404);
    }
}
