package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;

/** What a stored record and its reader depend on in a compiled form: where values stand, how they are sealed and found, what is computed. */
final class FormSummary {

    private FormSummary() {}

    static JsonNode of(CompiledForm form) {
        ObjectNode summary = Json.NODES.objectNode().put("key", form.key());
        ObjectNode fields = summary.putObject("fields");
        form.everyField().forEach(field -> fields.set(field.path(), field(field)));
        form.formulas().forEach(field -> summary.withArray("/formulas").add(field.path()));
        summary.put("rules", form.rules().size());
        ArrayNode views = summary.putArray("views");
        form.views().forEach(view -> views.add(view.key()));
        ObjectNode groups = summary.putObject("groups");
        form.access().groups().forEach(group -> {
            ObjectNode one = groups.putObject(group.key()).put("scope", group.scope() != null);
            ArrayNode actions = one.putArray("actions");
            group.actions().stream().map(action -> action.key()).sorted().forEach(actions::add);
        });
        table(form.table(), summary.putObject("tables"));
        summary.put("title", form.titleField().map(CompiledField::key).orElse(""));
        return summary;
    }

    private static ObjectNode field(CompiledField field) {
        ObjectNode json = Json.NODES
                .objectNode()
                .put("type", field.type().type().key())
                .put("level", field.level().key())
                .put("mask", field.tag().masker().id().value())
                .put("required", field.required())
                .put("how", field.derived() ? "derived" : field.computed() ? "computed" : "typed");
        field.indexes()
                .forEach(index -> json.withArray("/indexes")
                        .add(index.mode() + "/" + index.bits() + (index.unique() ? "/unique" : "")));
        field.tag().purposes().stream().sorted().forEach(json.withArray("/purposes")::add);
        return json;
    }

    private static void table(TablePlan plan, ObjectNode tables) {
        ObjectNode columns = tables.putObject(plan.name());
        plan.columns()
                .forEach(column -> columns.put(column.name(), column.type().sql()));
        plan.children().forEach(child -> table(child, tables));
    }
}
