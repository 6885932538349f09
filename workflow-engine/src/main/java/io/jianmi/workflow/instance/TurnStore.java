package io.jianmi.workflow.instance;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.assignee.Deputies;
import io.jianmi.workflow.assignee.Deputies.Deputy;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.node.Timing;
import io.jianmi.workflow.sign.Signature;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the engine's turns write, through the connection of the relay's transaction. */
final class TurnStore {

    private final TenantKey tenant;
    private final Connection connection;

    TurnStore(TenantKey tenant, Connection connection) {
        this.tenant = tenant;
        this.connection = connection;
    }

    /**
     * A decision that the engine has not followed yet.
     *
     * @param by whose act decided it
     */
    record Decided(
            Instance instance,
            String node,
            Token token,
            String outcome,
            Optional<String> target,
            Optional<String> backTo,
            MemberId by) {}

    /**
     * Whoever decided before, oldest first.
     *
     * @param delegator for whom; null: in his own name
     */
    record Deed(MemberId member, @Nullable MemberId delegator, String node, UUID visit, String decision) {

        /** Both have had their say by it. */
        Set<MemberId> people() {
            return delegator == null ? Set.of(member) : Set.of(member, delegator);
        }
    }

    /** @param at the node at which a reactivated instance goes on; empty: from the beginning */
    record Starting(Instance instance, Optional<String> at) {}

    /** Marks the instance as started; empty when it was started before or has ended. */
    Optional<Starting> start(UUID id) throws SQLException {
        return one("""
                update %s.wf_instance i set started_in_engine = true, moves = moves + 1
                where id = ? and not started_in_engine and status = 'RUNNING'
                returning i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator, i.resume_at
                """, row -> new Starting(instance(row), Optional.ofNullable(row.getString(8))), id);
    }

    /**
     * Takes a decision up; empty when that was done before or the instance has ended. The count of moves tells whoever
     * ends the instance meanwhile that it is no longer where he saw it.
     */
    Optional<Decided> follow(UUID visit) throws SQLException {
        return one(
                """
                with i as (update %1$s.wf_instance n set moves = moves + 1 from %1$s.wf_visit d
                 where d.id = ? and d.status = 'DECIDED' and n.id = d.instance and n.status = 'RUNNING'
                 returning n.id, n.app, n.workflow, n.workflow_version, n.form, n.record, n.initiator)
                update %1$s.wf_visit v set status = 'LEFT' from i
                where v.id = ? and v.status = 'DECIDED' and i.id = v.instance
                returning i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator,
                v.node, v.token, v.outcome, v.target, v.back_to,
                coalesce((select t.assignee from %1$s.task t where t.visit = v.id and t.status = 'DONE'
                 order by t.done_at desc, t.id desc limit 1), 'system')
                """,
                row -> new Decided(
                        instance(row),
                        row.getString(8),
                        Token.parse(row.getString(9)),
                        row.getString(10),
                        Optional.ofNullable(row.getString(11)),
                        Optional.ofNullable(row.getString(12)),
                        new MemberId(row.getString(13))),
                visit,
                visit);
    }

    /** The decided step was taken back: the visit that goes on has the token that came back to it. */
    void returned(Instance instance, String node, Token token) throws SQLException {
        run("""
                update %1$s.wf_visit set token = ? where id = (select id from %1$s.wf_visit
                where instance = ? and node = ? and status in ('OPEN', 'DECIDED') order by opened_at desc, id desc limit 1)
                """, token.text(), instance.id(), node);
    }

    List<Deed> deeds(UUID instance) throws SQLException {
        return list(
                """
                select assignee, delegator, node, visit, decision from %s.task
                where instance = ? and kind = 'WORK' and status = 'DONE' order by done_at, id
                """,
                row -> new Deed(
                        new MemberId(row.getString(1)),
                        member(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5)),
                instance);
    }

    /** Delegations in force, newest first. */
    List<Deputies.Standing> delegations(Instant now) throws SQLException {
        return StandingRules.read(tenant, connection, now);
    }

    private static @Nullable MemberId member(@Nullable String id) {
        return id == null ? null : new MemberId(id);
    }

    /** Nobody has to act any more at these nodes. */
    void close(UUID instance, Set<String> nodes) throws SQLException {
        if (!nodes.isEmpty()) {
            String[] keys = nodes.toArray(String[]::new);
            run("""
                    update %s.task set status = 'CANCELLED' where instance = ? and node = any(?)
                    and kind <> 'COPY' and status in ('OPEN', 'WAITING')
                    """, instance, keys);
            run("""
                    update %s.wf_visit set status = 'CLOSED', version = version + 1 where instance = ? and node = any(?)
                    and status in ('OPEN', 'DECIDED')
                    """, instance, keys);
        }
    }

    /** Nobody has to act any more on a record whose instances have ended. */
    void closeEnded(UUID record) throws SQLException {
        run("""
                update %1$s.task set status = 'CANCELLED' where record = ? and kind <> 'COPY' and status in ('OPEN', 'WAITING')
                and instance in (select id from %1$s.wf_instance where record = ? and status <> 'RUNNING')
                """, record, record);
        run("""
                update %1$s.wf_visit set status = 'CLOSED', version = version + 1 where status in ('OPEN', 'DECIDED')
                and instance in (select id from %1$s.wf_instance where record = ? and status <> 'RUNNING')
                """, record);
    }

    void openVisit(UUID visit, Instance instance, String node, Token token, @Nullable String backTo, Instant now)
            throws SQLException {
        run("""
                insert into %s.wf_visit (id, instance, node, status, token, back_to, opened_at)
                values (?, ?, ?, 'OPEN', ?, ?, ?)
                """, visit, instance.id(), node, token.text(), backTo, now);
    }

    /** One task per assignee, in one statement. */
    void addTasks(
            TaskKind kind,
            Instance instance,
            @Nullable UUID visit,
            String node,
            List<UUID> ids,
            List<Deputy> assignees,
            List<Signature> signatures,
            Timing timing,
            Instant now)
            throws SQLException {
        WorkflowRef workflow = instance.workflow();
        run(
                """
                insert into %s.task (id, kind, status, assignee, seq, decision, done_at, instance, visit, record, app,
                form, workflow, workflow_version, node, created_at, due_at, remind_at, delegator)
                select a.id, ?, case a.state when 'APPROVED' then 'DONE' else a.state end, a.assignee, a.seq,
                case a.state when 'APPROVED' then 'skip' end, case a.state when 'APPROVED' then ?::timestamptz end,
                ?, ?, ?, ?, ?, ?, ?, ?, ?,
                case a.state when 'OPEN' then ?::timestamptz end, case a.state when 'OPEN' then ?::timestamptz end, a.delegator
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) with ordinality as a(id, assignee, state, delegator, seq)
                """,
                kind.name(),
                now,
                instance.id(),
                visit,
                instance.record(),
                workflow.app(),
                instance.form(),
                workflow.key(),
                workflow.version(),
                node,
                now,
                timing.dueAt(),
                timing.remindAt(),
                ids.stream().map(UUID::toString).toArray(String[]::new),
                assignees.stream().map(one -> one.assignee().value()).toArray(String[]::new),
                signatures.stream().map(Signature::name).toArray(String[]::new),
                delegators(assignees));
    }

    private static @Nullable String[] delegators(List<Deputy> assignees) {
        @Nullable String[] delegators = new @Nullable String[assignees.size()];
        for (int i = 0; i < delegators.length; i++) {
            delegators[i] = assignees.get(i).delegator().map(MemberId::value).orElse(null);
        }
        return delegators;
    }

    /** What the system did: an entry of the timeline and, under the same id, one of the audit log. */
    void note(UUID id, Instance instance, String entry, String node, String actor, List<MemberId> targets, Instant now)
            throws SQLException {
        String to = String.join(",", targets.stream().map(MemberId::value).toList());
        run("""
                insert into %s.wf_timeline (id, instance, record, at, entry, node, actor, target)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, id, instance.id(), instance.record(), now, entry, node, actor, targets.isEmpty() ? null : to);
        AuditDraft draft = AuditDraft.of("workflow." + entry, "record/" + instance.form() + "/" + instance.record())
                .with(Map.of(
                        "record", instance.record().toString(),
                        "form", instance.form(),
                        "node", node,
                        "instance", instance.id().toString(),
                        "to", to))
                .under(instance.workflow().processId());
        run("""
                insert into %s.audit_pending (id, at, actor, action, object, allowed, ctx) values (?, ?, ?, ?, ?, true, ?)
                """, id, now.truncatedTo(ChronoUnit.MICROS), actor, draft.action(), draft.object(), draft.contextText());
    }

    void complete(UUID instance, Instant now) throws SQLException {
        run(
                "update %s.wf_instance set status = 'COMPLETED', ended_at = ? where id = ? and status = 'RUNNING'",
                now, instance);
    }

    /** The instance has reached an end whose values must be stored first. */
    void ending(UUID instance, String node) throws SQLException {
        run("update %s.wf_instance set ending = ? where id = ? and status = 'RUNNING'", node, instance);
    }

    void send(OutboxMessage message) throws SQLException {
        run(
                "insert into %s.outbox (topic, key, body) values (?, ?, ?)",
                message.topic(), message.key(), Json.write(message.body()));
    }

    private static Instance instance(ResultSet row) throws SQLException {
        return new Instance(
                row.getObject(1, UUID.class),
                new WorkflowRef(row.getString(2), row.getString(3), row.getInt(4)),
                row.getString(5),
                row.getObject(6, UUID.class),
                new MemberId(row.getString(7)));
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return list(sql, reader, parameters).stream().findFirst();
    }

    private <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        }
    }

    private void run(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.formatted("\"" + tenant.schema() + "\""));
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
        return statement;
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            statement.setTimestamp(index, Timestamp.from(instant));
        } else if (value instanceof String[] texts) {
            Array array = connection.createArrayOf("text", texts);
            statement.setArray(index, array);
        } else {
            statement.setObject(index, value);
        }
    }
}
