package io.jianmi.workflow.instance;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.engine.Token;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What turns take up, read and change, through the connection of the relay's transaction; what they add is in {@link TurnWrites}. */
final class TurnStore {

    private final TenantKey tenant;
    private final Connection connection;
    private final TurnWrites writes;
    private final Map<UUID, Optional<Starting>> started = new HashMap<>();
    private final Map<UUID, Optional<Decided>> followed = new HashMap<>();

    /** @param writes what is left to be written by the same turns */
    TurnStore(TenantKey tenant, Connection connection, TurnWrites writes) {
        this.tenant = tenant;
        this.connection = connection;
        this.writes = writes;
    }

    TurnWrites writes() {
        return writes;
    }

    /**
     * A decision that the engine has not followed yet.
     *
     * @param visit the step's
     * @param by whose act decided it
     */
    record Decided(
            UUID visit,
            Instance instance,
            String node,
            Token token,
            String outcome,
            Optional<String> target,
            Optional<String> backTo,
            MemberId by) {}

    /** @param at the node at which a reactivated instance goes on; empty: from the beginning */
    record Starting(Instance instance, Optional<String> at) {}

    /** Marks the instance as started; empty when it was started before or has ended. */
    Optional<Starting> start(UUID id) throws SQLException {
        if (!started.containsKey(id)) {
            takeUpStarts(List.of(id));
        }
        return Objects.requireNonNull(started.remove(id));
    }

    /** Marks instances of several records as started, which are asked for by {@link #start} later in the same transaction. */
    void takeUpStarts(List<UUID> instances) throws SQLException {
        instances.forEach(id -> started.put(id, Optional.empty()));
        list(
                        """
                update %s.wf_instance i set started_in_engine = true, moves = moves + 1
                where id = any(?) and not started_in_engine and status = 'RUNNING'
                returning i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator, i.resume_at
                """,
                        row -> new Starting(instance(row), Optional.ofNullable(row.getString(8))),
                        (Object) instances.toArray(UUID[]::new))
                .forEach(starting -> started.put(starting.instance().id(), Optional.of(starting)));
    }

    /**
     * Takes a decision up; empty when that was done before or the instance has ended. The count of moves tells whoever
     * ends the instance meanwhile that it is no longer where he saw it.
     */
    Optional<Decided> follow(UUID visit) throws SQLException {
        if (!followed.containsKey(visit)) {
            takeUpDecisions(List.of(visit));
        }
        return Objects.requireNonNull(followed.remove(visit));
    }

    /** Takes decisions on several records up, which are asked for by {@link #follow} later in the same transaction. */
    List<Decided> takeUpDecisions(List<UUID> visits) throws SQLException {
        visits.forEach(id -> followed.put(id, Optional.empty()));
        UUID[] ids = visits.toArray(UUID[]::new);
        List<Decided> taken = list("""
                with i as (update %1$s.wf_instance n set moves = moves + 1 from %1$s.wf_visit d
                 where d.id = any(?) and d.status = 'DECIDED' and n.id = d.instance and n.status = 'RUNNING'
                 returning n.id, n.app, n.workflow, n.workflow_version, n.form, n.record, n.initiator)
                update %1$s.wf_visit v set status = 'LEFT' from i
                where v.id = any(?) and v.status = 'DECIDED' and i.id = v.instance
                returning i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator,
                v.id, v.node, v.token, v.outcome, v.target, v.back_to,
                coalesce((select t.assignee from %1$s.task t
                 where t.record = i.record and t.visit = v.id and t.status = 'DONE'
                 order by t.done_at desc, t.id desc limit 1), 'system')
                """, TurnStore::decided, ids, ids);
        taken.forEach(decided -> followed.put(decided.visit(), Optional.of(decided)));
        return taken;
    }

    private static Decided decided(ResultSet row) throws SQLException {
        return new Decided(
                row.getObject(8, UUID.class),
                instance(row),
                row.getString(9),
                Token.parse(row.getString(10)),
                row.getString(11),
                Optional.ofNullable(row.getString(12)),
                Optional.ofNullable(row.getString(13)),
                new MemberId(row.getString(14)));
    }

    /** The decided step was taken back: the visit that goes on has the token that came back to it. */
    void returned(Instance instance, String node, Token token) throws SQLException {
        writes.settle(instance.id());
        run("""
                update %1$s.wf_visit set token = ? where id = (select id from %1$s.wf_visit
                where instance = ? and node = ? and status in ('OPEN', 'DECIDED') order by opened_at desc, id desc limit 1)
                """, token.text(), instance.id(), node);
    }

    /** Whoever decided before, oldest first. */
    List<Deed> deeds(Instance instance) throws SQLException {
        writes.settle(instance.id());
        return list(
                """
                select assignee, delegator, node, visit, decision from %s.task
                where record = ? and instance = ? and kind = 'WORK' and status = 'DONE' order by done_at, id
                """,
                row -> new Deed(
                        new MemberId(row.getString(1)),
                        member(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5)),
                instance.record(),
                instance.id());
    }

    /**
     * Decisions by which some steps of the instance were passed, newest first. What was handed straight back is none: it leaves the people
     * behind it as they were.
     */
    List<Choice> choices(Instance instance, Set<String> nodes) throws SQLException {
        return list(
                """
                select t.node, coalesce(t.visit, t.id), t.chosen from %1$s.task t left join %1$s.wf_visit v on v.id = t.visit
                where t.record = ? and t.instance = ? and t.status = 'DONE' and t.node = any(?)
                and (t.kind = 'SUBMIT' or t.kind <> 'COPY' and v.outcome = 'approve' and v.back_to is null)
                order by t.done_at desc, t.id desc
                """,
                row -> new Choice(row.getString(1), row.getObject(2, UUID.class), members(row.getArray(3))),
                instance.record(),
                instance.id(),
                nodes.toArray(String[]::new));
    }

    private static List<MemberId> members(@Nullable Array ids) throws SQLException {
        return ids == null
                ? List.of()
                : Stream.of((String[]) ids.getArray()).map(MemberId::new).toList();
    }

    private static @Nullable MemberId member(@Nullable String id) {
        return id == null ? null : new MemberId(id);
    }

    /** Nobody has to act any more at these nodes. */
    void close(Instance instance, Set<String> nodes) throws SQLException {
        if (!nodes.isEmpty()) {
            writes.settle(instance.id());
            String[] keys = nodes.toArray(String[]::new);
            run("""
                    update %s.task set status = 'CANCELLED' where record = ? and instance = ? and node = any(?)
                    and kind <> 'COPY' and status in ('OPEN', 'WAITING')
                    """, instance.record(), instance.id(), keys);
            run("""
                    update %s.wf_visit set status = 'CLOSED', wake_at = null, version = version + 1 where instance = ? and node = any(?)
                    and status in ('OPEN', 'DECIDED')
                    """, instance.id(), keys);
        }
    }

    /** Nobody has to act any more on a record whose instances have ended. */
    void closeEnded(UUID record) throws SQLException {
        run("""
                update %1$s.task set status = 'CANCELLED' where record = ? and kind <> 'COPY' and status in ('OPEN', 'WAITING')
                and instance in (select id from %1$s.wf_instance where record = ? and status <> 'RUNNING')
                """, record, record);
        run("""
                update %1$s.wf_visit set status = 'CLOSED', wake_at = null, version = version + 1 where status in ('OPEN', 'DECIDED')
                and instance in (select id from %1$s.wf_instance where record = ? and status <> 'RUNNING')
                """, record);
    }

    /** The instance has reached an end whose values must be stored first. */
    void ending(UUID instance, String node) throws SQLException {
        run("update %s.wf_instance set ending = ? where id = ? and status = 'RUNNING'", node, instance);
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
            statement.setArray(index, connection.createArrayOf("text", texts));
        } else if (value instanceof UUID[] ids) {
            statement.setArray(index, connection.createArrayOf("uuid", ids));
        } else {
            statement.setObject(index, value);
        }
    }
}
