package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.identity.PlatformRoles;
import io.jianmi.core.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A tenant in which there is nothing yet but people; they sign in with their names. */
final class FreshTenant {

    private FreshTenant() {}

    /**
     * Makes it once; the running server opens it within seconds.
     *
     * @param people roles of each by his sign-in name
     * @return its path below the API
     */
    static String of(RunningServer server, String key, Map<String, List<String>> people) throws Exception {
        assertThat(server.command("tenant", "add", key).waitFor()).isZero();
        Realm realm = new Realm(Installation.site(server));
        String roles = realm.admin("GET", "/group-by-path/tenants/" + key + "/roles", "")
                .path("id")
                .asText();
        people.values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(role -> !PlatformRoles.KEYS.contains(role))
                .forEach(role -> realm.admin("POST", "/groups/" + roles + "/children", named(role)));
        people.forEach((name, held) -> realm.admin("POST", "/users", person(name, key, held)));
        Api api = new Api(Installation.site(server));
        for (String name : people.keySet()) {
            await().atMost(Duration.ofSeconds(40))
                    .until(() ->
                            api.get(name, "/api/v1/tenants/" + key + "/apps").ok());
        }
        return "/api/v1/tenants/" + key;
    }

    private static String named(String role) {
        return Json.write(Json.NODES.objectNode().put("name", role));
    }

    private static String person(String name, String tenant, List<String> roles) {
        ObjectNode person = Json.NODES
                .objectNode()
                .put("username", name)
                .put("enabled", true)
                .put("firstName", name)
                .put("lastName", name)
                .put("email", name + "@example.cn")
                .put("emailVerified", true);
        person.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", name)
                .put("temporary", false);
        var groups = person.putArray("groups");
        roles.forEach(role -> groups.add("/tenants/" + tenant + "/roles/" + role));
        return Json.write(person);
    }
}
