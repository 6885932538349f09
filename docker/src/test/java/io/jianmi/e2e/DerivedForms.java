package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.form.testing.ReferenceModel;
import io.jianmi.form.testing.ReferenceModel.Group;
import io.jianmi.form.testing.ReferenceModel.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Forms with derived fields: some people have everything there, some half of it, and some do not see the relation. */
final class DerivedForms {

    /** Actions that take values out of the system. */
    static final Set<String> LEAVING = Set.of("export", "print");

    private static final Map<String, String> GROUPS = Map.of(
            "sam", "open", "sue", "open", "mia", "open", "max", "open", "rick", "open", "rose", "open", "dina", "half",
            "paul", "half", "fay", "blind", "admin", "admin");

    private DerivedForms() {}

    static void publish(Api api, String form, Map<String, Object> definition) {
        api.put("designer", form + "/draft", definition).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    static Map<String, List<Group>> groups(JsonNode definition) {
        Map<String, Group> byKey = ReferenceModel.groups(definition);
        Map<String, List<Group>> groups = new LinkedHashMap<>();
        GROUPS.forEach((person, group) -> groups.put(person, List.of(byKey.get(group))));
        return groups;
    }

    /** Nobody's groups have a scope. */
    static Map<String, Row> rows(Map<String, List<Group>> groups) {
        Map<String, Row> rows = new LinkedHashMap<>();
        groups.forEach((person, his) -> rows.put(person, Row.scoped(his.get(0).key())));
        return rows;
    }

    /** Whether somebody reads a field of the record itself while something is done. */
    static boolean readable(
            ReferenceModel own,
            Map<String, List<Group>> groups,
            Map<String, Row> rows,
            String person,
            String action,
            String field) {
        List<Group> his = groups.getOrDefault(person, List.of());
        Row row = rows.getOrDefault(person, Row.scoped());
        boolean leaves = LEAVING.contains(action);
        return (leaves ? own.leaving(his, row, action, field) : own.state(his, row, action, field)).readable();
    }

    static Map<String, Object> definition(
            String key, List<Object> fields, Map<String, String> half, Map<String, String> blind) {
        List<String> all = List.of("create", "read", "update", "search", "export", "import", "print");
        return Map.of(
                "kind",
                "form",
                "key",
                key,
                "title",
                "派生",
                "fields",
                fields,
                "permissionGroups",
                List.of(
                        group("open", List.of("sales", "sales-manager", "risk"), all, Map.of("*", "edit")),
                        group(
                                "half",
                                List.of("sales-director", "dpo"),
                                List.of("read", "update", "export", "print"),
                                half),
                        group(
                                "blind",
                                List.of("finance"),
                                List.of("create", "read", "export", "import", "print"),
                                blind),
                        group("admin", List.of("admin"), all, Map.of("*", "edit"))));
    }

    private static Map<String, Object> group(
            String key, List<String> roles, List<String> actions, Map<String, String> fields) {
        return Map.of(
                "key", key,
                "title", key,
                "members", Map.of("roles", roles),
                "actions", actions,
                "fields", fields,
                "reveal", Map.of("purposes", List.of("contract"), "minutes", 5));
    }
}
