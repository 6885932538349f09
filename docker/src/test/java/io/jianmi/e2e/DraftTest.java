package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drafts of forms and of workflows: two designers at once never overwrite each other unseen. */
@Tag("slow")
@ExtendWith(WithServer.class)
class DraftTest {

    private final Api api;

    DraftTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    /** @param problem the code of what is refused */
    private record Kind(String folder, String problem) {}

    static Stream<Kind> kinds() {
        return Stream.of(new Kind("forms", "form.stale-draft"), new Kind("workflows", "workflow.stale-draft"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aDraftReplacesTheRevisionThatWasRead(Kind kind) {
        String key = "draft-" + Integer.toString(Installation.number(), 36);
        String draft = DemoCrm.APP + "/" + kind.folder() + "/" + key + "/draft";

        assertThat(save("designer", draft, key, "none", "If-Match", "\"1\"").status())
                .as("there is nothing that could have been read")
                .isEqualTo(412);
        Api.Result made =
                save("designer", draft, key, "first", "If-None-Match", "*").orFail("making");
        assertThat(save("admin", draft, key, "again", "If-None-Match", "*").code())
                .isEqualTo(kind.problem());

        String read = tag(api.get("admin", draft).orFail("reading"));
        assertThat(read).isEqualTo(tag(made));
        Api.Result mine = save("admin", draft, key, "mine", "If-Match", read).orFail("saving");
        assertThat(tag(mine)).isNotEqualTo(read);

        Api.Result late = save("designer", draft, key, "late", "If-Match", read);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo(kind.problem());
        assertThat(late.body().at("/params/by").asText()).as("whose it is").isNotEmpty();
        assertThat(title(draft)).isEqualTo("mine");

        save("designer", draft, key, "whatever", new String[0]).orFail("saving without a condition");
        assertThat(title(draft)).isEqualTo("whatever");
        assertThat(save("sam", draft, key, "sam", "If-Match", tag(mine)).status())
                .as("who may not design learns nothing of revisions")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ofManyWhoReadTheSameRevisionOneSaves(Kind kind) {
        String key = "draft-" + Integer.toString(Installation.number(), 36);
        String draft = DemoCrm.APP + "/" + kind.folder() + "/" + key + "/draft";
        String read =
                tag(save("designer", draft, key, "first", "If-None-Match", "*").orFail("making"));

        List<CompletableFuture<Integer>> saves = IntStream.range(0, 6)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> save("designer", draft, key, "save " + each, "If-Match", read)
                                .status()))
                .toList();

        assertThat(saves.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .contains(412);
        assertThat(saves.stream().map(CompletableFuture::join).distinct()).containsExactlyInAnyOrder(200, 412);
    }

    private Api.Result save(String member, String draft, String key, String title, String... headers) {
        String body = "{\"kind\": \"form\", \"key\": \"%s\", \"title\": \"%s\", \"form\": \"customer\"}"
                .formatted(key, title);
        return api.send("PUT", member, draft, body, headers);
    }

    private String title(String draft) {
        return api.get("designer", draft).body().path("title").asText();
    }

    private static String tag(Api.Result answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
