package io.jianmi.workflow.automation;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceColumns;
import io.jianmi.workflow.instance.Lineage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how far an automation has come, and writes that it has come further. */
@Singleton
public final class StandingStore {

    private static final String LOAD = """
            select i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator, v.node, v.step,
            (select m.record from %1$s.wf_made m where m.visit = v.id order by m.step desc limit 1),
            """ + Lineage.DEPTH + """
            from %1$s.wf_visit v join %1$s.wf_instance i on i.id = v.instance
            where v.id = $1 and v.status = 'OPEN' and v.wake_at is null and i.status = 'RUNNING'
            """;

    private final Pool pool;
    private final WorkflowCatalog catalog;

    public StandingStore(Pool pool, WorkflowCatalog catalog) {
        this.pool = pool;
        this.catalog = catalog;
    }

    /** What goes on after a step. */
    enum Next {
        /** Another step. */
        STEP,
        /** Nothing before a moment. */
        WAIT,
        /** The instance. */
        INSTANCE
    }

    /** Fails with {@link AutomationProblem#GONE} when nothing waits there any more. */
    Uni<Standing> load(TenantKey tenant, UUID visit) {
        return pool.preparedQuery(LOAD.formatted(schema(tenant)))
                .execute(Tuple.of(visit))
                .chain(rows -> {
                    if (!rows.iterator().hasNext()) {
                        return Uni.createFrom().failure(ProblemException.of(AutomationProblem.GONE));
                    }
                    Row row = rows.iterator().next();
                    Instance instance = InstanceColumns.read(row, 0);
                    return catalog.load(tenant, instance.workflow())
                            .map(workflow -> new Standing(
                                    visit,
                                    instance,
                                    row.getString(7),
                                    row.getInteger(8),
                                    Optional.ofNullable(row.getUUID(9)),
                                    row.getInteger(10),
                                    workflow));
                });
    }

    /**
     * Guarded by the number of steps done, so that no step is done twice, and by the visit's status.
     *
     * @param until with {@link Next#WAIT}
     */
    static Write goOn(TenantKey tenant, Standing standing, Next next, @Nullable Instant until, Instant now) {
        int done = standing.step().isPresent() ? 1 : 0;
        return Write.one(
                """
                update %s.wf_visit set step = step + $3, version = version + 1, wake_at = $4,
                status = case when $5 then 'DECIDED' else status end,
                outcome = case when $5 then 'automation' end, closed_at = case when $5 then $6::timestamptz end
                where id = $1 and step = $2 and status = 'OPEN' and wake_at is null
                """.formatted(schema(tenant)),
                Tuples.of(
                        standing.visit(),
                        standing.done(),
                        done,
                        until == null ? null : utc(until),
                        next == Next.INSTANCE,
                        utc(now)));
    }

    static Write made(TenantKey tenant, Standing standing, String form, UUID record) {
        return Write.one(
                "insert into %s.wf_made (record, form, visit, step, depth) values ($1, $2, $3, $4, $5)"
                        .formatted(schema(tenant)),
                Tuple.of(record, form, standing.visit(), standing.done(), standing.depth() + 1));
    }

    /**
     * What was done, for the record's history.
     *
     * @param id which the entry of the audit log has too
     */
    static Write note(TenantKey tenant, UUID id, Standing standing, StepDone done, Instant now) {
        Instance instance = standing.instance();
        return Write.one(
                """
                insert into %s.wf_timeline (id, instance, record, at, entry, node, actor, did, changed, record_version)
                values ($1, $2, $3, $4, 'automation', $5, $6, $7, $8, $9)
                """.formatted(schema(tenant)),
                Tuples.of(
                        id,
                        instance.id(),
                        instance.record(),
                        utc(now),
                        standing.node(),
                        MemberId.SYSTEM.value(),
                        done.word(),
                        done.edited() == null ? null : done.edited().changed().toArray(String[]::new),
                        done.edited() == null ? null : done.edited().version()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String schema(TenantKey tenant) {
        return "\"" + tenant.schema() + "\"";
    }
}
