package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Site;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that must not be taken, and what a browser's session is and how it ends. */
@Tag("slow")
@ExtendWith(WithServer.class)
class SignInTest {

    private static final String ME = "/api/v1/me";
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final Site site;
    private final Api api;
    private final Realm realm;
    private final String server;
    private final Path home;

    SignInTest(RunningServer running) {
        this.site = Installation.site(running);
        this.api = new Api(site);
        this.realm = new Realm(site);
        this.server = running.baseUrl();
        this.home = running.home();
    }

    @Test
    void tokenWithoutSignatureOrSignedWithThePublicKeyIsRefused() throws GeneralSecurityException {
        String token = WithServer.token("sam");
        String payload = token.split("\\.")[1];
        String kid = Json.parse(decoded(token.split("\\.")[0])).path("kid").asText();
        String none = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + ".";
        String pem = realm.admin("GET", "/keys", "")
                .path("keys")
                .findValuesAsText("publicKey")
                .get(0);
        assertThat(api.sendAs("GET", token, ME, null).status()).isEqualTo(200);

        refused(none);
        for (String secret : List.of(pem, "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n")) {
            String head = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}") + "." + payload;
            refused(head + "." + hmac("HmacSHA256", secret.getBytes(StandardCharsets.US_ASCII), head));
        }
        refused(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @Test
    void tokenOfAnotherRealmOrForAnotherAudienceIsRefused() {
        refused(realm.administrator());
        refused(realm.token(realm.keycloak(), "jianmi", "admin-cli", "sam", "sam"));
    }

    @Test
    void thereIsOneIssuerWhateverTheHostIsCalled() {
        String byName = realm.keycloak().replace("127.0.0.1", "localhost");
        String token = realm.token(byName, "jianmi", "jianmi-api", "sam", "sam");

        assertThat(Json.parse(decoded(token.split("\\.")[1])).path("iss").asText())
                .isEqualTo(site.realm());
        assertThat(new Api(site.at(URI.create(server.replace("127.0.0.1", "localhost"))))
                        .sendAs("GET", token, ME, null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void sessionCookieIsASecretOfItsOwnThatScriptsAndOtherSitesDoNotGet() {
        Browser browser = new Browser();
        Browser.Page me = browser.signIn(server, "sam", "sam");

        assertThat(me.status()).isEqualTo(200);
        assertThat(Json.parse(me.body()).path("username").asText()).isEqualTo("sam");
        String cookie = browser.setCookies().stream()
                .filter(line -> line.startsWith("q_session="))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(cookie.split(";", 2)[0]).hasSizeLessThan(120).doesNotContain("eyJ");
    }

    @Test
    void changeBySessionNeedsTheHeaderThatAForeignPageCannotSend() {
        Browser browser = new Browser();
        browser.signIn(server, "designer", "designer");
        URI apps = URI.create(server + site.tenantPath() + "/apps");
        String body = "{\"key\":\"csrf" + Installation.number() + "\",\"title\":\"x\"}";

        Browser.Page without = browser.send("POST", apps, Optional.of(body), "Content-Type", "application/json");
        Browser.Page with = browser.send(
                "POST", apps, Optional.of(body), "Content-Type", "application/json", "X-Requested-With", "jianmi");

        assertThat(without.status()).isEqualTo(403);
        assertThat(with.status() / 100).isEqualTo(2);
    }

    @Test
    void signingOutEndsTheSessionHereAndAtKeycloak() {
        Browser browser = new Browser();
        browser.signIn(server, "sue", "sue");
        Browser thief = browser.copy();

        browser.open(URI.create(server + "/logout"));

        assertThat(status(browser)).isEqualTo(401);
        assertThat(status(thief)).isEqualTo(401);
        assertThat(browser.open(URI.create(server + "/login")).body()).contains("kc-form-login");
    }

    @Test
    void sessionOutlivesItsTokensForAllThatAPageAsksAtOnceAndEndsWhenKeycloakEndsIt() {
        realm.tokenLifespan("jianmi-web", 3);
        try {
            Browser browser = new Browser();
            browser.signIn(server, "max", "max");
            Map<String, String> cookies = browser.cookies(server);
            String session = Objects.requireNonNull(cookies.get("q_session"));
            Installation.pause(4_500);

            assertThat(IntStream.range(0, 12).parallel().map(each -> status(browser.copy())))
                    .containsOnly(200);
            Installation.pause(4_500);
            assertThat(status(browser)).isEqualTo(200);
            assertThat(browser.cookies(server)).as("nothing new to keep").isEqualTo(cookies);
            assertThat(sessionsOf(session)).isOne();

            realm.endSessions("max");
            Installation.pause(4_500);
            assertThat(status(browser)).isEqualTo(401);
            assertThat(sessionsOf(session)).isZero();
        } finally {
            realm.tokenLifespan("jianmi-web", 0);
        }
    }

    @Test
    void whoIsSignedInStaysSoWhileKeycloakDoesNotAnswer() throws IOException, InterruptedException {
        realm.tokenLifespan("jianmi-web", 3);
        try {
            Browser browser = new Browser();
            browser.signIn(server, "max", "max");
            Map<String, String> cookies = browser.cookies(server);
            Installation.pause(4_500);

            keycloak("STOP");
            Browser.Page unanswered;
            try {
                unanswered = browser.send("GET", URI.create(server + ME), Optional.empty());
            } finally {
                keycloak("CONT");
            }
            assertThat(unanswered.status()).isEqualTo(503);
            assertThat(Json.parse(unanswered.body()).path("code").asText()).isEqualTo("system.unavailable");
            assertThat(browser.cookies(server)).isEqualTo(cookies);
            assertThat(status(browser)).isEqualTo(200);
        } finally {
            realm.tokenLifespan("jianmi-web", 0);
        }
    }

    @Test
    void realmAsksForASecondFactorWhenTheLevelIsAskedFor() throws GeneralSecurityException {
        String user = userWithSecondFactor();
        Browser browser = new Browser();

        assertThat(acr(browser.open(authorize("pwd")), browser, user)).isEqualTo("pwd");
        Browser.Page second = browser.open(authorize("mfa"));
        assertThat(second.body()).contains("name=\"otp\"");
        Browser.Page done = browser.submit(second.form(), Map.of("otp", Totp.of(SECRET)));
        assertThat(done.at().getQuery()).contains("code=");
    }

    @Test
    void whoIsSignedInProvesASecondFactorWhereAPageSendsHimForIt() throws GeneralSecurityException {
        String user = userWithSecondFactor();
        Browser browser = new Browser();
        browser.signIn(server, user, user);
        String before = Objects.requireNonNull(browser.cookies(server).get("q_session"));
        URI stepUp = URI.create(server + "/login?to=/api/v1/me&acr=mfa");

        Browser.Page asked = browser.open(stepUp);
        assertThat(asked.body()).contains("name=\"otp\"");
        assertThat(status(browser)).as("who turns back is still signed in").isEqualTo(200);

        Browser.Page done = browser.submit(asked.form(), Map.of("otp", Totp.of(SECRET)));
        assertThat(done.at().getPath()).isEqualTo(ME);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(browser.cookies(server).get("q_session")).isNotEqualTo(before);
        assertThat(sessionsOf(before)).as("the weaker session has ended").isZero();
    }

    @Test
    void whoComesBackWithoutTheLevelIsNotSentRoundInCircles() {
        Browser browser = new Browser();
        browser.signIn(server, "sam", "sam");

        Browser.Page back = browser.open(URI.create(server + "/login?to=/api/v1/me&acr=mfa&asked=1"));
        assertThat(back.at().getPath()).isEqualTo(ME);
        Browser.Page refused =
                browser.send("GET", URI.create(server + "/login/done?error=access_denied&state=x"), Optional.empty());
        assertThat(refused.status()).isEqualTo(303);
        assertThat(status(browser)).isEqualTo(200);
    }

    private void keycloak(String signal) throws IOException, InterruptedException {
        String pid = Files.readString(home.resolve("keycloak.pid")).strip();
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
    }

    /** A user with a password and a second factor whose secret is {@link #SECRET}. */
    private String userWithSecondFactor() {
        String user = "otp" + Installation.number();
        realm.admin("POST", "/users", """
                {"username":"%1$s","enabled":true,"email":"%1$s@demo.example","emailVerified":true,"firstName":"O","lastName":"T",
                "credentials":[{"type":"password","value":"%1$s","temporary":false},
                {"type":"otp","secretData":"{\\"value\\":\\"12345678901234567890\\"}","credentialData":
                "{\\"subType\\":\\"totp\\",\\"digits\\":6,\\"period\\":30,\\"algorithm\\":\\"HmacSHA1\\"}"}]}
                """.formatted(user));
        return user;
    }

    /** A request of the web client's code flow with a level; the answer ends at the server, which cannot use it. */
    private URI authorize(String level) {
        return URI.create(
                site.realm() + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=jianmi-web"
                        + "&redirect_uri=" + server + "/nowhere&state=s&code_challenge_method=S256"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&acr_values=" + level);
    }

    private static String acr(Browser.Page login, Browser browser, String user) {
        Browser.Page done = browser.submit(login.form(), Map.of("username", user, "password", user));
        return String.valueOf(done.at().getQuery()).contains("code=") ? "pwd" : "more was asked";
    }

    private int status(Browser browser) {
        return browser.send("GET", URI.create(server + ME), Optional.empty()).status();
    }

    private long sessionsOf(String cookie) {
        try (Sql sql = Sql.open(site, "jianmi")) {
            return sql.number(
                    "select count(*) from platform.session where id = encode(sha256(convert_to('jianmi session id ' || ?, 'UTF8')), 'hex')",
                    cookie.replace("\"", ""));
        }
    }

    private void refused(String token) {
        Api.Result answer = api.sendAs("GET", token, ME, null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("identity.unauthenticated");
    }

    private static String hmac(String algorithm, byte[] secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret, algorithm));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
