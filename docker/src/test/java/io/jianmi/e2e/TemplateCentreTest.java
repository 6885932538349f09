package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An empty tenant gets an app by one request, once, and never over what it has. */
@Tag("slow")
@ExtendWith(WithServer.class)
class TemplateCentreTest {

    private static final Map<String, List<String>> PEOPLE = Map.of(
            "tess", List.of("designer"),
            "tony", List.of("sales", "sales-manager", "sales-director", "risk", "finance"));

    private final RunningServer server;
    private final Api api;

    TemplateCentreTest(RunningServer server) {
        this.server = server;
        this.api = new Api(Installation.site(server));
    }

    @Test
    void anEmptyTenantInstallsATemplateOnceAndNeverOverWhatItHas() throws Exception {
        String tenant = FreshTenant.of(server, "empty", PEOPLE);
        assertThat(api.get("tess", tenant + "/apps").body().path("items")).isEmpty();
        assertThat(crm(tenant).path("installed").isNull()).isTrue();
        assertThat(crm(tenant).path("missingRoles")).isEmpty();

        // Somebody designs a form of the same key meanwhile: nothing is written over it, and nothing else is made.
        api.post("tess", tenant + "/apps", Map.of("key", "mine", "title", "我的")).orFail("an app");
        api.put("tess", tenant + "/apps/mine/forms/customer/draft", Map.of("kind", "form", "key", "customer"))
                .orFail("a draft");
        Api.Result refused = install("tess", tenant, "crm");
        assertThat(refused.code()).isEqualTo("template.keys-taken");
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/forms/1");
        assertThat(api.get("tess", tenant + "/apps").body().path("items").findValuesAsText("key"))
                .containsExactly("mine");
        api.delete("tess", tenant + "/apps/mine").orFail("deleting");

        assertThat(install("tony", tenant, "crm").code()).isEqualTo("identity.forbidden");
        assertThat(install("tess", tenant, "none").code()).isEqualTo("request.not-found");
        Api.Result installed = install("tess", tenant, "crm");
        assertThat(installed.status()).as(installed.text()).isEqualTo(201);
        assertThat(crm(tenant).path("installed").asText())
                .isEqualTo(installed.body().path("version").asText());
        assertThat(api.post("tess", tenant + "/templates/crm/install", Map.of()).code())
                .isEqualTo("template.installed");
        assertThat(installed.headers().firstValue("Location")).contains(tenant + "/apps/crm");
        Api.Result again = install("tess", tenant, "crm");
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(installed.body());

        // What was installed works.
        Api.Result record =
                api.post("tony", tenant + "/apps/crm/forms/company/records", Map.of("data", Map.of("title", "华信科技")));
        assertThat(record.status()).as(record.text()).isEqualTo(201);
        assertThat(api.get("tess", tenant + "/apps/crm/workflows/credit-approval")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatThereIsEverybodySeesAndWhatATenantHasItsDesignersOnly() {
        assertThat(api.get("nora", "/api/v1/templates").body().path("items").findValuesAsText("id"))
                .contains("crm");
        assertThat(api.get("nora", "/api/v1/templates/crm").body().at("/forms/1/fields"))
                .isNotEmpty();
        assertThat(api.get("nora", "/api/v1/templates/none").code()).isEqualTo("request.not-found");
        assertThat(api.get("nora", "/api/v1/tenants/demo/templates").code()).isEqualTo("identity.forbidden");
        assertThat(crm("/api/v1/tenants/demo").path("installed").asText()).isNotEmpty();
    }

    private Api.Result install(String member, String tenant, String template) {
        return api.post(
                member,
                tenant + "/templates/" + template + "/install",
                Map.of(),
                "Idempotency-Key",
                "install-" + tenant);
    }

    private JsonNode crm(String tenant) {
        String designer = tenant.endsWith("demo") ? "designer" : "tess";
        for (JsonNode template : api.get(designer, tenant + "/templates")
                .orFail("templates")
                .body()
                .path("items")) {
            if (template.path("id").asText().equals("crm")) {
                return template;
            }
        }
        throw new AssertionError("no CRM template");
    }
}
