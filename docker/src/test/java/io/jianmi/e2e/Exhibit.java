package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.testing.ReferenceModel;
import io.jianmi.form.testing.ReferenceModel.Group;
import io.jianmi.form.testing.ReferenceModel.Row;
import io.jianmi.form.testing.ReferenceModel.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record that everybody looks at through every channel.
 *
 * @param plan what is known of its form and of the people
 * @param status such as {@code submitted} or {@code trashed}
 * @param running whether a workflow runs on it
 * @param rows what each person's groups and tasks have to do with this record; nothing said: nothing
 * @param tasks the task through which a person sees it
 * @param values what it holds, in the shape of an answer to somebody who reads everything
 * @param derived which of it comes from elsewhere
 */
record Exhibit(
        String name,
        Plan plan,
        String id,
        String status,
        boolean running,
        Map<String, Row> rows,
        Map<String, TaskSeen> tasks,
        Map<String, JsonNode> values,
        Derived derived) {

    static final String TOKEN = "******";
    static final String RESTRICTED = "restricted";

    private static final int TELLING = 5;

    /**
     * A form and what people have on it.
     *
     * @param address of the form
     * @param levels level by field
     * @param groups the permission groups of each person, wherever they speak
     * @param masks what stands in place of a value by field; where nothing is said, the fixed token
     * @param indexed fields with a blind index for exact search
     * @param untyped fields that nobody types
     */
    record Plan(
            String address,
            Map<String, String> levels,
            Map<String, List<Group>> groups,
            Map<String, String> masks,
            Set<String> indexed,
            Set<String> untyped) {}

    /** What a derived field gives somebody at most while something is done, as the forms that it reads have it; empty for any other field. */
    interface Derived {

        Derived NONE = (person, action, field) -> Optional.empty();

        Optional<Source> of(String person, String action, String field);
    }

    /** @param value in the shape of an answer */
    record Source(State most, JsonNode value) {}

    /** A person's task with what its node declares. */
    record TaskSeen(String id, ReferenceModel.Task task) {}

    ReferenceModel model() {
        return new ReferenceModel(plan.levels());
    }

    String form() {
        return plan.address();
    }

    String formKey() {
        return form().substring(form().lastIndexOf('/') + 1);
    }

    String record() {
        return form() + "/records/" + id;
    }

    Set<String> indexed() {
        return plan.indexed();
    }

    Set<String> untyped() {
        return plan.untyped();
    }

    boolean trashed() {
        return status.equals("trashed");
    }

    String level(String field) {
        return plan.levels().getOrDefault(field, "");
    }

    boolean encrypted(String field) {
        return !List.of("public", "internal").contains(plan.levels().get(field));
    }

    Collection<Group> groupsOf(String person) {
        return plan.groups().getOrDefault(person, List.of());
    }

    Row row(String person) {
        return rows.getOrDefault(person, Row.scoped());
    }

    /** The same, shared with these people. */
    Exhibit received(List<String> people) {
        Map<String, Row> all = new LinkedHashMap<>(rows);
        people.forEach(person -> all.put(person, row(person).received()));
        return new Exhibit(name + ", shared", plan, id, status, running, all, tasks, values, derived);
    }

    /** The same with one more who looks at it. */
    Exhibit with(String actor, List<Group> groups, Row row) {
        Map<String, List<Group>> allGroups = new LinkedHashMap<>(plan.groups());
        allGroups.put(actor, groups);
        Map<String, Row> allRows = new LinkedHashMap<>(rows);
        allRows.put(actor, row);
        Plan more = new Plan(plan.address(), plan.levels(), allGroups, plan.masks(), plan.indexed(), plan.untyped());
        return new Exhibit(name, more, id, status, running, allRows, tasks, values, derived);
    }

    /** The same, its person having taken back what these fields rest on. */
    Exhibit withdrawing(Set<String> fields) {
        Map<String, Row> all = new LinkedHashMap<>();
        plan.groups().keySet().forEach(person -> all.put(person, row(person).withdrawing(fields)));
        return new Exhibit(name + ", withdrawn", plan, id, status, running, all, tasks, values, derived);
    }

    /** The same in the bin: only those who may take it out of there have anything to do with it. */
    Exhibit binned() {
        Map<String, Row> all = new LinkedHashMap<>(rows);
        all.keySet()
                .removeIf(person -> groupsOf(person).stream()
                        .noneMatch(group -> group.actions().contains("restore")
                                && row(person).inScope().contains(group.key())));
        return new Exhibit(name + ", in the bin", plan, id, "trashed", running, all, tasks, values, derived);
    }

    /** The same, its person's data restricted: to all these people it is as if it were not there. */
    Exhibit restricted() {
        return new Exhibit(name + ", restricted", plan, id, RESTRICTED, running, Map.of(), Map.of(), values, derived);
    }

    boolean visibleTo(String person) {
        return model().visible(groupsOf(person), row(person));
    }

    /** What the record holds there; JSON null when empty. */
    JsonNode value(String field) {
        return values.getOrDefault(field, Json.NODES.nullNode());
    }

    String mask(String field) {
        return value(field).isNull() ? "" : plan.masks().getOrDefault(field, TOKEN);
    }

    /** Texts long enough to tell this value from others. */
    List<String> traces(String field) {
        return texts(value(field));
    }

    static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        collect(value, texts);
        return texts;
    }

    private static void collect(JsonNode value, List<String> traces) {
        if (value.isTextual() && value.asText().codePoints().count() >= TELLING) {
            traces.add(value.asText());
            // Of rich text the words alone are a trace as well.
            traces.add(value.asText().replaceAll("<[^>]*>", ""));
        } else if (value.isArray()) {
            value.forEach(row -> row.properties().stream()
                    .filter(cell -> !cell.getKey().equals("id"))
                    .forEach(cell -> collect(cell.getValue(), traces)));
        }
    }

    /** Levels of the fields of a definition as the server gives it to a designer. */
    static Map<String, String> levels(JsonNode definition) {
        Map<String, String> levels = new LinkedHashMap<>();
        definition
                .path("fields")
                .forEach(field -> levels.put(
                        field.path("key").asText(),
                        field.at("/sensitivity/level").asText()));
        return levels;
    }
}
