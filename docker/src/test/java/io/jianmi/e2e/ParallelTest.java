package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ways that run side by side, as clients see them. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ParallelTest {

    private static final int AT_ONCE = 32;

    private final Api api;
    private final ParallelForm form;

    ParallelTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new ParallelForm(api);
    }

    @Test
    void allWaysWaitAtOnceAndEachTaskShowsWhatItsOwnNodeSays() {
        String record = form.submit();
        assertThat(form.openNodes(record)).containsExactly("fill", "fill", "look");
        JsonNode answer = api.get("sam", form.record(record)).orFail("reading").body();
        assertThat(answer.at("/workflow/openTasks")).hasSize(3);

        assertThat(form.tasks("mia", record)).containsOnlyKeys("look", "fill");
        String looking = form.open("mia", record, "look");
        String filling = form.open("mia", record, "fill");
        JsonNode look = api.get("mia", form.task(looking)).orFail("looking").body();
        JsonNode fill = api.get("mia", form.task(filling)).orFail("looking").body();
        assertThat(look.at("/record/data").fieldNames()).toIterable().containsExactly("code");
        assertThat(fill.at("/record/data").fieldNames()).toIterable().containsExactlyInAnyOrder("note", "margin");
        assertThat(look.path("nodeType").asText()).isEqualTo("approval");
        assertThat(fill.path("nodeType").asText()).isEqualTo("handling");
        assertThat(fill.at("/record/access/margin").asText()).isEqualTo("edit");

        Api.Result refused = api.post("mia", form.task(looking) + "/approve", Map.of("data", Map.of("margin", "5")));
        assertThat(refused.status()).isEqualTo(422);
        api.post("mia", form.task(filling) + "/approve", Map.of("data", Map.of("margin", "5")), "Prefer", "wait=10")
                .orFail("filling in");
        JsonNode seen = api.get("mia", form.record(record)).orFail("reading").body();
        assertThat(seen.at("/data/code").asText()).isEqualTo("C1");
        assertThat(form.openNodes(record)).containsExactly("look");
        form.decide("mia", looking, "approve").orFail("approving");
        assertThat(form.openNodes(record)).containsExactly("director");
        assertThat(form.flow(record).path("entries").findValuesAsText("action"))
                .containsExactly("submit", "handle", "approve");
    }

    @Test
    void aRejectionOnOneWayEndsTheOther() {
        String record = form.submit();
        String fill = form.open("fay", record, "fill");

        Api.Result rejected = form.decide("mia", form.open("mia", record, "look"), "reject");

        assertThat(rejected.body().path("openTasks")).isEmpty();
        assertThat(form.flow(record).path("status").asText()).isEqualTo("rejected");
        assertThat(form.openNodes(record)).isEmpty();
        assertThat(form.tasks("fay", record)).isEmpty();
        assertThat(form.decide("fay", fill, "approve").code()).isEqualTo("task.already-handled");
    }

    @Test
    void aReturnToTheInitiatorClosesTheOtherWayAndBothAreWalkedAgain() {
        String record = form.submit();
        api.post(
                        "mia",
                        form.task(form.open("mia", record, "look")) + "/return",
                        Map.of("to", "start"),
                        "Prefer",
                        "wait=10")
                .orFail("returning");
        assertThat(form.openNodes(record)).containsExactly("submit");

        form.decide("sam", form.open("sam", record, "submit"), "approve").orFail("submitting again");

        assertThat(form.openNodes(record)).containsExactly("fill", "fill", "look");
    }

    @Test
    void waysThatAreDecidedAtTheSameMomentAreJoinedOnce() throws Exception {
        List<String> records = new ArrayList<>();
        List<Callable<Integer>> decisions = new ArrayList<>();
        CyclicBarrier moment = new CyclicBarrier(AT_ONCE);
        for (int i = 0; i < AT_ONCE / 2; i++) {
            String record = form.submit();
            records.add(record);
            String look = form.open("mia", record, "look");
            String fill = form.open("fay", record, "fill");
            decisions.add(() -> at(moment, "mia", look));
            decisions.add(() -> at(moment, "fay", fill));
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Integer> decision : threads.invokeAll(decisions)) {
                assertThat(decision.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        for (String record : records) {
            Installation.pause(50);
            assertThat(form.openNodes(record)).containsExactly("director");
            form.decide("dina", form.open("dina", record, "director"), "approve")
                    .orFail("approving");
            assertThat(form.flow(record).path("status").asText()).isEqualTo("completed");
        }
    }

    @Test
    void theDownloadedWorkflowHasItsDiagramWithTitlesInTheAskedLanguage() {
        String english = api.send(
                        "GET",
                        "designer",
                        form.workflow() + "/bpmn",
                        null,
                        "Accept",
                        "application/xml",
                        "Accept-Language",
                        "en")
                .text();
        assertThat(english)
                .contains("<parallelGateway id=\"split\"/>", "name=\"Fill in\"", "bpmndi:BPMNPlane", "<di:waypoint");
    }

    private int at(CyclicBarrier moment, String member, String task) throws Exception {
        moment.await();
        return form.decide(member, task, "approve").status();
    }
}
