package io.jianmi.core.identity.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The few calls of Keycloak's admin REST API that the mirror needs, signed in as a service account. Blocks. */
@ApplicationScoped
public class KeycloakApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TOKEN_SPARE = Duration.ofSeconds(20);
    private static final int PAGE = 500;

    private final URI tokenEndpoint;
    private final String adminBase;
    private final String clientId;
    private final String clientSecret;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private String token = "";
    private Instant tokenEnds = Instant.EPOCH;

    KeycloakApi(
            @ConfigProperty(name = "jianmi.oidc.url") String realmUrl,
            @ConfigProperty(name = "jianmi.oidc.admin-client", defaultValue = "jianmi-admin") String clientId,
            @ConfigProperty(name = "jianmi.oidc.admin-secret", defaultValue = "none") String clientSecret,
            InstantSource clock) {
        this.tokenEndpoint = URI.create(realmUrl + "/protocol/openid-connect/token");
        this.adminBase = realmUrl.replaceFirst("/realms/([^/]+)$", "/admin/realms/$1");
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    /** One object or array below {@code /admin/realms/<realm>}. */
    JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(adminBase + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json")
                .build();
        return body(request);
    }

    /** All pages of a list. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        int before;
        do {
            before = items.size();
            get(path + separator + "first=" + before + "&max=" + PAGE).forEach(items::add);
        } while (items.size() - before == PAGE);
        return items;
    }

    private synchronized String token() {
        if (clock.instant().isBefore(tokenEnds.minus(TOKEN_SPARE))) {
            return token;
        }
        String form = "grant_type=client_credentials&client_id=" + encode(clientId) + "&client_secret="
                + encode(clientSecret);
        JsonNode answer = body(HttpRequest.newBuilder(tokenEndpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        token = answer.path("access_token").asText();
        tokenEnds = clock.instant().plusSeconds(answer.path("expires_in").asLong());
        return token;
    }

    private JsonNode body(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new UncheckedIOException(new IOException("Keycloak answered " + response.statusCode() + " to "
                        + request.uri().getPath()));
            }
            return Json.parse(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the organisation", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
