package io.jianmi.template.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.util.List;
import java.util.TreeSet;

/** What answers tell of a template. */
public final class TemplateViews {

    private TemplateViews() {}

    /** For a list: {@code id version title description app forms workflows dashboards levels roles}. */
    public static ObjectNode summary(TemplateFolder template) {
        TemplateLabel label = TemplateLabel.of(template);
        ObjectNode view = Json.NODES.objectNode().put("id", template.id()).put("version", template.version());
        view.set("title", template.title());
        view.set("description", template.description());
        view.put("app", template.app());
        ArrayNode forms = titles(view.putArray("forms"), template.forms());
        for (int i = 0; i < forms.size(); i++) {
            ((ObjectNode) forms.get(i))
                    .put("fields", template.forms().get(i).path("fields").size());
        }
        titles(view.putArray("workflows"), template.workflows());
        titles(view.putArray("dashboards"), template.dashboards());
        ObjectNode levels = view.putObject("levels");
        label.levels().forEach(levels::put);
        ArrayNode roles = view.putArray("roles");
        new TreeSet<>(label.roles()).forEach(roles::add);
        return view;
    }

    /** The summary, and of each form what it asks for: {@code fields} as a list of {@code key title type level}. */
    public static ObjectNode whole(TemplateFolder template) {
        ObjectNode view = summary(template);
        for (int i = 0; i < template.forms().size(); i++) {
            ArrayNode fields = ((ObjectNode) view.path("forms").get(i)).putArray("fields");
            for (JsonNode field : template.forms().get(i).path("fields")) {
                ObjectNode told = titled(fields.addObject(), field)
                        .put("type", field.path("type").asText());
                told.put("level", field.path("sensitivity").path("level").asText("internal"));
            }
        }
        return view;
    }

    private static ArrayNode titles(ArrayNode into, List<ObjectNode> definitions) {
        definitions.forEach(definition -> titled(into.addObject(), definition));
        return into;
    }

    private static ObjectNode titled(ObjectNode into, JsonNode definition) {
        into.set("key", definition.path("key"));
        into.set("title", definition.path("title"));
        return into;
    }
}
