package io.jianmi.workflow.instance;

import io.jianmi.core.outbox.Delivery;
import io.jianmi.core.outbox.OutboxHandler;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.compile.VersionFit;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.design.WorkflowRef;
import io.jianmi.workflow.engine.ProcessEngine;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes one instance to another version of its workflow: its rows and its tokens in one transaction. One that is there
 * already, has ended, or no longer fits stays as it is.
 */
@Singleton
public final class MigrateInstance implements OutboxHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ProcessEngine engine;
    private final WorkflowCatalog catalog;
    private final Ids ids;
    private final InstantSource clock;

    public MigrateInstance(ProcessEngine engine, WorkflowCatalog catalog, Ids ids, InstantSource clock) {
        this.engine = engine;
        this.catalog = catalog;
        this.ids = ids;
        this.clock = clock;
    }

    private record Found(WorkflowRef workflow, UUID record, Standing standing) {}

    @Override
    public String topic() {
        return WorkflowTopic.MIGRATE;
    }

    @Override
    public void handle(Delivery delivery) throws SQLException {
        UUID instance = WorkflowTopic.instance(delivery.body());
        int version = WorkflowTopic.version(delivery.body());
        Optional<Found> found = locked(delivery, instance, version);
        if (found.isEmpty()) {
            return;
        }
        Standing standing = found.get().standing();
        WorkflowRef old = found.get().workflow();
        WorkflowRef now = new WorkflowRef(old.app(), old.key(), version);
        CompiledWorkflow from = workflow(delivery.tenant(), old);
        CompiledWorkflow to = workflow(delivery.tenant(), now);
        VersionFit fit = new VersionFit(from, to);
        if (!standing.misfits(fit).isEmpty()) {
            return;
        }
        if (standing.token().isPresent()) {
            Set<String> activities = new HashSet<>(fit.joins(standing.waiting()));
            standing.waiting().forEach(node -> activities.add(Turn.activity(to.require(node))));
            engine.migrate(
                    old.process(delivery.tenant(), from),
                    now.process(delivery.tenant(), to),
                    standing.token().get(),
                    activities);
        }
        store(delivery, instance, found.get().record(), version, to.start().key());
    }

    private CompiledWorkflow workflow(TenantKey tenant, WorkflowRef ref) {
        return catalog.load(tenant, ref).await().atMost(PATIENCE);
    }

    /** Nobody ends it or goes on with it meanwhile. */
    private static Optional<Found> locked(Delivery delivery, UUID instance, int version) throws SQLException {
        String sql = "select i.app, i.workflow, i.workflow_version, i.record, " + Standing.COLUMNS
                + " from %1$s.wf_instance i where i.id = ? and i.status = 'RUNNING' and i.workflow_version <> ? for update of i";
        try (PreparedStatement statement = prepare(delivery, sql)) {
            statement.setObject(1, instance);
            statement.setInt(2, version);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Found(
                                new WorkflowRef(row.getString(1), row.getString(2), row.getInt(3)),
                                row.getObject(4, UUID.class),
                                Standing.of(row.getString(5), row.getString(6))))
                        : Optional.empty();
            }
        }
    }

    private void store(Delivery delivery, UUID instance, UUID record, int version, String start) throws SQLException {
        try (PreparedStatement moved = prepare(
                        delivery, "update %s.wf_instance set workflow_version = ?, moves = moves + 1 where id = ?");
                PreparedStatement tasks = prepare(delivery, """
                        update %s.task set workflow_version = ? where record = ? and instance = ? and status in ('OPEN', 'WAITING')
                        """);
                PreparedStatement note = prepare(delivery, """
                        insert into %s.wf_timeline (id, instance, record, at, entry, node, actor)
                        values (?, ?, ?, ?, 'migrate', ?, ?)
                        """)) {
            moved.setInt(1, version);
            moved.setObject(2, instance);
            moved.executeUpdate();
            tasks.setInt(1, version);
            tasks.setObject(2, record);
            tasks.setObject(3, instance);
            tasks.executeUpdate();
            note.setObject(1, ids.next());
            note.setObject(2, instance);
            note.setObject(3, record);
            note.setTimestamp(4, Timestamp.from(clock.instant()));
            note.setString(5, start);
            note.setString(6, WorkflowTopic.by(delivery.body()));
            note.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Delivery delivery, String sql) throws SQLException {
        Connection connection = delivery.connection();
        return connection.prepareStatement(
                sql.formatted("\"" + delivery.tenant().schema() + "\""));
    }
}
