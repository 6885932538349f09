package io.jianmi.workflow.figure;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.figure.Decided.Stay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what figures are made of: four statements, each along an index of the workflow and the period. */
@Singleton
final class FigureStore {

    private static final String COUNTS = """
            select 'STARTED', count(*) from %1$s.wf_instance where app = $1 and workflow = $2 and started_at >= $3 and started_at < $4
            union all select 'RUNNING', count(*) from %1$s.wf_instance where app = $1 and workflow = $2 and status = 'RUNNING'
            union all select status, count(*) from %1$s.wf_instance
            where app = $1 and workflow = $2 and ended_at >= $3 and ended_at < $4 and status <> 'RUNNING' group by status
            """;

    private static final String DECIDED = """
            select t.node, t.assignee, t.created_at, t.done_at, t.visit, v.opened_at, v.closed_at
            from (select node, assignee, created_at, done_at, visit from %1$s.task where app = $1 and workflow = $2
             and kind = 'WORK' and status = 'DONE' and done_at >= $3 and done_at < $4 and decision <> 'skip'
             and ($6::text[] is null or assignee = any($6)) order by done_at desc limit $5) t
            join %1$s.wf_visit v on v.id = t.visit
            """;

    private static final String STANDING = """
            select node, assignee, count(*), count(*) filter (where due_at < $3) from %s.task
            where app = $1 and workflow = $2 and box = 'todo' and ($4::text[] is null or assignee = any($4)) group by node, assignee
            """;

    private static final String OVERDUE = """
            select id, node, assignee, due_at, form, record from %s.task
            where app = $1 and workflow = $2 and box = 'todo' and due_at < $3 and ($5::text[] is null or assignee = any($5))
            order by due_at limit $4
            """;

    private static final String ANY = """
            select exists (select from %s.task where app = $1 and workflow = $2 and kind = 'WORK' and assignee = any($3))
            """;

    private final Pool pool;

    FigureStore(Pool pool) {
        this.pool = pool;
    }

    /** @param to not in it */
    record Period(Instant from, Instant to) {}

    /** An open task whose term is over. */
    record Overdue(UUID task, String node, String assignee, Instant due, String form, UUID record) {}

    /** Begun in the period, running now, ended in the period by status; what is none is missing. */
    Uni<Map<String, Long>> counts(TenantKey tenant, WorkflowRef workflow, Period period) {
        return read(COUNTS, tenant, of(workflow, period), row -> Map.entry(row.getString(0), row.getLong(1)))
                .map(entries -> {
                    Map<String, Long> counts = new TreeMap<>();
                    entries.forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
                    return counts;
                });
    }

    /** Whether any of these members ever had a task of it. */
    Uni<Boolean> any(TenantKey tenant, WorkflowRef workflow, Whose whose) {
        return read(
                        ANY,
                        tenant,
                        Tuple.of(workflow.app(), workflow.key()).addArrayOfString(whose.parameter()),
                        row -> row.getBoolean(0))
                .map(rows -> rows.get(0));
    }

    /**
     * Decided in the period, newest first, no more than the limit. Of some people's alone a step takes as long as they had it: how long
     * others took is not theirs.
     */
    Uni<List<Decided>> decided(TenantKey tenant, WorkflowRef workflow, Period period, Whose whose, int limit) {
        return read(
                DECIDED,
                tenant,
                of(workflow, period).addInteger(limit).addArrayOfString(whose.parameter()),
                row -> decided(row, whose));
    }

    private static Decided decided(Row row, Whose whose) {
        Instant asked = row.getOffsetDateTime(2).toInstant();
        Instant at = row.getOffsetDateTime(3).toInstant();
        return new Decided(
                row.getString(0),
                row.getString(1),
                asked,
                at,
                row.getUUID(4),
                whose.everybody()
                        ? Stay.of(instant(row.getOffsetDateTime(5)), instant(row.getOffsetDateTime(6)))
                        : Stay.of(asked, at));
    }

    Uni<List<Standing>> standing(TenantKey tenant, WorkflowRef workflow, Instant now, Whose whose) {
        return read(
                STANDING,
                tenant,
                Tuple.of(workflow.app(), workflow.key(), now.atOffset(ZoneOffset.UTC))
                        .addArrayOfString(whose.parameter()),
                row -> new Standing(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)));
    }

    /** Longest overdue first. */
    Uni<List<Overdue>> overdue(TenantKey tenant, WorkflowRef workflow, Instant now, Whose whose, int limit) {
        return read(
                OVERDUE,
                tenant,
                Tuple.of(workflow.app(), workflow.key(), now.atOffset(ZoneOffset.UTC), limit)
                        .addArrayOfString(whose.parameter()),
                row -> new Overdue(
                        row.getUUID(0),
                        row.getString(1),
                        row.getString(2),
                        row.getOffsetDateTime(3).toInstant(),
                        row.getString(4),
                        row.getUUID(5)));
    }

    private static Tuple of(WorkflowRef workflow, Period period) {
        return Tuple.of(
                workflow.app(),
                workflow.key(),
                period.from().atOffset(ZoneOffset.UTC),
                period.to().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private <T> Uni<List<T>> read(String sql, TenantKey tenant, Tuple parameters, Function<Row, T> each) {
        return pool.preparedQuery(sql.formatted("\"" + tenant.schema() + "\""))
                .execute(parameters)
                .map(rows -> {
                    List<T> list = new ArrayList<>(rows.size());
                    rows.forEach(row -> list.add(each.apply(row)));
                    return list;
                });
    }
}
