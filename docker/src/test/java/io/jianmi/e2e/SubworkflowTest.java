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

/** Workflows that start others, as clients see them. */
@Tag("slow")
@ExtendWith(WithServer.class)
class SubworkflowTest {

    private final Api api;
    private final SubworkflowForms forms;

    SubworkflowTest(RunningServer server) {
        api = new Api(Installation.site(server));
        forms = new SubworkflowForms(api);
    }

    @Test
    void itStartsOneForEachRowAndGoesOnWhenAllHaveEnded() throws IOException {
        forms.start(SubworkflowForms.EACH, true).orFail("publishing");

        String order = forms.order("S1", List.of("Pump", "Valve"), List.of());

        List<String> purchases = forms.childIds(order);
        assertThat(purchases).hasSize(2);
        JsonNode valve = api.get("sam", forms.records("-purchase") + "/" + purchases.get(1))
                .orFail("reading")
                .body();
        assertThat(valve.at("/data/title").asText())
                .as("of the row, not of its record")
                .isEqualTo("Valve");
        assertThat(valve.at("/data/amount").asText()).isEqualTo("6");
        assertThat(valve.at("/data/order/id").asText()).isEqualTo(order);
        forms.redeliver(order);
        assertThat(forms.childIds(order)).as("a second delivery starts nothing").isEqualTo(purchases);

        forms.decide(purchases.get(0), "approve");
        assertThat(forms.open("", order)).as("one still runs").isEmpty();
        forms.redeliver(order);
        assertThat(forms.open("", order)).isEmpty();
        forms.decide(purchases.get(1), "approve");
        SubworkflowForms.until("it goes on", () -> forms.open("", order).equals(List.of("look")));
        forms.redeliver(order);

        assertThat(forms.open("", order)).containsExactly("look");
        assertThat(forms.flow("sam", "", order).path("entries").findValuesAsText("step").stream()
                        .filter(step -> !step.equals("null")))
                .containsExactly("start", "pass");
        assertThat(verified("sam", forms.records("") + "/" + order)).startsWith("OK: 3 acts");
        assertThat(verified("sam", forms.records("-purchase") + "/" + purchases.get(0)))
                .startsWith("OK: 3 acts");
    }

    /** Who may not see what was started learns that there is something, and how it stands. */
    @Test
    void eachSideNamesTheOtherToThoseWhoMaySeeIt() {
        forms.start(SubworkflowForms.EACH, true).orFail("publishing");

        String order = forms.order("S2", List.of("Pump2"), List.of());

        JsonNode seen = forms.children("sam", order).get(0);
        assertThat(seen.path("status").asText()).isEqualTo("running");
        assertThat(seen.at("/record/title").asText()).isEqualTo("Pump2");
        assertThat(seen.at("/record/form").asText()).isEqualTo(forms.key() + "-purchase");
        assertThat(seen.at("/record/app").asText()).isEqualTo(MatrixExhibits.APP);
        String purchase = seen.at("/record/id").asText();
        JsonNode hidden = forms.children("sue", order).get(0);
        assertThat(hidden.path("status").asText()).isEqualTo("running");
        assertThat(hidden.path("record").isNull()).isTrue();
        assertThat(forms.flow("sue", "", order).toString()).doesNotContain(purchase, "Pump2", "-purchase");
        JsonNode parent = forms.flow("sam", "-purchase", purchase).at("/entries/0/startedBy/record");
        assertThat(parent.path("id").asText()).isEqualTo(order);
        assertThat(parent.path("title").asText()).isEqualTo("S2");
        assertThat(forms.flow("sam", "", order).at("/entries/0").has("startedBy"))
                .isFalse();
    }

    /** Of several workflows of a form. */
    @Test
    void theOneThatIsNamedStarts() {
        String named = SubworkflowForms.EACH + ", \"workflow\": \"%1$s";
        assertThat(forms.start(named + "-strict\"", true)
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/nodes/1/workflow");
        forms.besidePurchases("-strict");
        for (String name : List.of("-strict", "-purchase")) {
            forms.start(named + name + "\"", true).orFail("publishing");

            String purchase = forms.childIds(forms.order("N" + name, List.of("Pump"), List.of()))
                    .get(0);

            String tasks = api.site().tenantPath() + "/tasks?box=todo&record=" + purchase;
            SubworkflowForms.until(
                    "its task stands",
                    () -> api.get("mia", tasks)
                            .body()
                            .at("/items/0/workflow")
                            .asText()
                            .equals(forms.key() + name));
        }
    }

    @Test
    void withoutRowsItGoesOnAtOnce() {
        forms.start(SubworkflowForms.EACH, true).orFail("publishing");

        String order = forms.order("S3", List.of(), List.of());

        assertThat(forms.open("", order)).containsExactly("look");
    }

    @Test
    void whatIsNotWaitedForRunsBesideIt() {
        forms.start(SubworkflowForms.EACH + ", \"wait\": false", false).orFail("publishing");

        String order = forms.order("S4", List.of("Pump4"), List.of());

        assertThat(forms.open("", order)).containsExactly("look");
        forms.overall("sam", order, "withdraw");
        assertThat(forms.status("-purchase", forms.childIds(order).get(0))).isEqualTo("running");
    }

    @Test
    void oneThatIsRejectedTakesTheWayOfRejections() {
        forms.start(SubworkflowForms.EACH, true).orFail("publishing");
        String order = forms.order("S5", List.of("A5", "B5"), List.of());
        List<String> purchases = forms.childIds(order);

        forms.decide(purchases.get(0), "reject");
        assertThat(forms.open("", order)).as("the others may go on").isEmpty();
        forms.decide(purchases.get(1), "approve");

        SubworkflowForms.until("it goes on", () -> forms.open("", order).equals(List.of("mend")));
        assertThat(forms.children("sam", order).findValuesAsText("status")).containsExactly("rejected", "completed");
    }

    @Test
    void withoutSuchAWayItIsRejectedItself() {
        forms.start(SubworkflowForms.EACH, false).orFail("publishing");
        String order = forms.order("S6", List.of("A6"), List.of());

        forms.decide(forms.childIds(order).get(0), "reject");

        SubworkflowForms.until("it ends", () -> forms.status("", order).equals("rejected"));
        assertThat(forms.open("", order)).isEmpty();
    }

    @Test
    void whatAWithdrawnOneHasStartedEndsWithIt() {
        forms.start(SubworkflowForms.EACH, true).orFail("publishing");
        String order = forms.order("S7", List.of("A7", "B7"), List.of());
        List<String> purchases = forms.childIds(order);
        forms.decide(purchases.get(0), "approve");

        forms.overall("sam", order, "withdraw");

        SubworkflowForms.until(
                "it ends too", () -> forms.status("-purchase", purchases.get(1)).equals("terminated"));
        assertThat(forms.status("-purchase", purchases.get(0))).isEqualTo("completed");
        assertThat(forms.open("-purchase", purchases.get(1))).isEmpty();
        assertThat(forms.status("", order)).isEqualTo("withdrawn");
        assertThat(forms.flow("sam", "-purchase", purchases.get(1))
                        .at("/entries/1/step")
                        .asText())
                .isEqualTo("parent");
    }

    @Test
    void itStartsOnTheRecordsThatItNamesOneAfterTheOther() {
        forms.start("{\"through\": \"customers\"}", true).orFail("publishing");
        String first = forms.customer("C1");
        String second = forms.customer("C2");
        forms.decide(first, "approve");

        String order = forms.order("S8", List.of(), List.of(first, second));
        forms.failing(order, "record.in-workflow");
        assertThat(forms.status("-customer", first)).as("all of them or none").isEqualTo("completed");
        forms.decide(second, "approve");
        SubworkflowForms.until(
                "the second ends", () -> forms.status("-customer", second).equals("completed"));
        // More than once: a try that began before that postpones the next one when it ends. Rarely: after eight it is
        // parked.
        AutomationForms.until("it is tried again", attempt -> {
            if (attempt % 30 == 0) {
                forms.again(order);
            }
            return forms.status("-customer", first).equals("running");
        });
        assertThat(forms.childIds(order)).containsExactly(first, second);
        forms.decide(first, "approve");
        forms.decide(second, "approve");

        SubworkflowForms.until("it goes on", () -> forms.open("", order).equals(List.of("look")));
    }

    @Test
    void whatANewRecordRefusesStartsNothing() {
        forms.start("""
                {"each": "items", "create": {"form": "%1$s-purchase", "values": {"title": "title", "code": "title"}}}
                """, true).orFail("publishing");

        String order = forms.order("S9", List.of("A9", "A9"), List.of());

        forms.failing(order, "record.not-unique");
        assertThat(forms.flow("sam", "", order).path("entries").findValues("children"))
                .isEmpty();
        forms.overall("admin", order, "terminate");
        assertThat(forms.status("", order)).isEqualTo("terminated");
    }

    @Test
    void whatWouldStartItselfForEverIsFoundAndStopped() {
        String again = "{\"create\": {\"form\": \"%1$s\", \"values\": {\"title\": \"title\", \"n\": \"n + 1\"}}}";
        Api.Result refused = forms.start(again, true);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("workflow.subworkflow-loop");
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/nodes/1/records");
        forms.start(again, true, ", \"startWhen\": \"n >= 0\"").orFail("publishing");

        String order = forms.order(Map.of("title", "S10", "n", "0"));

        String deepest = order;
        for (int i = 0; i < 10; i++) {
            String at = deepest;
            SubworkflowForms.until(
                    "it starts the next",
                    () -> !forms.flow("admin", "", at)
                            .path("entries")
                            .findValues("children")
                            .isEmpty());
            deepest = forms.childIds(at).get(0);
        }
        forms.failing(deepest, "workflow.subworkflow-too-deep");
        forms.overall("admin", order, "terminate");
        String last = deepest;
        SubworkflowForms.until("all of them end", () -> forms.status("", last).equals("terminated"));
    }

    @Test
    void whatCannotStartIsFoundWhenItIsPublished() {
        Api.Result lowered = forms.start("""
                {"each": "items", "create": {"form": "%1$s-purchase", "values": {"title": "phone"}}}
                """, true);
        assertThat(lowered.body().at("/errors/0/code").asText()).isEqualTo("workflow.automation-lowers-tag");
        assertThat(lowered.body().at("/errors/0/pointer").asText()).isEqualTo("/nodes/1/records/create/values/title");
        Api.Result typed = forms.start("""
                {"each": "items", "create": {"form": "%1$s-purchase", "values": {"title": "title", "amount": "title"}}}
                """, true);
        assertThat(typed.body().at("/errors/0/pointer").asText()).isEqualTo("/nodes/1/records/create/values/amount");
        Api.Result bare = forms.start("{\"create\": {\"form\": \"matrix\", \"values\": {}}}", true);
        assertThat(bare.body().at("/errors/0/code").asText()).isEqualTo("workflow.subworkflow-missing");
    }

    private String verified(String member, String record) throws IOException {
        return Verifier.says(api.get(member, record + "/workflow/certificate")
                .orFail("certifying")
                .text());
    }
}
