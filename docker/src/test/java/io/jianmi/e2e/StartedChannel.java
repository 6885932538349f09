package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import io.jianmi.e2e.Channel.Told;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody reads of a record whose workflow was started by that of another, which everybody reads. That it was started stands in
 * the database, whatever he may know of it.
 */
final class StartedChannel {

    private StartedChannel() {}

    static Map<String, Told> told(Api api, String who, Exhibit what) {
        if (!what.form().equals(DemoCrm.CUSTOMER_FORM)) {
            return Map.of();
        }
        String starting = new Pointers(api).to(what.id());
        String record = starting.substring(starting.lastIndexOf('/') + 1);
        UUID entry = UUID.randomUUID();
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("""
                    insert into t_demo.wf_instance (id, app, form, record, workflow, workflow_version, status, initiator, started_at)
                    values (?, 'crm', 'pointer', ?::uuid, 'credit-approval', 1, 'COMPLETED', 'system', now())
                    """, entry, record);
            sql.run("""
                    insert into t_demo.wf_timeline (id, instance, record, at, entry, node, actor, did)
                    values (?, ?, ?::uuid, now(), 'subworkflow', 'others', 'system', 'start')
                    """, entry, entry, record);
            sql.run("""
                    insert into t_demo.wf_child (visit, seq, entry, form, record, waits, depth)
                    values (?, 0, ?, ?, ?::uuid, true, 1)
                    """, entry, entry, what.formKey(), what.id());
            Api.Result answer = api.get(who, starting + "/workflow").orFail("reading what everybody reads");
            JsonNode title = answer.body().at("/entries/0/children/0/record/title");
            sql.run("delete from t_demo.wf_child where visit = ?", entry);
            sql.run("delete from t_demo.wf_timeline where id = ?", entry);
            sql.run("delete from t_demo.wf_instance where id = ?", entry);
            JsonNode shown = title.asText().isEmpty() ? Json.NODES.missingNode() : title;
            return Map.of("name", Told.of(answer, shown));
        }
    }
}
