package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.live.OwnLiveSource;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A person's own imports and exports while they run; one that is no longer among them has ended. */
@Singleton
final class LiveJobs implements OwnLiveSource {

    private final JobStore jobs;

    LiveJobs(JobStore jobs) {
        this.jobs = jobs;
    }

    @Override
    public String type() {
        return "jobs";
    }

    @Override
    public Uni<Map<String, ObjectNode>> look(TenantKey tenant, Set<String> members) {
        return jobs.open(tenant, members).map(open -> {
            Map<String, ArrayNode> lists = new HashMap<>();
            open.forEach(job -> lists.computeIfAbsent(job.actor(), member -> Json.NODES.arrayNode())
                    .add(JobDesk.summary(job)));
            Map<String, ObjectNode> states = new HashMap<>();
            for (String member : members) {
                states.put(
                        member,
                        Json.NODES.objectNode().set("open", lists.getOrDefault(member, Json.NODES.arrayNode())));
            }
            return states;
        });
    }
}
