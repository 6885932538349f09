package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Site;
import io.jianmi.core.json.Json;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A protected value that opens with a second factor alone, the whole way of a person who has none yet. */
@Tag("slow")
@ExtendWith(WithServer.class)
class StepUpTest {

    private static final String FORM = """
            {"kind": "form", "key": "%s", "title": "开户", "fields": [
              {"key": "idNumber", "type": "id-card", "title": "证件",
               "sensitivity": {"level": "sensitive", "kind": "idcard", "purposes": ["contract"]}}],
             "permissionGroups": [
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "actions": ["create", "read"],
               "fields": {"idNumber": "reveal"}, "reveal": {"purposes": ["contract"], "minutes": 5, "stepUp": "mfa"}}]}
            """;

    private final Site site;
    private final Api api;
    private final SecondFactor factor;
    private final String server;
    private final String idNumber = CanaryForm.idNumber(Installation.number());

    StepUpTest(RunningServer running) {
        this.site = Installation.site(running);
        this.api = new Api(site);
        this.server = running.baseUrl();
        this.factor = new SecondFactor(site, server);
    }

    @Test
    void theValueOpensOnceASecondFactorWasProven() throws GeneralSecurityException {
        String reveal = record() + "/reveal";
        Browser browser = new Browser();
        browser.signIn(server, "sue", "sue");

        Api.Result byToken = api.post("sue", reveal, body());
        Browser.Page before = open(browser, reveal);

        assertThat(byToken.status()).isEqualTo(401);
        assertThat(byToken.code()).isEqualTo("reveal.step-up-required");
        assertThat(byToken.headers().firstValue("www-authenticate").orElse(""))
                .contains("insufficient_user_authentication", "acr_values=\"mfa\"");
        assertThat(before.status()).isEqualTo(401);
        assertThat(before.body()).contains("reveal.step-up-required").doesNotContain(idNumber);
        try {
            factor.prove(browser);

            Browser.Page after = open(browser, reveal);

            assertThat(after.status()).as(after.body()).isEqualTo(200);
            assertThat(Json.parse(after.body()).at("/values/idNumber").asText()).isEqualTo(idNumber);
        } finally {
            factor.forget("sue");
        }
    }

    private Browser.Page open(Browser browser, String reveal) {
        return browser.send(
                "POST",
                URI.create(server + reveal),
                Optional.of(Json.write(body())),
                "Content-Type",
                "application/json",
                "X-Requested-With",
                "jianmi");
    }

    private static JsonNode body() {
        return Json.parse("{\"fields\": [\"idNumber\"], \"purpose\": \"contract\", \"reason\": \"核对签署人\"}");
    }

    private String record() {
        String key = "step-" + Integer.toString(Installation.number(), 36);
        String form = site.formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        api.put("designer", form + "/draft", FORM.formatted(key)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
        return form + "/records/"
                + api.post("sue", form + "/records", Map.of("data", Map.of("idNumber", idNumber)))
                        .orFail("making")
                        .body()
                        .path("id")
                        .asText();
    }
}
