package io.jianmi.workflow.task;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.instance.Instance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The system itself ends an instance: as an administrator would, in nobody's name. Pure.
 *
 * @param writes those of the plan and the note in the timeline
 * @param told what the audit entry says of it
 */
record SystemEnd(InstancePlan plan, List<Write> writes, Map<String, Object> told) {

    /**
     * @param entry id of the note and of the audit entry
     * @param did why, as the timeline keeps it
     */
    static SystemEnd of(LoadedInstance loaded, TenantKey tenant, Instant now, UUID entry, String did) {
        Instance instance = loaded.instance();
        InstancePlan plan = InstancePlan.terminate(loaded, tenant, now);
        List<Write> writes = new ArrayList<>(plan.writes());
        writes.add(Write.one(
                """
                insert into "%s".wf_timeline (id, instance, record, at, entry, node, actor, did)
                values ($1, $2, $3, $4, 'terminate', $5, $6, $7)
                """.formatted(tenant.schema()),
                Tuples.of(
                        entry,
                        instance.id(),
                        instance.record(),
                        now.atOffset(ZoneOffset.UTC),
                        plan.node(),
                        MemberId.SYSTEM.value(),
                        did)));
        return new SystemEnd(
                plan,
                List.copyOf(writes),
                Map.of(
                        "record", instance.record().toString(),
                        "form", instance.form(),
                        "node", plan.node(),
                        "instance", instance.id().toString()));
    }

    /** What the audit entry says, with something more. */
    Map<String, Object> toldWith(String key, Object value) {
        Map<String, Object> all = new HashMap<>(told);
        all.put(key, value);
        return all;
    }
}
