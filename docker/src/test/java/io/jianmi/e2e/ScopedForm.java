package io.jianmi.e2e;

import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import io.jianmi.form.testing.ReferenceModel;
import io.jianmi.form.testing.ReferenceModel.Group;
import io.jianmi.form.testing.ReferenceModel.Row;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A form whose groups let different records be stored, with a workflow for those marked {@code return}; new in every run. */
final class ScopedForm {

    private static final Map<String, Set<String>> GROUPS = Map.of(
            "sam", Set.of("north", "notes"),
            "sue", Set.of("north", "notes"),
            "mia", Set.of("own"),
            "rick", Set.of("south"),
            "admin", Set.of("all"));

    private final Api api;
    private final String app;
    private final String form;
    private final String key;

    ScopedForm(Api api) {
        this.api = api;
        this.key = "scoped-" + Integer.toString(Installation.number(), 36);
        this.app = api.site().tenantPath() + "/apps/" + MatrixExhibits.APP;
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        publish(form, definition());
        publish(app + "/workflows/" + key, workflow());
    }

    private void publish(String address, Map<String, Object> definition) {
        api.put("designer", address + "/draft", definition).orFail("drafting");
        api.post("designer", address + "/publish", "{}").orFail("publishing");
    }

    String records() {
        return form + "/records";
    }

    ReferenceModel model() {
        return new ReferenceModel(Map.of("region", "internal", "note", "internal"));
    }

    List<Group> groups(String person) {
        Map<String, Group> all = ReferenceModel.groups(Json.MAPPER.valueToTree(definition()));
        return GROUPS.getOrDefault(person, Set.of()).stream().map(all::get).toList();
    }

    Row row(String person) {
        return Row.scoped(GROUPS.getOrDefault(person, Set.of()).toArray(String[]::new));
    }

    /** Groups that let a record of this region be stored, by the words of the definition. */
    static Set<String> admitting(String region, boolean own) {
        Set<String> keys = new HashSet<>(Set.of("notes", "all"));
        if (region.equals("north")) {
            keys.add("north");
        }
        if (region.equals("south")) {
            keys.add("south");
        }
        if (own) {
            keys.add("own");
        }
        return keys;
    }

    private Map<String, Object> definition() {
        List<String> storing = List.of("create", "read", "update", "delete", "restore");
        return Map.of(
                "kind",
                "form",
                "key",
                key,
                "title",
                "写入范围",
                "fields",
                List.of(text("region"), text("note")),
                "permissionGroups",
                List.of(
                        group("north", "sales", storing, "region = \"north\"", Map.of("*", "edit")),
                        group("notes", "sales", List.of("read", "update"), "", Map.of("*", "read", "note", "edit")),
                        group("south", "risk", storing, "region = \"south\"", Map.of("*", "edit")),
                        group("own", "sales-manager", storing, "createdBy = user.id", Map.of("*", "edit")),
                        group("all", "admin", storing, "", Map.of("*", "edit"))));
    }

    private static Map<String, Object> text(String field) {
        return Map.of("key", field, "type", "text", "title", field, "sensitivity", Map.of("level", "internal"));
    }

    private static Map<String, Object> group(
            String key, String role, List<String> actions, String writeScope, Map<String, String> fields) {
        Map<String, Object> group = new LinkedHashMap<>(Map.of(
                "key", key,
                "title", key,
                "members", Map.of("roles", List.of(role)),
                "actions", actions,
                "fields", fields));
        if (!writeScope.isEmpty()) {
            group.put("writeScope", writeScope);
        }
        return group;
    }

    /** The step lets the region be changed whatever the groups say; what it returns goes to the initiator. */
    private Map<String, Object> workflow() {
        return Map.of(
                "kind",
                "workflow",
                "key",
                key,
                "title",
                "写入范围",
                "form",
                key,
                "startWhen",
                "note = \"return\"",
                "nodes",
                List.of(
                        Map.of("key", "submit", "type", "start", "title", "提交"),
                        Map.of(
                                "key", "look",
                                "type", "approval",
                                "title", "查看",
                                "assignees", Map.of("roles", List.of("finance")),
                                "sign", Map.of("mode", "any"),
                                "fields", Map.of("*", "edit"),
                                "actions", List.of("approve", "return"),
                                "return", Map.of("to", List.of("start"))),
                        Map.of("key", "done", "type", "end")),
                "edges",
                List.of(Map.of("from", "submit", "to", "look"), Map.of("from", "look", "to", "done")));
    }
}
