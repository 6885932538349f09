package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jianmi.bench.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Good tokens with a short life, from a client that is made in the realm for this. */
final class ShortTokens {

    private static final String CLIENT = "e2e-short";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Site site;
    private final String keycloak;

    ShortTokens(Site site) {
        this.site = site;
        this.keycloak = site.realm().replaceFirst("/realms/.*", "");
    }

    /** A token of the demo member that is good for so many seconds. */
    String of(String member, int seconds) throws IOException, InterruptedException {
        String admin = grant("master", "admin-cli", "admin", site.secret("keycloak.admin"));
        Map<String, Object> client = Map.of(
                "clientId",
                CLIENT,
                "publicClient",
                true,
                "directAccessGrantsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "attributes",
                Map.of("access.token.lifespan", Integer.toString(seconds)),
                "protocolMappers",
                List.of(Map.of(
                        "name", "audience",
                        "protocol", "openid-connect",
                        "protocolMapper", "oidc-audience-mapper",
                        "config", Map.of("included.custom.audience", "jianmi", "access.token.claim", "true"))));
        HttpRequest make = HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/jianmi/clients"))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(client)))
                .build();
        int status = http.send(make, HttpResponse.BodyHandlers.discarding()).statusCode();
        // 409: an earlier run has made it.
        if (status != 201 && status != 409) {
            throw new AssertionError("Keycloak made no client: " + status);
        }
        return grant("jianmi", CLIENT, member, member);
    }

    private String grant(String realm, String client, String user, String password)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=" + client + "&username=" + user + "&password=" + password))
                .build();
        JsonNode answer = mapper.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        return answer.path("access_token").asText();
    }
}
