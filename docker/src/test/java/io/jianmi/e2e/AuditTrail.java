package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Site;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import java.util.List;

/** The entries that one request left, numbered or not yet, straight from the tables. */
final class AuditTrail {

    private static final String ENTRIES = """
            select json_build_object('act', action, 'actor', actor, 'obj', object, 'allowed', allowed,
              'ctx', canonical::json -> 'ctx')::text from t_demo.audit_entry where canonical like '%' || ? || '%'
            union all
            select json_build_object('act', action, 'actor', actor, 'obj', object, 'allowed', allowed,
              'ctx', ctx::json)::text from t_demo.audit_pending where ctx like '%' || ? || '%'
            """;

    private static final int TRIES = 30;

    private final Site site;

    AuditTrail(Site site) {
        this.site = site;
    }

    static String request(Api.Result answer) {
        return answer.headers().firstValue("x-request-id").orElseThrow();
    }

    /** What stands there at this moment. */
    List<JsonNode> now(Api.Result answer) {
        try (Sql sql = Sql.open(site, "jianmi")) {
            String request = request(answer);
            return sql.texts(ENTRIES, request, request).stream()
                    .map(Json::parse)
                    .toList();
        }
    }

    /** What stands there within a moment: reading leaves its trace shortly after. */
    List<JsonNode> soon(Api.Result answer) {
        List<JsonNode> found = now(answer);
        for (int i = 0; i < TRIES && found.isEmpty(); i++) {
            Installation.pause(100);
            found = now(answer);
        }
        return found;
    }
}
