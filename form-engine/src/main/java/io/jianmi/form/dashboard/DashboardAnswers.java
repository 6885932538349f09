package io.jianmi.form.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Department;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.aggregate.Dimension;
import io.jianmi.form.aggregate.Group;
import io.jianmi.form.aggregate.Groupable;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.field.OrgValue;
import io.jianmi.form.record.RecordAggregates.Answer;
import io.jianmi.form.record.RecordAggregates.Question;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How answers to the widgets of a dashboard are written. */
@Singleton
final class DashboardAnswers {

    private final OrgDirectory directory;

    DashboardAnswers(OrgDirectory directory) {
        this.directory = directory;
    }

    /** In place of figures. */
    static ObjectNode withheld(Finding finding) {
        ObjectNode answer = Json.NODES.objectNode();
        answer.putObject("withheld").put("code", finding.code()).put("pointer", finding.pointer());
        return answer;
    }

    /**
     * What keys are called.
     *
     * @param titles of records that the reader may know of
     */
    record Names(Org org, Map<UUID, String> titles) {}

    Names names(Actor actor, Map<UUID, String> titles) {
        return new Names(directory.of(actor.tenant()), titles);
    }

    /** What is unknown to him was left out before; what became so meanwhile is left out now. */
    static void put(ObjectNode widgets, Question question, Answer answer, Names names) {
        if (answer instanceof Answer.Withheld withheld) {
            widgets.set(question.key(), withheld(withheld.finding()));
        } else if (answer instanceof Answer.TooSlow) {
            widgets.set(question.key(), withheld(Finding.error("dashboard.too-slow", "")));
        } else if (answer instanceof Answer.Groups groups) {
            widgets.set(question.key(), groups(question, groups, names));
        }
    }

    private static ObjectNode groups(Question question, Answer.Groups told, Names names) {
        ObjectNode answer = Json.NODES.objectNode();
        ArrayNode groups = answer.putArray("groups");
        told.groups().forEach(group -> groups.add(group(question, group, names)));
        return answer.put("more", told.more()).put("few", told.few()).put("narrows", told.narrows());
    }

    private static ObjectNode group(Question question, Group group, Names names) {
        ObjectNode written = Json.NODES.objectNode();
        ArrayNode keys = written.putArray("keys");
        List<Dimension> dimensions = question.query().dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            String field = dimensions.get(i).field();
            keys.add(group.keys()
                    .get(i)
                    .map(key -> key(key, question.form(), field, names))
                    .orElseGet(Json.NODES::nullNode));
        }
        ArrayNode values = written.putArray("values");
        for (int i = 0; i < group.values().size(); i++) {
            values.add(value(
                    group.values().get(i), question.query().measures().get(i).aggregate()));
        }
        return written;
    }

    private static JsonNode key(String key, CompiledForm form, String field, Names names) {
        if (Groupable.relation(form, field).isPresent()) {
            String title = names.titles().get(UUID.fromString(key));
            ObjectNode record = Json.NODES.objectNode().put("id", key);
            return title == null ? record : record.put("name", title);
        }
        return named(form, field)
                .<JsonNode>map(unit -> Json.NODES.objectNode().put("id", key).put("name", name(key, unit, names.org())))
                .orElseGet(() -> Json.NODES.textNode(key));
    }

    private static String name(String id, OrgValue.Unit unit, Org org) {
        return unit == OrgValue.Unit.MEMBER
                ? org.nameOf(id)
                : org.department(id).map(Department::name).orElse(id);
    }

    private static Optional<OrgValue.Unit> named(CompiledForm form, String key) {
        Optional<SystemField> system = SystemField.parse(key);
        if (system.isPresent()) {
            return system.filter(field -> field == SystemField.CREATED_BY || field == SystemField.UPDATED_BY)
                    .map(field -> OrgValue.Unit.MEMBER);
        }
        return form.field(key)
                .flatMap(field -> field.type().capability(OrgValue.class))
                .map(OrgValue::unit);
    }

    private static JsonNode value(Optional<String> value, Aggregate aggregate) {
        if (value.isEmpty()) {
            return Json.NODES.nullNode();
        }
        return aggregate == Aggregate.COUNT
                ? Json.NODES.numberNode(Long.parseLong(value.get()))
                : Json.NODES.textNode(value.get());
    }
}
