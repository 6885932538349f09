package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StoreProblem;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.record.AutomationRecords.Given;
import io.jianmi.form.record.TaskGrant;
import io.jianmi.form.record.WorkflowRecords;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Records as workflows see them: values in memory, versions in a table of the tenant, so that edits are guarded writes of
 * the same transaction as a decision.
 */
final class FakeRecords implements WorkflowRecords {

    private final Map<UUID, Map<String, Object>> values = new ConcurrentHashMap<>();
    private final Map<UUID, TaskGrant> lastGrant = new ConcurrentHashMap<>();

    void put(UUID record, Map<String, Object> data) {
        values.put(record, new ConcurrentHashMap<>(data));
    }

    Map<String, Object> values(UUID record) {
        return values.getOrDefault(record, Map.of());
    }

    /** What the last view of the record was built from. */
    Optional<TaskGrant> shown(UUID record) {
        return Optional.ofNullable(lastGrant.get(record));
    }

    @Override
    public Uni<Facts> facts(TenantKey tenant, String form, UUID record) {
        return Uni.createFrom().item(() -> new Facts(1, 1, "sam-id", values(record)));
    }

    @Override
    public Uni<ObjectNode> form(TenantKey tenant, String form, Set<String> fields) {
        return Uni.createFrom().item(() -> Json.NODES.objectNode().put("key", form));
    }

    @Override
    public Uni<View> view(Actor actor, String form, UUID record, TaskGrant grant) {
        return Uni.createFrom().item(() -> {
            lastGrant.put(record, grant);
            ObjectNode seen = Json.NODES.objectNode();
            grant.fields().forEach((field, access) -> seen.put(field, access.key()));
            return new View(Json.NODES.objectNode().put("id", record.toString()), 1, seen, new byte[] {1});
        });
    }

    @Override
    public Uni<Set<MemberId>> knowing(Collection<Actor> members, String form, UUID record) {
        return Uni.createFrom().item(() -> members.stream().map(Actor::id).collect(Collectors.toSet()));
    }

    @Override
    public Uni<Sight> sight(Actor actor, String form, UUID record) {
        return Uni.createFrom().item(() -> new Sight(record));
    }

    @Override
    public Uni<Map<UUID, String>> titles(Actor actor, String form, Collection<UUID> records) {
        Map<UUID, String> titles = new HashMap<>();
        records.forEach(record -> titles.put(record, "***"));
        return Uni.createFrom().item(titles);
    }

    @Override
    public Uni<ProblemException> conflict(Actor actor, String form, String index) {
        return Uni.createFrom().item(ProblemException.of(StoreProblem.LOST_RACE));
    }

    @Override
    public Uni<Edit> edit(Actor actor, String form, UUID record, ObjectNode data, TaskGrant grant, OptionalInt seen) {
        if (seen.isPresent() && seen.getAsInt() != 1) {
            return Uni.createFrom().failure(ProblemException.of(StoreProblem.LOST_RACE));
        }
        Map<String, Object> changes = new HashMap<>();
        data.properties()
                .forEach(field -> changes.put(
                        field.getKey(), new BigDecimal(field.getValue().asText())));
        return Uni.createFrom().item(change(actor.tenant(), record, changes));
    }

    @Override
    public Uni<Edit> set(TenantKey tenant, String form, UUID record, Map<String, Given> values) {
        Map<String, Object> changes = new HashMap<>();
        values.forEach((field, given) -> changes.put(field, given.value()));
        return Uni.createFrom().item(() -> change(tenant, record, changes));
    }

    private Edit change(TenantKey tenant, UUID record, Map<String, Object> changes) {
        List<Write> writes = new ArrayList<>();
        if (!changes.isEmpty()) {
            writes.add(Write.any(
                    "insert into \"%s\".test_edit (record) values ($1)".formatted(tenant.schema()), Tuple.of(record)));
            values.computeIfAbsent(record, id -> new ConcurrentHashMap<>()).putAll(changes);
        }
        return new Edit(writes, 1, List.copyOf(changes.keySet()), Optional.of(record));
    }
}
