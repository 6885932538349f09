package io.jianmi.core.identity.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Department;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.tenant.TenantKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds the tenants' organisations from Keycloak's groups and their members. Blocks. */
@ApplicationScoped
public class OrgReader {

    private final KeycloakApi api;

    OrgReader(KeycloakApi api) {
        this.api = api;
    }

    /** A text that changes whenever somebody changes members or groups in Keycloak's console or API. */
    String newestChange() {
        return api.get("/admin-events?max=5").toString();
    }

    /** Every tenant; groups whose name is no tenant key are skipped. */
    List<Org> read() {
        List<Org> orgs = new ArrayList<>();
        for (JsonNode tenants : api.list("/groups?search=tenants&exact=true&briefRepresentation=false")) {
            if (tenants.path("name").asText().equals("tenants")) {
                for (JsonNode group : children(tenants)) {
                    TenantKey.parse(group.path("name").asText())
                            .ifPresent(key -> orgs.add(new Tenant(key).read(group)));
                }
            }
        }
        return orgs;
    }

    private List<JsonNode> children(JsonNode group) {
        return api.list("/groups/" + group.path("id").asText() + "/children?briefRepresentation=false");
    }

    /** One tenant while it is being read. */
    private final class Tenant {

        private final TenantKey key;
        private final Map<String, JsonNode> users = new HashMap<>();
        private final Map<String, Set<String>> departmentsOf = new HashMap<>();
        private final Map<String, Set<String>> rolesOf = new HashMap<>();
        private final List<JsonNode> departmentGroups = new ArrayList<>();
        private final Map<String, String> paths = new HashMap<>();
        private final Map<String, String> parents = new HashMap<>();
        private final Set<String> roles = new TreeSet<>();

        Tenant(TenantKey key) {
            this.key = key;
        }

        Org read(JsonNode root) {
            membersOf(root);
            for (JsonNode part : children(root)) {
                switch (part.path("name").asText()) {
                    case "departments" -> readDepartments(part, null, "");
                    case "roles" -> readRoles(part);
                    default -> membersOf(part);
                }
            }
            Map<String, MemberId> byName = new HashMap<>();
            users.forEach((id, user) -> byName.put(user.path("username").asText(), new MemberId(id)));
            return new Org(
                    key,
                    users.values().stream().map(this::member).toList(),
                    departmentGroups.stream()
                            .map(group -> department(group, byName))
                            .toList(),
                    roles);
        }

        private void readDepartments(JsonNode parent, @Nullable String parentId, String parentPath) {
            for (JsonNode group : children(parent)) {
                String id = group.path("id").asText();
                String path = parentPath + group.path("name").asText();
                departmentGroups.add(group);
                paths.put(id, path);
                if (parentId != null) {
                    parents.put(id, parentId);
                }
                for (String user : membersOf(group)) {
                    departmentsOf
                            .computeIfAbsent(user, ignored -> new LinkedHashSet<>())
                            .add(id);
                }
                readDepartments(group, id, path + "/");
            }
        }

        private void readRoles(JsonNode parent) {
            for (JsonNode group : children(parent)) {
                String role = group.path("name").asText();
                roles.add(role);
                for (String user : membersOf(group)) {
                    rolesOf.computeIfAbsent(user, ignored -> new TreeSet<>()).add(role);
                }
            }
        }

        private List<String> membersOf(JsonNode group) {
            List<String> ids = new ArrayList<>();
            for (JsonNode user :
                    api.list("/groups/" + group.path("id").asText() + "/members?briefRepresentation=true")) {
                String id = user.path("id").asText();
                users.put(id, user);
                ids.add(id);
            }
            return ids;
        }

        private Member member(JsonNode user) {
            String id = user.path("id").asText();
            List<String> departments = departmentsOf.getOrDefault(id, Set.of()).stream()
                    .sorted(Comparator.comparing(paths::get))
                    .toList();
            return new Member(
                    new MemberId(id),
                    user.path("username").asText(),
                    PersonName.of(
                            user.path("firstName").asText(""),
                            user.path("lastName").asText(""),
                            user.path("username").asText()),
                    departments,
                    rolesOf.getOrDefault(id, Set.of()),
                    user.path("enabled").asBoolean());
        }

        private Department department(JsonNode group, Map<String, MemberId> byName) {
            String id = group.path("id").asText();
            List<MemberId> heads = new ArrayList<>();
            for (JsonNode name : group.path("attributes").path("heads")) {
                Optional.ofNullable(byName.get(name.asText())).ifPresent(heads::add);
            }
            return new Department(id, group.path("name").asText(), paths.getOrDefault(id, ""), parents.get(id), heads);
        }
    }
}
