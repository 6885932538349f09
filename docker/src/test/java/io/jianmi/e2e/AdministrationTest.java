package io.jianmi.e2e;

import static io.jianmi.e2e.WithServer.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators look after, and what everybody sees to himself. */
@Tag("slow")
@ExtendWith(WithServer.class)
class AdministrationTest {

    private static final String TENANT = "/api/v1/tenants/demo";

    private final String server;

    AdministrationTest(RunningServer server) {
        this.server = server.baseUrl();
    }

    @Test
    void membersAreFoundByNameDepartmentAndRoleAndReadOneByOne() {
        String north = as("mia").get("/api/v1/me").path("tenants[0].departments[0].id");

        as("nora")
                .get(TENANT + "/members?search=MI&department=" + north)
                .then()
                .statusCode(200)
                .body("items.username", equalTo(List.of("mia")));
        String mia = as("nora")
                .get(TENANT + "/members?role=sales-manager&department=" + north)
                .path("items[0].id");
        as("nora").get(TENANT + "/members/" + mia).then().statusCode(200).body("username", equalTo("mia"));
        as("nora").get(TENANT + "/members/nobody").then().statusCode(404);
    }

    @Test
    void theOrganisationIsComparedAtOnceForAdministratorsOnly() {
        as("sam").post(TENANT + "/organisation/read").then().statusCode(403);
        as("designer").get(TENANT + "/organisation").then().statusCode(403);
        as("admin")
                .post(TENANT + "/organisation/read")
                .then()
                .statusCode(200)
                .body("readAt", notNullValue())
                .body("console", containsString("/admin/jianmi/console"));
        as("admin").get(TENANT + "/organisation").then().statusCode(200).body("departments", notNullValue());
    }

    @Test
    void aRoleTellsDesignersWhichGroupsNameIt() {
        as("designer")
                .get(TENANT + "/roles/sales/groups")
                .then()
                .statusCode(200)
                .body("items.form", hasItem("customer"))
                .body("items.member", hasItem(true));
        as("designer").get(TENANT + "/roles/nothing/groups").then().statusCode(404);
        as("sam").get(TENANT + "/roles/sales/groups").then().statusCode(403);
    }

    @Test
    void oneSeesOnesOwnSessionsAndEndsTheOthers() {
        Browser here = new Browser();
        here.signIn(server, "rose", "rose");
        Browser there = new Browser();
        there.signIn(server, "rose", "rose");
        Browser somebody = new Browser();
        somebody.signIn(server, "rick", "rick");

        JsonNode sessions = sessions(here);
        assertThat(sessions).hasSizeGreaterThanOrEqualTo(2);
        assertThat(sessions.findValuesAsText("current")).containsOnlyOnce("true");
        String other = sessions(there).findParents("current").stream()
                .filter(session -> session.path("current").booleanValue())
                .map(session -> session.path("id").textValue())
                .findFirst()
                .orElseThrow();

        assertThat(post(somebody, "/sessions/" + other + "/end")).isEqualTo(404);
        assertThat(post(here, "/sessions/" + other + "/end")).isEqualTo(204);
        assertThat(get(there, "/sessions").status()).isEqualTo(401);
        assertThat(there.open(URI.create(server + "/login?to=/api/v1/me")).body())
                .as("Keycloak asks for the password again")
                .contains("kc-form-login");

        there.signIn(server, "rose", "rose");
        assertThat(post(here, "/sessions/end-others")).isEqualTo(204);
        assertThat(sessions(here)).hasSize(1);
        assertThat(get(somebody, "/sessions").status()).isEqualTo(200);
    }

    @Test
    void whereOneSetsUpASecondFactorAndWhetherOneHas() {
        as("sam")
                .get("/api/v1/me/account")
                .then()
                .statusCode(200)
                .body("secondFactor", equalTo(false))
                .body("signingIn", containsString("/realms/jianmi/account"))
                .body("account", not(containsString("@")));
    }

    @Test
    void howTheInstallationIsItsKeysAndItsJobsAreForAdministrators() {
        for (String path : List.of("/health", "/keys", "/jobs")) {
            as("designer").get(TENANT + path).then().statusCode(403);
        }
        as("admin")
                .get(TENANT + "/health")
                .then()
                .statusCode(200)
                .body("parts.key", hasItems("database", "keys", "kms", "keycloak", "outbox", "disk"))
                .body("parts.find { it.key == 'kms' }.state", equalTo("up"))
                .body("parts.find { it.key == 'keys' }.state", equalTo("up"));
        as("admin")
                .get(TENANT + "/keys")
                .then()
                .statusCode(200)
                .body("items.purpose", hasItems("kek-S2", "kek-S3", "kek-S4", "index-root", "row-key", "audit-signing"))
                .body("signing.fingerprint.length()", equalTo(64));
        as("admin").get(TENANT + "/jobs").then().statusCode(200).body("next", equalTo(null));
        as("designer")
                .post(TENANT + "/jobs/" + HiddenOrMissingTest.MISSING + "/cancel")
                .then()
                .statusCode(403);
        as("admin")
                .post(TENANT + "/jobs/" + HiddenOrMissingTest.MISSING + "/cancel")
                .then()
                .statusCode(404);
    }

    private JsonNode sessions(Browser browser) {
        return Json.parse(get(browser, "/sessions").body()).path("items");
    }

    private Browser.Page get(Browser browser, String path) {
        return browser.send("GET", URI.create(server + TENANT + path), Optional.empty());
    }

    private int post(Browser browser, String path) {
        return browser.send("POST", URI.create(server + TENANT + path), Optional.empty(), "X-Requested-With", "jianmi")
                .status();
    }
}
