package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Site;
import io.jianmi.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The embedded Keycloak as its administrator: what tests arrange there, and tokens of other realms and clients. */
final class Realm {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String keycloak;
    private final Site site;

    Realm(Site site) {
        this.site = site;
        this.keycloak = site.realm().replaceFirst("/realms/.*", "");
    }

    /** An access token by password. */
    String token(String origin, String realm, String client, String user, String password) {
        String form = Map.of("grant_type", "password", "client_id", client, "username", user, "password", password)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(origin + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        return Json.parse(answer.body()).path("access_token").asText();
    }

    String administrator() {
        return token(keycloak, "master", "admin-cli", "admin", site.secret("keycloak.admin"));
    }

    String keycloak() {
        return keycloak;
    }

    /** A request of the administration API below the realm. */
    JsonNode admin(String method, String path, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/jianmi" + path))
                .header("Authorization", "Bearer " + administrator())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode());
        }
        return answer.body().isEmpty() ? Json.NODES.missingNode() : Json.parse(answer.body());
    }

    /** Ends all sessions of a member, as an administrator or the member's own account page does. */
    void endSessions(String user) {
        String id = admin("GET", "/users?exact=true&username=" + user, "")
                .get(0)
                .path("id")
                .asText();
        admin("POST", "/users/" + id + "/logout", "");
    }

    /** How long access tokens of a client are good from now on; 0 gives it back to the realm. */
    void tokenLifespan(String client, int seconds) {
        JsonNode found = admin("GET", "/clients?clientId=" + client, "").get(0);
        ((com.fasterxml.jackson.databind.node.ObjectNode) found.path("attributes"))
                .put("access.token.lifespan", seconds == 0 ? "" : Integer.toString(seconds));
        admin("PUT", "/clients/" + found.path("id").asText(), Json.write(found));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
