package io.jianmi.e2e;

import static io.jianmi.e2e.WithServer.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.api.ApiFile;
import io.jianmi.core.json.Json;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file is served as it stands, and what the demo tenant answers is what it says (see {@link AgreedAnswers}). */
@Tag("slow")
@ExtendWith(WithServer.class)
class ApiFileTest {

    private static final String TENANT = "/api/v1/tenants/demo";

    @Test
    void theServerServesTheFile() {
        JsonNode served = Json.parse(as("nora").get("/q/openapi?format=json").asString());

        Set<String> operations = new TreeSet<>();
        served.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(operations).isEqualTo(new ApiFile().operations());
    }

    @ParameterizedTest
    @CsvSource({
        "sam, /members",
        "sam, /departments",
        "sam, /roles",
        "sam, /purposes",
        "mia, /notifications",
        "mia, /notifications/unread",
        "mia, /notifications/preferences",
        "sam, /apps",
        "sam, /apps/crm",
        "sam, /apps/crm/forms",
        "sam, /apps/crm/forms/customer",
        "designer, /apps/crm/forms/customer/draft",
        "sam, /apps/crm/forms/customer/views",
        "sam, /apps/crm/forms/customer/versions",
        "sam, /apps/crm/forms/customer/versions/1",
        "designer, /apps/crm/workflows",
        "designer, /apps/crm/workflows/credit-approval",
        "designer, /apps/crm/workflows/credit-approval/draft",
        "mia, /tasks?box=todo",
        "mia, /tasks?box=done",
        "sam, /tasks?box=initiated",
        "sam, /tasks?box=cc",
        "paul, /privacy/inventory",
        "paul, /privacy/requests",
        "paul, /privacy/request-terms",
        "paul, /privacy/report?law=gdpr",
        "audra, /audit/entries",
        "audra, /audit/entries/0",
        "audra, /audit/head",
        "audra, /audit/key",
        "audra, /audit/proof/inclusion?leaf=0",
        "audra, /audit/proof/consistency?from=1"
    })
    void whatTheDemoTenantAnswersIsWhatTheFileSays(String member, String path) {
        as(member).get(TENANT + path).then().statusCode(200);
    }

    @Test
    void whatChangesNothingAnswersAsTheFileSays() {
        as("designer")
                .post(TENANT + "/apps/crm/forms/customer/publish?dryRun=true")
                .then()
                .statusCode(200)
                .body("form", nullValue());
        as("designer")
                .post(TENANT + "/apps/crm/forms/customer/publish?dryRun=true&values=false&compiled=true")
                .then()
                .statusCode(200)
                .body("form.key", equalTo("customer"))
                .body("form.compiled.rules.when", hasItem(notNullValue()));
        as("designer")
                .post(TENANT + "/apps/crm/workflows/credit-approval/publish?dryRun=true")
                .then()
                .statusCode(200);
        as("designer")
                .body("{\"expression\":\"1 + 1\"}")
                .post(TENANT + "/expressions/evaluate")
                .then()
                .statusCode(200);
        as("sam")
                .body("{\"data\":{}}")
                .post(TENANT + "/apps/crm/forms/customer/records/compute")
                .then()
                .statusCode(200);
        as("sam")
                .body("{\"limit\":5,\"count\":true}")
                .post(TENANT + "/apps/crm/forms/customer/records/query")
                .then()
                .statusCode(200);
    }
}
