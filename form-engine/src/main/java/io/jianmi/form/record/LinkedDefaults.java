package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledDefault;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.Report;
import io.jianmi.form.query.RecordListRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that a new record takes from records of other forms. Each is asked as the list of that form under the rights of who fills in: what
 * he may not compute with, see or read in clear over there gives no value.
 */
@Singleton
final class LinkedDefaults {

    private final RecordLists lists;
    private final CompiledForms forms;

    LinkedDefaults(RecordLists lists, CompiledForms forms) {
        this.lists = lists;
        this.forms = forms;
    }

    /** One question, the same for all records of a batch that give it the same values. */
    private record Asked(String field, JsonNode filter) {}

    /**
     * Of each record, by field key.
     *
     * @param typed what was sent for each record, stored form
     */
    Uni<List<Map<String, JsonNode>>> of(Actor filler, CompiledForm form, List<Map<String, JsonNode>> typed) {
        List<CompiledField> linked = linked(form);
        List<Map<String, JsonNode>> all = new ArrayList<>();
        typed.forEach(record -> all.add(new LinkedHashMap<>()));
        // A visitor reads nothing, and the system fills in for nobody.
        if (linked.isEmpty() || filler.visiting() || filler.system()) {
            return Uni.createFrom().item(all);
        }
        Map<String, Object> user = UserContext.of(filler);
        Map<Asked, Optional<JsonNode>> known = new HashMap<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int i = 0; i < typed.size(); i++) {
            Map<String, JsonNode> sent = typed.get(i);
            Map<String, JsonNode> values = begun(form, user, sent);
            Map<String, JsonNode> found = all.get(i);
            for (CompiledField field : linked) {
                if (!sent.containsKey(field.key())) {
                    done = done.chain(() -> value(filler, field, values, user, known))
                            .invoke(value -> value.ifPresent(taken -> found.put(field.key(), taken)))
                            .replaceWithVoid();
                }
            }
        }
        return done.replaceWith(all);
    }

    private static List<CompiledField> linked(CompiledForm form) {
        return form.fields().stream()
                .filter(field -> field.defaultValue() instanceof CompiledDefault.Linkage)
                .toList();
    }

    /** What the record holds before anything is taken from elsewhere: what was sent, other defaults, formulas. */
    private static Map<String, JsonNode> begun(
            CompiledForm form, Map<String, Object> user, Map<String, JsonNode> sent) {
        return RecordLogic.apply(form, user, Map.of(), sent, true, false, field -> true, "")
                .values();
    }

    private Uni<Optional<JsonNode>> value(
            Actor filler,
            CompiledField field,
            Map<String, JsonNode> values,
            Map<String, Object> user,
            Map<Asked, Optional<JsonNode>> known) {
        if (!(field.defaultValue() instanceof CompiledDefault.Linkage linkage)) {
            return Uni.createFrom().item(Optional.empty());
        }
        Optional<Asked> asked = linkage.where()
                .filter(key -> values.getOrDefault(key, Json.NODES.nullNode()), user)
                .map(filter -> new Asked(field.key(), filter));
        if (asked.isEmpty() || known.containsKey(asked.get())) {
            return Uni.createFrom().item(asked.flatMap(same -> known.getOrDefault(same, Optional.empty())));
        }
        return forms.using(
                        filler.tenant(),
                        linkage.form(),
                        there -> lists.page(
                                filler,
                                there,
                                RecordListRequest.parse(
                                        newest(asked.get().filter(), linkage.field()), new ArrayList<>()),
                                new ArrayList<>()))
                .map(page -> taken(page.at("/items/0/data").path(linkage.field()), field))
                .onFailure(ProblemException.class)
                .recoverWithItem(Optional.empty())
                .invoke(value -> known.put(asked.get(), value));
    }

    private static ObjectNode newest(JsonNode filter, String field) {
        ObjectNode query = Json.NODES.objectNode().put("limit", 1);
        query.set("filter", filter);
        query.putArray("fields").add(field);
        return query;
    }

    /** The stored form of what he was shown; empty where that is a mask, nothing, or no value of this field. */
    private static Optional<JsonNode> taken(JsonNode shown, CompiledField field) {
        if (shown.isMissingNode() || shown.isNull() || shown.has("masked")) {
            return Optional.empty();
        }
        return field.read(sent(shown), new Report("", new ArrayList<>())).filter(value -> !value.isNull());
    }

    /** People, departments and records are shown with their names and sent by their ids. */
    private static JsonNode sent(JsonNode shown) {
        if (shown.has("id")) {
            return shown.get("id");
        }
        if (!shown.isArray()) {
            return shown;
        }
        ArrayNode ids = Json.NODES.arrayNode();
        shown.forEach(item -> ids.add(sent(item)));
        return ids;
    }
}
