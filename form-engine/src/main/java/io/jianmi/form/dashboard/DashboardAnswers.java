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
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.field.OrgValue;
import io.jianmi.form.record.RecordAggregates.Answer;
import io.jianmi.form.record.RecordAggregates.Question;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

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

    /** What is unknown to him was left out before; what became so meanwhile is left out now. */
    void put(ObjectNode widgets, Question question, Answer answer, Actor actor) {
        if (answer instanceof Answer.Withheld withheld) {
            widgets.set(question.key(), withheld(withheld.finding()));
        } else if (answer instanceof Answer.TooSlow) {
            widgets.set(question.key(), withheld(Finding.error("dashboard.too-slow", "")));
        } else if (answer instanceof Answer.Groups groups) {
            widgets.set(question.key(), groups(question, groups, actor));
        }
    }

    private ObjectNode groups(Question question, Answer.Groups told, Actor actor) {
        ObjectNode answer = Json.NODES.objectNode();
        ArrayNode groups = answer.putArray("groups");
        Org org = directory.of(actor.tenant());
        told.groups().forEach(group -> groups.add(group(question, group, org)));
        return answer.put("more", told.more()).put("few", told.few()).put("narrows", told.narrows());
    }

    private static ObjectNode group(Question question, Group group, Org org) {
        ObjectNode written = Json.NODES.objectNode();
        ArrayNode keys = written.putArray("keys");
        List<Dimension> dimensions = question.query().dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            keys.add(key(
                    group.keys().get(i),
                    named(question.form(), dimensions.get(i).field()),
                    org));
        }
        ArrayNode values = written.putArray("values");
        for (int i = 0; i < group.values().size(); i++) {
            values.add(value(
                    group.values().get(i), question.query().measures().get(i).aggregate()));
        }
        return written;
    }

    private static JsonNode key(Optional<String> key, Optional<OrgValue.Unit> named, Org org) {
        if (key.isEmpty()) {
            return Json.NODES.nullNode();
        }
        String id = key.get();
        return named.<JsonNode>map(unit -> Json.NODES
                        .objectNode()
                        .put("id", id)
                        .put(
                                "name",
                                unit == OrgValue.Unit.MEMBER
                                        ? org.nameOf(id)
                                        : org.department(id)
                                                .map(Department::name)
                                                .orElse(id)))
                .orElseGet(() -> Json.NODES.textNode(id));
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
