package io.jianmi.core.identity.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.OrgSource.Renewal;
import io.jianmi.core.json.Json;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sign-ins of browsers at Keycloak, renewed and ended as the client of the pages, to which their refresh tokens were given. */
@Singleton
final class BrowserSignIns {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int SERVER_ERRORS = 500;

    private final String endpoints;
    private final String client;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    BrowserSignIns(
            @ConfigProperty(name = "jianmi.oidc.url") String realmUrl,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId,
            @ConfigProperty(name = "jianmi.oidc.web-secret") Optional<String> secret) {
        this.endpoints = realmUrl + "/protocol/openid-connect/";
        this.client = "client_id=" + encode(clientId)
                + secret.map(known -> "&client_secret=" + encode(known)).orElse("");
    }

    /** New tokens for the sign-in (RFC 6749, 6). */
    Uni<Renewal> renew(String refreshToken) {
        return post("token", "&grant_type=refresh_token", refreshToken)
                .map(BrowserSignIns::renewal)
                .onFailure()
                .recoverWithItem(new Renewal.NoAnswer());
    }

    /** Whether it has ended, now or before: of a token that Keycloak does not know any more nothing is left. */
    Uni<Boolean> end(String refreshToken) {
        return post("logout", "", refreshToken)
                .map(answer -> answer.statusCode() < SERVER_ERRORS)
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<HttpResponse<String>> post(String endpoint, String what, String refreshToken) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoints + endpoint))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(client + what + "&refresh_token=" + encode(refreshToken)))
                .build();
        return Uni.createFrom().completionStage(() -> http.sendAsync(request, BodyHandlers.ofString()));
    }

    /** What Keycloak refuses is over, whatever its reason; that it cannot answer now says nothing about the sign-in. */
    private static Renewal renewal(HttpResponse<String> answer) {
        if (answer.statusCode() >= SERVER_ERRORS) {
            return new Renewal.NoAnswer();
        }
        if (answer.statusCode() != OK) {
            return new Renewal.Over();
        }
        JsonNode told = Json.parse(answer.body());
        return new Renewal.Tokens(
                told.path("id_token").textValue(),
                told.path("access_token").textValue(),
                told.path("refresh_token").textValue());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
