package io.jianmi.workflow.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.chart.Passage.Kind;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a chart is drawn of: one round trip. */
@Singleton
final class ChartStore {

    private static final String LOAD = """
            select i.id, i.app, i.workflow, i.workflow_version, i.initiator, i.status, i.started_at, i.ending,
            (select json_agg(json_build_array(v.node, v.status, v.outcome, v.target, v.back_to, v.opened_at, v.closed_at)
             order by v.opened_at, v.id)::text from %1$s.wf_visit v where v.instance = i.id),
            (select json_agg(json_build_array(n.entry, n.node, n.at) order by n.at, n.id)::text from %1$s.wf_timeline n
             where n.instance = i.id and n.entry in ('cc', 'skip', 'end', 'reactivate')),
            (select json_agg(json_build_array(t.node, t.status, t.assignee, t.delegator, coalesce(t.done_at, t.created_at))
             order by t.created_at, t.id)::text from %1$s.task t
             where t.record = i.record and t.instance = i.id and t.kind in ('WORK', 'AGAIN') and t.status in ('OPEN', 'DONE'))
            from %1$s.wf_instance i where i.record = $1 and i.form = $2 order by i.started_at desc limit 1
            """;

    private final Pool pool;

    ChartStore(Pool pool) {
        this.pool = pool;
    }

    /** @param passages in no order, the start's among them */
    record Charted(
            Instance instance, InstanceStatus status, Instant startedAt, List<Passage> passages, List<Worker> workers) {

        boolean running() {
            return status == InstanceStatus.RUNNING;
        }
    }

    /**
     * Somebody at a step.
     *
     * @param open whether he has to act; else he has
     * @param delegator for whom; null: in his own name
     * @param at when he acted, or was asked
     */
    record Worker(
            String node,
            boolean open,
            String assignee,
            @Nullable String delegator,
            Instant at) {}

    /** The newest instance of the record; empty when none ever ran. */
    Uni<Optional<Charted>> newest(TenantKey tenant, String form, UUID record) {
        return pool.preparedQuery(LOAD.formatted("\"" + tenant.schema() + "\""))
                .execute(Tuple.of(record, form))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(read(rows.iterator().next(), form, record)));
    }

    private static Charted read(Row row, String form, UUID record) {
        Instance instance = new Instance(
                row.getUUID(0),
                new WorkflowRef(row.getString(1), row.getString(2), row.getInteger(3)),
                form,
                record,
                new MemberId(row.getString(4)));
        InstanceStatus status = InstanceStatus.valueOf(row.getString(5));
        List<Passage> passages = list(row.getString(8), ChartStore::visit);
        passages.addAll(list(row.getString(9), ChartStore::note));
        // What an end sets is stored before the instance counts as completed.
        if (row.getString(7) != null && status == InstanceStatus.RUNNING) {
            passages.add(Passage.open(row.getString(7), Instant.MAX));
        }
        return new Charted(
                instance,
                status,
                row.getOffsetDateTime(6).toInstant(),
                passages,
                list(
                        row.getString(10),
                        task -> new Worker(
                                task.path(0).asText(),
                                task.path(1).asText().equals("OPEN"),
                                task.path(2).asText(),
                                task.path(3).textValue(),
                                at(task.path(4)))));
    }

    private static Passage visit(JsonNode visit) {
        String node = visit.path(0).asText();
        Instant since = at(visit.path(5));
        Instant left = visit.path(6).isNull() ? null : at(visit.path(6));
        String outcome = visit.path(2).asText("");
        Optional<String> target = Optional.ofNullable(visit.path(3).textValue());
        return switch (visit.path(1).asText()) {
            case "OPEN" -> Passage.open(node, since);
            case "CLOSED" -> new Passage(node, since, left, Kind.STOPPED, Optional.empty());
            default ->
                new Passage(node, since, left, kind(outcome, visit.path(4).isTextual()), target);
        };
    }

    private static Kind kind(String outcome, boolean handsBack) {
        return switch (outcome) {
            case "reject" -> Kind.REJECTED;
            case "return" -> handsBack ? Kind.STRAIGHT_BACK : Kind.BACK;
            case "takeBack" -> Kind.BACK;
            default -> Kind.PASSED;
        };
    }

    private static Passage note(JsonNode note) {
        String node = note.path(1).asText();
        Instant at = at(note.path(2));
        return note.path(0).asText().equals("reactivate")
                ? new Passage(node, at, at, Kind.BACK, Optional.of(node))
                : Passage.passed(node, at, at);
    }

    private static Instant at(JsonNode time) {
        return OffsetDateTime.parse(time.asText()).toInstant();
    }

    private static <T> List<T> list(@Nullable String json, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        if (json != null) {
            Json.parse(json).forEach(item -> list.add(read.apply(item)));
        }
        return list;
    }
}
