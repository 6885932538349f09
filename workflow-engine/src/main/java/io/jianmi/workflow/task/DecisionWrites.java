package io.jianmi.workflow.task;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.record.WorkflowRecords.Edit;
import io.jianmi.form.record.WorkflowRecords.View;
import io.jianmi.workflow.compile.ParallelBlocks;
import io.jianmi.workflow.instance.WorkflowTopic;
import io.jianmi.workflow.task.LoadedTask.Visit;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The guarded writes of a decision. The visit's version makes signers of one step take turns, so that no two of them can
 * both believe that they are not the last.
 */
final class DecisionWrites {

    private final String schema;
    private final LoadedTask task;
    private final Visit visit;
    private final DecisionPlan plan;
    private final OffsetDateTime now;
    private final List<Write> writes = new ArrayList<>();

    DecisionWrites(TenantKey tenant, LoadedTask task, DecisionPlan plan, Instant now) {
        this.schema = "\"" + tenant.schema() + "\".";
        this.task = task;
        this.visit = Objects.requireNonNull(task.visit());
        this.plan = plan;
        this.now = now.atOffset(ZoneOffset.UTC);
    }

    List<Write> of(DecideTask command, UUID transferred) {
        String[] left = left();
        if (left.length > 0 && !plan.endsInstance()) {
            // Whoever closes branches holds the instance first, so that two of them never wait for each other.
            one(
                    "update {}wf_instance set status = status where id = $1 and status = 'RUNNING'",
                    task.instance().id());
        }
        if (plan.endsInstance()) {
            one(
                    "update {}wf_instance set status = 'REJECTED', ended_at = $2 where id = $1 and status = 'RUNNING'",
                    task.instance().id(),
                    now);
        }
        one(
                "update {}task set status = $2, decision = $3, done_at = $4 where id = $1 and status = 'OPEN'",
                task.id(),
                plan.taskStatus().name(),
                task.word(command.act()),
                now);
        if (plan.outcome().isPresent()) {
            one(
                    """
                    update {}wf_visit set version = version + 1, status = 'DECIDED', outcome = $3, target = $4, back_to = $5,
                    closed_at = $6 where id = $1 and version = $2 and status = 'OPEN'
                    """,
                    visit.id(),
                    visit.version(),
                    plan.outcome().get(),
                    plan.target().orElse(null),
                    plan.backTo().orElse(null),
                    now);
            if (task.siblings().size() > 1) {
                any(
                        "update {}task set status = 'CANCELLED' where visit = $1 and id <> $2 and status in ('OPEN', 'WAITING')",
                        visit.id(),
                        task.id());
            }
        } else {
            one(
                    "update {}wf_visit set version = version + 1 where id = $1 and version = $2 and status = 'OPEN'",
                    visit.id(),
                    visit.version());
        }
        plan.next()
                .ifPresent(next -> one(
                        "update {}task set status = 'OPEN', created_at = $2 where id = $1 and status = 'WAITING'",
                        next,
                        now));
        plan.transferTo().ifPresent(target -> transfer(transferred, target));
        if (left.length > 0) {
            close(left);
        }
        return writes;
    }

    /** Nodes in other branches at which nobody has to act any more. */
    private String[] left() {
        ParallelBlocks blocks = task.workflow().blocks();
        return (plan.endsInstance()
                        ? blocks.all()
                        : plan.target()
                                .map(target -> blocks.left(task.node(), target))
                                .orElse(Set.of()))
                .toArray(String[]::new);
    }

    private void close(String[] nodes) {
        any("""
                update {}task set status = 'CANCELLED' where instance = $1 and visit <> $2 and node = any($3)
                and kind <> 'COPY' and status in ('OPEN', 'WAITING')
                """, task.instance().id(), visit.id(), nodes);
        any("""
                update {}wf_visit set status = 'CLOSED', version = version + 1 where instance = $1 and id <> $2
                and node = any($3) and status in ('OPEN', 'DECIDED')
                """, task.instance().id(), visit.id(), nodes);
    }

    /** The new row takes the place of the old one in the order of signing. */
    private void transfer(UUID id, MemberId target) {
        one("""
                insert into {}task (id, kind, status, assignee, seq, instance, visit, record, app, form, workflow,
                workflow_version, node, created_at, due_at)
                select $2, kind, 'OPEN', $3, seq, instance, visit, record, app, form, workflow, workflow_version, node,
                $4, due_at from {}task where id = $1
                """, task.id(), id, target.value(), now);
    }

    /** @param comment sealed under the person's key */
    Write timeline(UUID id, DecideTask command, Actor actor, Edit edit, View seen, Optional<byte[]> comment) {
        return Write.one(
                sql("""
                        insert into {}wf_timeline (id, instance, record, at, entry, node, actor, task, target, comment,
                        subject, seen, salt, changed, record_version, waited_ms)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                        """),
                tuple(
                        id,
                        task.instance().id(),
                        task.instance().record(),
                        now,
                        task.word(command.act()),
                        task.node(),
                        actor.id().value(),
                        task.id(),
                        plan.target()
                                .or(() -> plan.transferTo().map(MemberId::value))
                                .orElse(null),
                        comment.map(Buffer::buffer).orElse(null),
                        edit.subject().orElse(null),
                        seen.seen().toString(),
                        Buffer.buffer(seen.salt()),
                        edit.changed().toArray(String[]::new),
                        edit.version(),
                        Duration.between(task.createdAt(), now.toInstant()).toMillis()));
    }

    List<OutboxMessage> messages() {
        UUID record = task.instance().record();
        if (plan.endsInstance()) {
            return List.of(WorkflowTopic.cancel(record, visit.token()));
        }
        return plan.outcome().isPresent() ? List.of(WorkflowTopic.advance(record, visit.id())) : List.of();
    }

    private void one(String sql, @Nullable Object... values) {
        writes.add(Write.one(sql(sql), tuple(values)));
    }

    private void any(String sql, @Nullable Object... values) {
        writes.add(Write.any(sql(sql), tuple(values)));
    }

    private String sql(String text) {
        return text.replace("{}", schema);
    }

    private static Tuple tuple(@Nullable Object... values) {
        Tuple tuple = Tuple.tuple();
        for (Object value : values) {
            tuple.addValue(value);
        }
        return tuple;
    }
}
