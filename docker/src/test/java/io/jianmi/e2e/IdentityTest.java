package io.jianmi.e2e;

import static io.jianmi.e2e.WithServer.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(WithServer.class)
class IdentityTest {

    @Test
    void aMemberLearnsHisNameHisTenantAndHisRoles() {
        as("sam")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("sam"))
                .body("tenants[0].key", equalTo("demo"))
                .body("tenants[0].roles", equalTo(List.of("sales")))
                .body("tenants[0].departments[0].name", equalTo("North"));
    }

    @Test
    void aHeadHeadsHisDepartment() {
        String north = as("mia").get("/api/v1/me").path("tenants[0].departments[0].id");

        as("mia").get("/api/v1/me").then().body("tenants[0].headOf", equalTo(List.of(north)));
    }

    @Test
    void colleaguesAreListedWithoutAddresses() {
        as("nora")
                .get("/api/v1/tenants/demo/members?limit=200")
                .then()
                .statusCode(200)
                .body("items.username", hasItems("admin", "sam", "nora"))
                .body("next", equalTo(null))
                .body(not(containsString("@")));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        String next = as("sam").get("/api/v1/tenants/demo/members?limit=5").path("next");
        String first = as("sam").get("/api/v1/tenants/demo/members?limit=6").path("items[5].username");

        as("sam")
                .get("/api/v1/tenants/demo/members?limit=5&after=" + next)
                .then()
                .body("items[0].username", equalTo(first));
    }

    @Test
    void anUnknownTenantLooksLikeAnUnknownAddress() {
        String tenant = as("sam").get("/api/v1/tenants/nope/members").asString();
        String address = as("sam").get("/api/v1/nothing").asString();

        assertThat(tenant).isEqualTo(address).contains("request.not-found");
    }

    /** No key holds U+0000, and the database does not even take it as a question. */
    @Test
    void anAddressThatCanNameNothingLooksLikeAnUnknownOne() {
        String form = as("designer")
                .urlEncodingEnabled(false)
                .get("/api/v1/tenants/demo/apps/crm/forms/cust%00omer")
                .asString();
        String address = as("designer").get("/api/v1/nothing").asString();

        assertThat(form).isEqualTo(address).contains("request.not-found");
    }

    @Test
    void withoutSignInAnApiPathAnswers401AndNeverRedirects() {
        given().redirects()
                .follow(false)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("identity.unauthenticated"));
    }

    @Test
    void aBrokenTokenIs401() {
        String token = WithServer.token("sam");
        given().header("Authorization", "Bearer " + token.substring(0, token.length() - 4) + "AAAA")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("identity.unauthenticated"));
    }

    /** Whoever shows who he is has not handed over what acts for him: an ID token opens nothing. */
    @Test
    void anIdTokenIsNoAccessToken(RunningServer server) {
        String idToken = given().contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "password")
                .formParam("client_id", "jianmi-api")
                .formParam("username", "sam")
                .formParam("password", "sam")
                .formParam("scope", "openid")
                .post(Installation.site(server).realm() + "/protocol/openid-connect/token")
                .path("id_token");

        given().header("Authorization", "Bearer " + idToken)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("identity.unauthenticated"));
    }

    @Test
    void signInLeadsToKeycloakWithPkce() {
        String location = given().redirects()
                .follow(false)
                .get("/login?to=/tasks")
                .then()
                .statusCode(302)
                .extract()
                .header("Location");

        assertThat(location)
                .contains("/realms/jianmi/protocol/openid-connect/auth")
                .contains("code_challenge_method=S256");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        as("sam")
                .get("/api/v1/me")
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Referrer-Policy", equalTo("same-origin"));
    }
}
