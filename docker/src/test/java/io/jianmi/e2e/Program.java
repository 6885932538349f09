package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.form.testing.ReferenceModel;
import io.jianmi.form.testing.ReferenceModel.Group;
import io.jianmi.form.testing.ReferenceModel.Row;
import io.jianmi.form.testing.ReferenceModel.State;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An API client that looks at records like a person, in the name under which its key is known.
 *
 * @param like people whose roles it has; what these give on rows of their own gives it nothing
 * @param purpose of the tenant
 * @param ceiling highest level that exists for it
 */
record Program(String name, List<String> like, String purpose, String ceiling) {

    private static final Map<String, String> ROLES = Map.of(
            "sue", "sales",
            "mia", "sales-manager",
            "dina", "sales-director",
            "rick", "risk",
            "fay", "finance");

    /** Of every role; under each ceiling; within and outside the purpose of what is protected. */
    static final List<Program> ALL = List.of(
            new Program("program of managers", List.of("mia", "sue"), "contract", "personal"),
            new Program("program of directors", List.of("dina", "rick", "fay"), "contract", "internal"),
            new Program("program of another purpose", List.of("mia", "rick", "dina"), "marketing", "personal"));

    /** All channels that are open to programs; {@link ApiClientTest} holds that no other route answers them. */
    static final Set<String> CHANNELS = Set.of(
            "record",
            "list",
            "shared list",
            "history",
            "definition",
            "old definition",
            "views",
            "filter",
            "nested filter",
            "figures",
            "dashboard",
            "search",
            "search everywhere",
            "found everywhere",
            "duplicates",
            "sort",
            "create",
            "compute",
            "update",
            "replace",
            "batch update",
            "batch replace",
            "batch delete",
            "batch restore",
            "export",
            "rule findings");

    /** Makes it in the tenant and lets requests in its name carry its key. */
    Program made(Api api) {
        JsonNode client = api.post(
                        "admin",
                        api.site().tenantPath() + "/api-clients",
                        Map.of(
                                "name", name,
                                "roles", like.stream().map(ROLES::get).toList(),
                                "purpose", purpose,
                                "ceiling", ceiling,
                                "perMinute", 6000))
                .orFail("making " + name)
                .body();
        api.tokens().give(name, client.path("key").asText());
        return this;
    }

    /** The same record with it among the people: in their groups, without what does not exist for it. */
    Exhibit among(Exhibit what, JsonNode definition) {
        ReferenceModel model = what.model();
        Set<String> uncovered = uncovered(definition);
        List<Group> given =
                like.stream().flatMap(person -> what.groupsOf(person).stream()).toList();
        List<Group> left = ReferenceModel.ofClient(given).stream()
                .map(group -> cut(group, model, uncovered))
                .toList();
        Set<String> scope = new HashSet<>();
        like.forEach(person -> scope.addAll(what.row(person).inScope()));
        return what.with(name, left, Row.scoped(scope.toArray(String[]::new)));
    }

    private Group cut(Group group, ReferenceModel model, Set<String> uncovered) {
        Map<String, State> words = new LinkedHashMap<>();
        group.fields().forEach((field, state) -> words.put(field, ReferenceModel.unrevealed(state)));
        model.fields().stream()
                .filter(field -> !model.exists(ceiling, uncovered, field))
                .forEach(field -> words.put(field, State.HIDDEN));
        return new Group(group.key(), group.actions(), group.deny(), words, group.replace());
    }

    /** Fields that name purposes, and not this one. */
    private Set<String> uncovered(JsonNode definition) {
        Set<String> uncovered = new HashSet<>();
        definition.path("fields").forEach(field -> {
            Set<String> purposes = new HashSet<>();
            field.at("/sensitivity/purposes").forEach(each -> purposes.add(each.asText()));
            if (!purposes.isEmpty() && !purposes.contains(purpose)) {
                uncovered.add(field.path("key").asText());
            }
        });
        return uncovered;
    }
}
