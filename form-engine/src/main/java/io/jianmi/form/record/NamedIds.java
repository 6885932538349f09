package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.field.OrgValue;
import java.util.Optional;
import java.util.function.Function;

/** Values that are ids, told with the names of what they stand for; other values as they are written. Pure. */
final class NamedIds {

    private NamedIds() {}

    /**
     * @param value of the field in stored form
     * @param record how a record is told
     * @param file how a file is told
     */
    static JsonNode of(
            CompiledField field,
            JsonNode value,
            Org org,
            Function<JsonNode, ObjectNode> record,
            Function<JsonNode, ObjectNode> file) {
        if (value.isNull()) {
            return value;
        }
        Optional<OrgValue> unit = field.type().capability(OrgValue.class);
        if (unit.isPresent()) {
            return each(value, id -> unit(org, unit.get(), id));
        }
        if (RecordFiles.holdsFiles(field)) {
            return each(value, file);
        }
        return field.type().references().isPresent()
                ? each(value, record)
                : field.type().write(value);
    }

    /** One of which nothing else is known, or may be. */
    static ObjectNode bare(JsonNode id) {
        return Json.NODES.objectNode().put("id", id.asText());
    }

    static ObjectNode member(Org org, String id) {
        return Json.NODES.objectNode().put("id", id).put("name", org.nameOf(id));
    }

    private static ObjectNode unit(Org org, OrgValue kind, JsonNode id) {
        return kind.unit() == OrgValue.Unit.MEMBER ? member(org, id.asText()) : department(org, id);
    }

    private static ObjectNode department(Org org, JsonNode id) {
        ObjectNode out = bare(id);
        org.department(id.asText()).ifPresent(department -> out.put("name", department.name()));
        return out;
    }

    /** One id, or a list of them. */
    private static JsonNode each(JsonNode value, Function<JsonNode, ObjectNode> name) {
        if (!value.isArray()) {
            return name.apply(value);
        }
        ArrayNode out = Json.NODES.arrayNode(value.size());
        value.forEach(id -> out.add(name.apply(id)));
        return out;
    }
}
