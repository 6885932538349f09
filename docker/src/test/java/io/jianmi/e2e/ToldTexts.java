package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import io.jianmi.e2e.Channel.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What workflows tell, each text being computed of one field. That he was told stands in the database, whatever he may know of it. */
final class ToldTexts {

    private ToldTexts() {}

    /** In the list behind the bell. Expressions know no derived fields. */
    static Map<String, Told> shown(Api api, String who, Exhibit what) {
        if (what.derived() != Exhibit.Derived.NONE) {
            return Map.of();
        }
        String me =
                api.get(who, "/api/v1/me").orFail("who I am").body().path("id").asText();
        List<String> fields = List.copyOf(what.values().keySet());
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            for (int i = 0; i < fields.size(); i++) {
                tell(sql, id(i), me, what, fields.get(i));
            }
            Api.Result answer = api.get(who, new Bell(api).address() + "?limit=" + fields.size())
                    .orFail("notifications");
            sql.run("delete from t_demo.notification where id >= ?", id(0));
            return told(fields, answer);
        }
    }

    /** Of these the last is the newest there is. */
    private static UUID id(int place) {
        return UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffff%04x".formatted(place));
    }

    private static Map<String, Told> told(List<String> fields, Api.Result answer) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        answer.body().path("items").forEach(item -> items.put(item.path("id").asText(), item));
        Map<String, Told> told = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            JsonNode text = items.getOrDefault(id(i).toString(), Json.NODES.missingNode())
                    .path("text");
            told.put(fields.get(i), new Told(Told.text(answer), Optional.empty(), "", text.isObject()));
        }
        return told;
    }

    /** The text is the value itself, where that is a text: so its trace would be found with somebody who does not read it. */
    static void tell(Sql sql, UUID id, String member, Exhibit what, String field) {
        String text = what.value(field).isTextual() ? what.value(field).asText() : "句" + field;
        sql.run(
                """
                insert into t_demo.notification (id, member, kind, cause, actor, at, form, record, text, listed, reads)
                values (?, ?, 'workflow-told', ?, 'system', now(), ?, ?::uuid, ?::jsonb, true, array[?])
                """,
                id,
                member,
                UUID.randomUUID(),
                what.formKey(),
                what.id(),
                Json.write(Json.NODES.objectNode().put("zh-CN", text)),
                field);
    }
}
