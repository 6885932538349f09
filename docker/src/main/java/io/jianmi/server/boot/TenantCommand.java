package io.jianmi.server.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.PlatformRoles;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * {@code tenant add KEY}: makes the tenant's groups in the embedded Keycloak, as its administrator. The running server
 * sees them within seconds and makes the tenant's schema.
 */
final class TenantCommand {

    private final Settings settings;
    private final HttpClient http = HttpClient.newHttpClient();

    TenantCommand(Settings settings) {
        this.settings = settings;
    }

    int add(String key, PrintStream out) {
        if (!TenantKey.valid(key)) {
            throw new StartFailure(
                    "A tenant's key is a lower-case letter, then letters, digits or _, at most 31 in all.");
        }
        if (!settings.embeddedKeycloak()) {
            out.println("Make the groups /tenants/" + key + "/departments and /tenants/" + key + "/roles/"
                    + String.join("|", PlatformRoles.KEYS)
                    + " in your realm and put members into them. Running servers make the tenant within seconds.");
            return 0;
        }
        if (!RealmProbe.answers(settings.realmUrl())) {
            throw new StartFailure(
                    "Keycloak does not answer at " + settings.realmUrl() + ". Start it first: ./jianmi up");
        }
        String token = token();
        String tenants = idOf(token, "/group-by-path/tenants");
        String tenant = child(token, tenants, key);
        child(token, tenant, "departments");
        String roles = child(token, tenant, "roles");
        PlatformRoles.KEYS.forEach(role -> child(token, roles, role));
        out.println("Tenant " + key + " is made. Put members into its groups in Keycloak's console, "
                + settings.realmUrl().replaceFirst("/realms/.*", "/admin/jianmi/console/")
                + " (user admin, password: keycloak.admin in " + settings.home().resolve("secrets.properties") + ").");
        return 0;
    }

    private String token() {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(new Secrets(settings.home()).get("keycloak.admin"), StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(
                        settings.realmUrl().replaceFirst("/realms/.*", "/realms/master/protocol/openid-connect/token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        if (answer.statusCode() != 200) {
            throw new StartFailure("Keycloak refused its administrator. Was the password changed in its console?");
        }
        return Json.parse(answer.body()).path("access_token").asText();
    }

    /** The child group's id; made when missing. */
    private String child(String token, String parent, String name) {
        for (JsonNode group : Json.parse(
                send(request(token, "/groups/" + parent + "/children?max=1000").build())
                        .body())) {
            if (group.path("name").asText().equals(name)) {
                return group.path("id").asText();
            }
        }
        ObjectNode group = Json.NODES.objectNode().put("name", name);
        HttpResponse<String> made = send(request(token, "/groups/" + parent + "/children")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(group.toString()))
                .build());
        if (made.statusCode() != 201) {
            throw new StartFailure("Keycloak answered " + made.statusCode() + " when making the group " + name + ".");
        }
        return Json.parse(made.body()).path("id").asText();
    }

    private String idOf(String token, String path) {
        return Json.parse(send(request(token, path).build()).body()).path("id").asText();
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(settings.realmUrl().replaceFirst("/realms/", "/admin/realms/") + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartFailure("Keycloak does not answer. Start it first: ./jianmi up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted.", e);
        }
    }
}
