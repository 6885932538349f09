package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import io.jianmi.e2e.Channel.Told;
import java.util.Map;
import java.util.UUID;

/** What somebody reads of a record of which he was told. That he was told stands in the database, whatever he may know of it. */
final class NotificationChannel {

    private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff");

    private NotificationChannel() {}

    static Map<String, Told> told(Api api, String who, Exhibit what) {
        if (!what.form().equals(DemoCrm.CUSTOMER_FORM)) {
            return Map.of();
        }
        String me =
                api.get(who, "/api/v1/me").orFail("who I am").body().path("id").asText();
        String form = what.form().substring(what.form().lastIndexOf('/') + 1);
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("""
                    insert into t_demo.notification (id, member, kind, cause, actor, at, form, record, listed)
                    values (?, ?, 'mentioned', ?, 'system', now(), ?, ?::uuid, true)
                    """, NEWEST, me, UUID.randomUUID(), form, what.id());
            Api.Result answer =
                    api.get(who, new Bell(api).address() + "?limit=1").orFail("notifications");
            JsonNode title = answer.body().at("/items/0/record/title");
            sql.run("delete from t_demo.notification where id = ?", NEWEST);
            JsonNode shown = title.asText().isEmpty() ? Json.NODES.missingNode() : title;
            return Map.of("name", Told.of(answer, shown));
        }
    }
}
