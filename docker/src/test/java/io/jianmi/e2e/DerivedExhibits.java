package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Exhibit.Source;
import io.jianmi.form.testing.ReferenceModel;
import io.jianmi.form.testing.ReferenceModel.Group;
import io.jianmi.form.testing.ReferenceModel.Row;
import io.jianmi.form.testing.ReferenceModel.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Records that look at those of the {@linkplain MatrixExhibits matrix}, so that every state of every level is a source. */
final class DerivedExhibits {

    private static final List<String> SOURCES = List.of(
            "public0",
            "internal0",
            "internal1",
            "internal2",
            "internal3",
            "internal4",
            "personal0",
            "personal1",
            "personal2",
            "personal3",
            "personal4",
            "sensitive1",
            "sensitive3",
            "secret1",
            "secret3",
            "owner");

    private final Api api;
    private final String key = "derived-" + Integer.toString(Installation.number(), 36);
    private final String form;

    DerivedExhibits(Api api) {
        this.api = api;
        this.form = api.site().formPath(MatrixExhibits.APP, key);
    }

    List<Exhibit> all() {
        MatrixExhibits matrix = new MatrixExhibits(api);
        matrix.publish();
        DerivedForms.publish(api, form, definition());
        List<Exhibit> all = new ArrayList<>();
        for (String owner : List.of("sam", "rick", "sue")) {
            all.add(lookingAt(matrix.exhibit(owner)));
        }
        all.add(new RollUpExhibit(api).exhibit());
        return all;
    }

    private Exhibit lookingAt(Exhibit source) {
        String id = api.post("admin", form + "/records", Map.of("data", Map.of("ref", source.id())))
                .orFail("looking at it")
                .body()
                .path("id")
                .asText();
        JsonNode definition = api.get("designer", form).orFail("the form").body();
        Map<String, String> levels = Exhibit.levels(definition);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        SOURCES.forEach(field -> {
            values.put(looking(field), source.value(field));
            // The relation is an input too, and internal.
            String least =
                    Objects.requireNonNull(source.plan().levels().get(field)).replace("public", "internal");
            if (!least.equals(levels.get(looking(field)))) {
                throw new AssertionError(field + " is inherited as " + levels.get(looking(field)));
            }
        });
        Map<String, List<Group>> groups = DerivedForms.groups(definition);
        Map<String, Row> rows = DerivedForms.rows(groups);
        Exhibit.Plan plan = new Exhibit.Plan(form, levels, groups, Map.of(), Set.of(), values.keySet());
        ReferenceModel own = new ReferenceModel(levels);
        Exhibit.Derived derived = (person, action, field) -> SOURCES.stream()
                .filter(looked -> looking(looked).equals(field))
                .findFirst()
                .map(looked -> new Source(
                        DerivedForms.readable(own, groups, rows, person, action, "ref")
                                ? most(source, person, action, looked)
                                : State.HIDDEN,
                        source.value(looked)));
        return new Exhibit("looks at " + source.name(), plan, id, "submitted", false, rows, Map.of(), values, derived);
    }

    /** What the source's form gives him there; in a file or on paper what it lets him take out. */
    private static State most(Exhibit source, String person, String action, String field) {
        if (DerivedForms.LEAVING.contains(action)) {
            return source.model().leaving(source.groupsOf(person), source.row(person), action, field);
        }
        return source.visibleTo(person)
                ? source.model().state(source.groupsOf(person), source.row(person), "read", field)
                : State.HIDDEN;
    }

    private static String looking(String field) {
        return "see" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    private Map<String, Object> definition() {
        List<Object> fields = new ArrayList<>();
        fields.add(Map.of("key", "ref", "type", "relation", "title", "指向", "form", MatrixExhibits.FORM));
        SOURCES.forEach(field -> fields.add(
                Map.of("key", looking(field), "type", "look-up", "title", "看", "through", "ref", "field", field)));
        Map<String, String> half = new LinkedHashMap<>(Map.of("*", "read", "ref", "read"));
        half.put(looking("internal1"), "hidden");
        half.put(looking("internal2"), "masked");
        half.put(looking("personal2"), "masked");
        half.put(looking("personal3"), "reveal");
        half.put(looking("sensitive1"), "reveal");
        return DerivedForms.definition(key, fields, half, Map.of("*", "read", "ref", "hidden"));
    }

    static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    static Optional<Source> hidden() {
        return Optional.of(new Source(State.HIDDEN, text("")));
    }
}
