package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Forms with derived fields: what publishing says of them, what clients are told, and what becomes of them when their sources change. */
@Tag("slow")
@ExtendWith(WithServer.class)
class DerivedFormTest {

    private final Api api;
    private final LookingForm form;

    DerivedFormTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new LookingForm(api);
    }

    @Test
    void theFormTellsHowToShowItAndNotWhatItReads() {
        JsonNode call = form.field("mia", form.visits, "call");
        assertThat(call.at("/result/type").asText()).isEqualTo("phone");
        assertThat(call.at("/sensitivity/level").asText()).isEqualTo("personal");
        assertThat(call.has("field")).isFalse();
        assertThat(call.path("through").asText()).isEqualTo("firm");
        assertThat(form.field("rick", form.visits, "call").has("result"))
                .as("hidden there")
                .isFalse();
        assertThat(form.field("designer", form.visits, "call").path("field").asText())
                .isEqualTo("contact");
    }

    /** A source that is published anew is what it is now: gone it is absent, and back it is there as it was. */
    @Test
    void aSourceThatChangesIsReadAsItIsNow() {
        String visit = form.visit("sam", form.firm("north"), "6").path("id").asText();
        JsonNode before = form.seen("sam", visit).at("/data/call");
        assertThat(before.isMissingNode()).isFalse();
        ObjectNode firm = form.firm();
        firm.withArray("/fields").remove(1);
        firm.path("permissionGroups").forEach(group -> ((ObjectNode) group.path("fields")).remove("contact"));
        assertThat(publish(form.firms, firm).ok()).isTrue();

        assertThat(form.seen("sam", visit).path("data").has("call")).isFalse();
        String newest =
                form.visit("sam", form.nameless("north"), "8").path("id").asText();
        JsonNode seen = form.seen("sam", newest);
        assertThat(seen.path("data").has("call")).isFalse();
        assertThat(seen.at("/data/where").asText()).isEqualTo("north");

        publish(form.firms, form.firm()).orFail("putting it back");
        assertThat(form.seen("sam", visit).at("/data/call")).isEqualTo(before);
    }

    @Test
    void whatCannotBeDerivedIsSaidWhenItIsPublished() {
        ObjectNode visit = form.visit();
        ((ObjectNode) visit.at("/fields/3")).putObject("sensitivity").put("level", "internal");
        ((ObjectNode) visit.at("/fields/4")).put("field", "nothing");
        ((ObjectNode) visit.at("/permissionGroups/0")).put("scope", "where = \"north\"");
        Api.Result answer = publish(form.visits, visit);

        assertThat(answer.status()).isEqualTo(422);
        List<String> findings = new ArrayList<>();
        answer.body()
                .path("errors")
                .forEach(error -> findings.add(error.path("code").asText() + " "
                        + error.path("pointer").asText()));
        assertThat(findings)
                .contains(
                        "field.sensitivity-too-low /fields/3/sensitivity/level",
                        "look-up.field-unknown /fields/4/field",
                        "expression.derived-field /permissionGroups/0/scope");
    }

    private Api.Result publish(String address, ObjectNode definition) {
        api.put("designer", address + "/draft", definition).orFail("drafting");
        return api.post("designer", address + "/publish", "{}");
    }
}
