package io.jianmi.core.identity.keycloak;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends sign-ins at Keycloak as the client of the pages, to which their refresh tokens were given. */
@Singleton
final class SignOuts {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int SERVER_ERRORS = 500;

    private final URI endpoint;
    private final String client;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    SignOuts(
            @ConfigProperty(name = "jianmi.oidc.url") String realmUrl,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId,
            @ConfigProperty(name = "jianmi.oidc.web-secret") Optional<String> secret) {
        this.endpoint = URI.create(realmUrl + "/protocol/openid-connect/logout");
        this.client = "client_id=" + encode(clientId)
                + secret.map(known -> "&client_secret=" + encode(known)).orElse("");
    }

    /** Whether it has ended, now or before: of a token that Keycloak does not know any more nothing is left. */
    Uni<Boolean> of(String refreshToken) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(client + "&refresh_token=" + encode(refreshToken)))
                .build();
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .map(answer -> answer.statusCode() < SERVER_ERRORS)
                .onFailure()
                .recoverWithItem(false);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
