package io.jianmi.workflow.task;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.outbox.Parked;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.act.Trail;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.instance.Ending;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.WorkflowProblem;
import io.jianmi.workflow.instance.WorkflowTopic;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.ReturnRule;
import io.jianmi.workflow.task.LoadedInstance.Awaited;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act on an instance as a whole does: guarded writes and messages, computed from what was read. Pure.
 *
 * @param node at which the timeline notes it
 * @param awaiting who was reminded
 */
record InstancePlan(List<Write> writes, List<OutboxMessage> messages, String node, List<Awaiting> awaiting) {

    /** Somebody who has to act. */
    record Awaiting(UUID task, MemberId assignee) {}

    /** @throws ProblemException when what the command says cannot be done; whether it may be done was asked before */
    static InstancePlan of(LoadedInstance loaded, ActOnInstance command, TenantKey tenant, Instant at) {
        Builder builder = new Builder(loaded, tenant, at.atOffset(ZoneOffset.UTC));
        return switch (command.act()) {
            case REMIND -> builder.remind(command);
            case WITHDRAW -> builder.end(InstanceStatus.WITHDRAWN);
            case TERMINATE -> builder.end(InstanceStatus.TERMINATED);
            case REACTIVATE -> builder.reactivate(command);
            case APPROVE,
                    REJECT,
                    RETURN,
                    TRANSFER,
                    ADD_SIGNER,
                    REMOVE_SIGNER,
                    SAVE,
                    TAKE_BACK,
                    REASSIGN,
                    TIME_OUT,
                    AUTO_REMIND,
                    DELEGATE -> throw new IllegalArgumentException("an act on a task is no act on the instance");
        };
    }

    /** It ends without anybody's act: what it was started for is over. */
    static InstancePlan terminate(LoadedInstance loaded, TenantKey tenant, Instant at) {
        return new Builder(loaded, tenant, at.atOffset(ZoneOffset.UTC)).end(InstanceStatus.TERMINATED);
    }

    private static final class Builder {

        private final LoadedInstance loaded;
        private final TenantKey tenant;
        private final String schema;
        private final OffsetDateTime now;
        private final List<Write> writes = new ArrayList<>();

        Builder(LoadedInstance loaded, TenantKey tenant, OffsetDateTime now) {
            this.loaded = loaded;
            this.tenant = tenant;
            this.schema = "\"" + tenant.schema() + "\"";
            this.now = now;
        }

        InstancePlan remind(ActOnInstance command) {
            List<Awaited> wanted = loaded.awaited().stream()
                    .filter(task -> command.task().map(task.task()::equals).orElse(true))
                    .toList();
            List<Awaiting> people = wanted.stream()
                    .filter(task -> !task.remindedRecently())
                    .map(task -> new Awaiting(task.task(), task.assignee()))
                    .toList();
            if (people.isEmpty()) {
                throw ProblemException.of(
                        wanted.isEmpty() ? TaskProblem.ALREADY_HANDLED : TaskProblem.REMINDED_RECENTLY);
            }
            many(
                    people.size(),
                    "update %s.task set reminded_at = $2 where id = any($1) and status = 'OPEN'",
                    people.stream().map(Awaiting::task).toArray(UUID[]::new),
                    now);
            return new InstancePlan(writes, List.of(), here(), people);
        }

        /** The visits' versions keep out who decides meanwhile, the count of moves keeps out the relay. */
        InstancePlan end(InstanceStatus status) {
            many(
                    1,
                    "update %s.wf_instance set status = $2, ended_at = $3 where id = $1 and status = 'RUNNING' and moves = $4",
                    loaded.instance().id(),
                    status.name(),
                    now,
                    loaded.moves());
            List<Trail.Visit> standing = loaded.trail().visits().stream()
                    .filter(Trail.Visit::pending)
                    .toList();
            if (!standing.isEmpty()) {
                many(
                        standing.size(),
                        """
                        update %s.wf_visit v set status = 'CLOSED', wake_at = null, version = v.version + 1, closed_at = $3
                        from unnest($1::uuid[], $2::integer[]) s(id, version)
                        where v.id = s.id and v.version = s.version and v.status in ('OPEN', 'DECIDED')
                        """,
                        standing.stream().map(Trail.Visit::id).toArray(UUID[]::new),
                        standing.stream().map(Trail.Visit::version).toArray(Integer[]::new),
                        now);
            }
            writes.addAll(Ending.over(tenant, loaded.instance()));
            UUID record = loaded.instance().record();
            // What the engine could not do is no longer wanted, and a new submission must not wait behind it.
            writes.add(Parked.again(tenant, record));
            List<OutboxMessage> messages = loaded
                    .trail()
                    .newest()
                    .map(visit -> WorkflowTopic.cancel(record, loaded.instance().id(), Token.parse(visit.token())))
                    .stream()
                    .toList();
            return new InstancePlan(writes, messages, here(), List.of());
        }

        /** The engine's instance is gone: a new one begins at the step, with the visit's people found anew. */
        InstancePlan reactivate(ActOnInstance command) {
            String node = command.node().orElseGet(this::here);
            String start = loaded.workflow().start().key();
            String key = node.equals(ReturnRule.START) ? start : node;
            boolean waits = loaded.workflow()
                    .node(key)
                    .filter(found -> found.duty() instanceof Duty.Work
                            || found.duty() instanceof Duty.Begin
                                    && loaded.workflow().returnsToStart())
                    .isPresent();
            if (!waits) {
                throw WorkflowProblem.NODE.at("/to");
            }
            // One branch alone would never be joined: all of them are walked again.
            String at = loaded.workflow().blocks().back(start, key).orElse(key);
            many(1, """
                    update %s.wf_instance set status = 'RUNNING', ended_at = null, ending = null, started_in_engine = false,
                    resume_at = $2 where id = $1 and status = $3
                    """, loaded.instance().id(), at, loaded.status().name());
            return new InstancePlan(
                    writes,
                    List.of(WorkflowTopic.start(
                            loaded.instance().record(), loaded.instance().id())),
                    at,
                    List.of());
        }

        /** The step at which people stand, or stood last. */
        private String here() {
            return loaded.trail()
                    .newest()
                    .map(Trail.Visit::node)
                    .orElse(loaded.workflow().start().key());
        }

        private void many(int rows, String sql, @Nullable Object... values) {
            writes.add(Write.many(sql.formatted(schema), Tuples.of(values), rows));
        }
    }
}
