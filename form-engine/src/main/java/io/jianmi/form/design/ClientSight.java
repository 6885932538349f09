package io.jianmi.form.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.form.access.AccessReasons;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import java.util.Set;
import java.util.TreeSet;

/** What an API client would have of a form on the records that show it the most, and what its terms cut. Nothing is decided here. */
final class ClientSight {

    private ClientSight() {}

    /** {@code {"app", "form", "title", "actions", "fields": [{"field", "title", "level", "access", "cut"}]}}; {@code cut} is null where nothing is. */
    static ObjectNode of(String app, CompiledForm form, Actor client) {
        AccessReasons bound = AccessReasons.best(form.access().matching(client), form.consents());
        AccessReasons free = AccessReasons.best(form.access().uncut(client), form.consents());
        ObjectNode answer = Json.NODES.objectNode().put("app", app).put("form", form.key());
        answer.set("title", form.definition().source().path("title"));
        Set<String> actions = new TreeSet<>();
        bound.actions().stream().map(RecordAction::key).forEach(actions::add);
        answer.set("actions", Json.MAPPER.valueToTree(actions));
        ArrayNode fields = answer.putArray("fields");
        for (AccessReasons.Reason reason : bound.fields()) {
            FieldAccess given = free.of(reason.field());
            if (given != FieldAccess.HIDDEN) {
                form.find(reason.field()).ifPresent(field -> fields.add(field(form, field, reason, given)));
            }
        }
        return answer;
    }

    private static ObjectNode field(
            CompiledForm form, CompiledField field, AccessReasons.Reason reason, FieldAccess given) {
        ObjectNode answer = Json.NODES
                .objectNode()
                .put("field", field.path())
                .put("level", field.level().key())
                .put("access", reason.access().key());
        answer.set(
                "title",
                form.definition().source().at(field.definition().pointer()).path("title"));
        String cut = reason.access() == given
                ? null
                : reason.cuts().stream()
                        .map(AccessReasons.Cut::cap)
                        .filter(Set.of("ceiling", "purpose")::contains)
                        .findFirst()
                        .orElse("client");
        return answer.put("cut", cut);
    }

    /** Whether any group that names one of its roles lets it do anything. */
    static boolean any(CompiledForm form, Actor client) {
        Grants free = form.access().uncut(client);
        return free.groups().stream().anyMatch(group -> !group.actions().isEmpty());
    }
}
