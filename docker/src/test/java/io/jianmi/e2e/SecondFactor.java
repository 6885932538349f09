package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Site;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second factor of somebody who has none yet, set up in a browser and taken away again. */
final class SecondFactor {

    private static final Pattern SECRET =
            Pattern.compile("name=\"totpSecret\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"totpSecret\"");

    private final String server;
    private final Realm realm;

    SecondFactor(Site site, String server) {
        this.server = server;
        this.realm = new Realm(site);
    }

    /** Keycloak has him set up what he is to prove; the code is computed as his telephone would. */
    void prove(Browser browser) throws GeneralSecurityException {
        Browser.Page asked = browser.open(URI.create(server + "/login?to=/api/v1/me&acr=mfa"));
        Matcher secret = SECRET.matcher(asked.body());
        assertThat(secret.find()).as(asked.body()).isTrue();
        String key = Optional.ofNullable(secret.group(1)).orElseGet(() -> secret.group(2));
        Browser.Page done = browser.submit(
                asked.form(),
                Map.of("totpSecret", key, "totp", Totp.of(key.getBytes(StandardCharsets.UTF_8)), "userLabel", "test"));
        assertThat(done.at().getPath()).as(done.body()).isEqualTo("/api/v1/me");
        assertThat(done.status()).isEqualTo(200);
    }

    /** Other tests sign him in as somebody without a second factor. */
    void forget(String member) {
        String user = realm.admin("GET", "/users?exact=true&username=" + member, "")
                .get(0)
                .path("id")
                .asText();
        for (JsonNode credential : realm.admin("GET", "/users/" + user + "/credentials", "")) {
            if (credential.path("type").asText().equals("otp")) {
                realm.admin(
                        "DELETE",
                        "/users/" + user + "/credentials/"
                                + credential.path("id").asText(),
                        "");
            }
        }
        realm.endSessions(member);
    }
}
