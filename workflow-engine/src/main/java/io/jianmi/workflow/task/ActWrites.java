package io.jianmi.workflow.task;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.record.TaskReveals;
import io.jianmi.workflow.act.Trail;
import io.jianmi.workflow.compile.ParallelBlocks;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.instance.Ending;
import io.jianmi.workflow.instance.Lineage;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.instance.WorkflowTopic;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.task.ActPlan.Added;
import io.jianmi.workflow.task.ActPlan.Change;
import io.jianmi.workflow.task.ActPlan.Reopened;
import io.jianmi.workflow.task.ActPlan.Step;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The guarded writes of an act on a task. The visit's version makes signers of one step take turns, so that no two of
 * them can both believe that they are not the last.
 */
final class ActWrites {

    private final TenantKey tenant;
    private final String schema;
    private final LoadedTask task;
    private final Trail.Visit visit;
    private final ActPlan plan;
    private final OffsetDateTime now;
    private final Terms terms;
    private final List<Write> writes = new ArrayList<>();

    ActWrites(TenantKey tenant, LoadedTask task, ActPlan plan, Terms terms, Instant now) {
        this.tenant = tenant;
        this.schema = "\"" + tenant.schema() + "\".";
        this.task = task;
        this.visit = task.visit().orElseThrow();
        this.plan = plan;
        this.terms = terms;
        this.now = now.atOffset(ZoneOffset.UTC);
    }

    /**
     * @param word of the act, as tasks and timeline keep it
     */
    List<Write> of(String word, TaskAction act) {
        String[] left = left();
        instance(left);
        own(word, act);
        visit();
        change();
        add();
        plan.reopened().flatMap(Reopened::closed).ifPresent(this::close);
        if (left.length > 0) {
            closeBranches(left);
        }
        reveals();
        return writes;
    }

    /** Whoever closes branches holds the instance first, so that two of them never wait for each other. */
    private void instance(String[] left) {
        UUID id = task.instance().id();
        if (endsInstance()) {
            writes.add(Ending.rejected(tenant, id, now.toInstant()));
            writes.add(Lineage.ended(tenant, id));
        } else if (left.length > 0) {
            one("update {}wf_instance set status = status where id = $1 and status = 'RUNNING'", id);
        }
    }

    private boolean endsInstance() {
        return plan.step().filter(Step::endsInstance).isPresent();
    }

    /** Nodes in other branches at which nobody has to act any more. */
    private String[] left() {
        ParallelBlocks blocks = task.workflow().blocks();
        return (endsInstance()
                        ? blocks.all()
                        : plan.step()
                                .flatMap(Step::target)
                                .map(target -> blocks.left(task.node(), target))
                                .orElse(Set.of()))
                .toArray(String[]::new);
    }

    private void closeBranches(String[] nodes) {
        writes.add(Write.any(
                sql("""
                        update {}task set status = 'CANCELLED' where record = $4 and instance = $1 and visit <> $2
                        and node = any($3) and kind <> 'COPY' and status in ('OPEN', 'WAITING')
                        """),
                Tuples.of(
                        task.instance().id(), visit.id(), nodes, task.instance().record())));
        writes.add(Write.any(sql("""
                        update {}wf_visit set status = 'CLOSED', wake_at = null, version = version + 1 where instance = $1 and id <> $2
                        and node = any($3) and status in ('OPEN', 'DECIDED')
                        """), Tuples.of(task.instance().id(), visit.id(), nodes)));
    }

    /** What time does to a task is guarded by the moments that it saw: of two nodes one is right. */
    private void own(String word, TaskAction act) {
        boolean handled = plan.taskStatus() == TaskStatus.DONE || plan.taskStatus() == TaskStatus.TRANSFERRED;
        one(
                """
                update {}task set status = $2, decision = $3, done_at = $4, due_at = $6, remind_at = $7, timed_out_at = $8,
                reminded_at = coalesce($9, reminded_at), chosen = string_to_array($12, ',') where id = $1 and status = $5
                and remind_at is not distinct from $10 and timed_out_at is not distinct from $11
                """,
                task.id(),
                plan.taskStatus().name(),
                handled ? word : null,
                handled ? now : null,
                task.status().name(),
                utc(terms.own().dueAt()),
                utc(terms.own().remindAt()),
                utc(terms.own().timedOutAt()),
                act == TaskAction.AUTO_REMIND ? now : null,
                utc(task.timing().remindAt()),
                utc(task.timing().timedOutAt()),
                act == TaskAction.APPROVE && !plan.targets().isEmpty() ? String.join(",", plan.targets()) : null);
    }

    /** A task that may be opened again by taking back has closed what it had opened of the record. */
    private void reveals() {
        List<UUID> closed = new ArrayList<>();
        if (plan.taskStatus() != TaskStatus.OPEN) {
            closed.add(task.id());
        }
        plan.changes().stream()
                .filter(change -> change.from() == TaskStatus.OPEN)
                .forEach(change -> closed.add(change.task()));
        boolean may = task.work().flatMap(work -> work.view().reveal()).isPresent();
        if (may && !closed.isEmpty()) {
            writes.addAll(TaskReveals.end(tenant, closed, now.toInstant()));
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private void visit() {
        if (plan.step().isPresent()) {
            Step step = plan.step().get();
            one(
                    """
                    update {}wf_visit set version = version + 1, status = 'DECIDED', outcome = $3, target = $4, back_to = $5,
                    closed_at = $6 where id = $1 and version = $2 and status = 'OPEN'
                    """,
                    visit.id(),
                    visit.version(),
                    step.outcome(),
                    step.target().orElse(null),
                    step.backTo().orElse(null),
                    now);
        } else if (plan.reopened().isPresent()) {
            // What a return had noted as the way back is void with it.
            one("""
                    update {}wf_visit set version = version + 1, status = 'OPEN', target = null, closed_at = null, outcome = null,
                    back_to = case outcome when 'return' then null else back_to end
                    where id = $1 and version = $2 and status = $3
                    """, visit.id(), visit.version(), visit.status().name());
        } else {
            one(
                    "update {}wf_visit set version = version + 1 where id = $1 and version = $2 and status = 'OPEN'",
                    visit.id(),
                    visit.version());
        }
    }

    /** A task that begins to stand has come just now, and its term begins. */
    private void change() {
        List<Change> changes = plan.changes();
        if (!changes.isEmpty()) {
            many(
                    changes.size(),
                    """
                    update {}task t set status = c.now, decision = c.decision,
                    created_at = case c.now when 'OPEN' then $5::timestamptz else t.created_at end,
                    due_at = case c.now when 'OPEN' then $6::timestamptz else t.due_at end,
                    remind_at = case c.now when 'OPEN' then $7::timestamptz else t.remind_at end,
                    timed_out_at = case c.now when 'OPEN' then null else t.timed_out_at end
                    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) c(id, was, now, decision)
                    where t.id = c.id and t.status = c.was
                    """,
                    array(changes, UUID[]::new, Change::task),
                    array(changes, String[]::new, change -> change.from().name()),
                    array(changes, String[]::new, change -> change.to().name()),
                    array(changes, String[]::new, Change::decision),
                    now,
                    utc(terms.fresh().dueAt()),
                    utc(terms.fresh().remindAt()));
        }
    }

    /** What a node's task is, an added signer's is too: he sees and may what the node says, and no more. */
    private void add() {
        List<Added> added = plan.added();
        if (!added.isEmpty()) {
            many(
                    added.size(),
                    """
                    insert into {}task (id, kind, status, assignee, seq, seat, rank, added, origin, instance, visit, record,
                    app, form, workflow, workflow_version, node, created_at, delegator, due_at, remind_at, timed_out_at)
                    select a.id, t.kind, a.status, a.assignee, a.seq, a.seat, a.rank, a.added, a.origin, t.instance, t.visit,
                    t.record, t.app, t.form, t.workflow, t.workflow_version, t.node, $10, a.delegator,
                    case a.status when 'OPEN' then $12::timestamptz end, case a.status when 'OPEN' then $13::timestamptz end,
                    case a.status when 'OPEN' then $14::timestamptz end
                    from {}task t, unnest($2::uuid[], $3::text[], $4::text[], $5::integer[], $6::uuid[], $7::float8[],
                    $8::uuid[], $9::uuid[], $11::text[])
                    a(id, status, assignee, seq, seat, rank, added, origin, delegator) where t.id = $1
                    """,
                    task.id(),
                    array(added, UUID[]::new, Added::id),
                    array(added, String[]::new, one -> one.status().name()),
                    array(added, String[]::new, one -> one.assignee().value()),
                    array(added, Integer[]::new, Added::turn),
                    array(added, UUID[]::new, Added::seat),
                    array(added, Double[]::new, Added::rank),
                    array(added, UUID[]::new, Added::asker),
                    array(added, UUID[]::new, Added::origin),
                    now,
                    array(
                            added,
                            String[]::new,
                            one -> Optional.ofNullable(one.delegator())
                                    .map(MemberId::value)
                                    .orElse(null)),
                    utc(terms.added().dueAt()),
                    utc(terms.added().remindAt()),
                    utc(terms.added().timedOutAt()));
        }
    }

    /** The step to which the decision had led is over without anybody having acted. */
    private void close(UUID next) {
        Trail.Visit closed = task.trail().newest().orElseThrow();
        one("""
                update {}wf_visit set version = version + 1, status = 'DECIDED', outcome = 'takeBack', target = $3,
                closed_at = $4 where id = $1 and version = $2 and status = 'OPEN'
                """, next, closed.version(), task.node(), now);
        writes.add(Write.any(
                sql(
                        "update {}task set status = 'CANCELLED' where record = $2 and visit = $1 and status in ('OPEN', 'WAITING')"),
                Tuple.of(next, task.instance().record())));
    }

    List<OutboxMessage> messages() {
        UUID record = task.instance().record();
        Optional<UUID> closed = plan.reopened().flatMap(Reopened::closed);
        if (closed.isPresent()) {
            return List.of(WorkflowTopic.advance(record, closed.get()));
        }
        return plan
                .step()
                .map(step -> step.endsInstance()
                        ? WorkflowTopic.cancel(record, task.instance().id(), Token.parse(visit.token()))
                        : WorkflowTopic.advance(record, visit.id()))
                .stream()
                .toList();
    }

    private void one(String sql, @Nullable Object... values) {
        many(1, sql, values);
    }

    private void many(int rows, String sql, @Nullable Object... values) {
        writes.add(Write.many(sql(sql), Tuples.of(values), rows));
    }

    private String sql(String text) {
        return text.replace("{}", schema);
    }

    private static <T, A> @Nullable A[] array(
            Collection<T> items, IntFunction<@Nullable A[]> array, Function<T, @Nullable A> of) {
        return items.stream().map(of).toArray(array);
    }
}
