package io.jianmi.workflow.subworkflow;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.automation.AutomationProblem;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.instance.Ending;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads where an instance stands that starts others, and writes that it has come further. */
@Singleton
public final class LaunchStore {

    /**
     * Nothing while a child runs. Each end leaves a message, committed with it: whichever is taken up last finds all of
     * them ended.
     */
    private static final String LOAD = """
            select i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator, v.node, v.step > 0, v.token,
            n.failed::integer,
            """ + Lineage.DEPTH + """
            from %1$s.wf_visit v join %1$s.wf_instance i on i.id = v.instance,
            lateral (select count(*) filter (where k.status = 'RUNNING') as running,
             count(*) filter (where k.status not in ('RUNNING', 'COMPLETED')) as failed
             from %1$s.wf_child c join %1$s.wf_instance k on k.id = c.instance where c.visit = v.id) n
            where v.id = $1 and v.status = 'OPEN' and i.status = 'RUNNING' and n.running = 0
            """;

    private final Pool pool;
    private final WorkflowCatalog catalog;

    public LaunchStore(Pool pool, WorkflowCatalog catalog) {
        this.pool = pool;
        this.catalog = catalog;
    }

    /** How a visit goes on. */
    enum Next {
        /** Until its children have ended. */
        WAIT(null),
        PASS("automation"),
        REJECT("reject");

        private final @Nullable String outcome;

        Next(@Nullable String outcome) {
            this.outcome = outcome;
        }
    }

    /** Fails with {@link AutomationProblem#GONE} when there is nothing to be done there now. */
    Uni<Launching> load(TenantKey tenant, UUID visit) {
        return pool.preparedQuery(LOAD.formatted(schema(tenant)))
                .execute(Tuple.of(visit))
                .chain(rows -> {
                    if (!rows.iterator().hasNext()) {
                        return Uni.createFrom().failure(ProblemException.of(AutomationProblem.GONE));
                    }
                    Row row = rows.iterator().next();
                    Instance instance = InstanceColumns.read(row, 0);
                    return catalog.load(tenant, instance.workflow())
                            .map(workflow -> new Launching(
                                    visit,
                                    instance,
                                    row.getString(7),
                                    row.getBoolean(8),
                                    Token.parse(row.getString(9)),
                                    row.getInteger(10),
                                    row.getInteger(11),
                                    workflow));
                });
    }

    /** Guarded by the visit's status and by whether its children have started: of two deliveries one is right. */
    static Write goOn(TenantKey tenant, Launching at, Next next, Instant now) {
        return Write.one(
                """
                update %s.wf_visit set step = 1, version = version + 1, outcome = $3,
                status = case when $4 then 'DECIDED' else status end, closed_at = case when $4 then $5::timestamptz end
                where id = $1 and step = $2 and status = 'OPEN'
                """.formatted(schema(tenant)),
                Tuples.of(at.visit(), at.started() ? 1 : 0, next.outcome, next != Next.WAIT, utc(now)));
    }

    /** @param entry of the timeline that tells of them */
    static Write children(TenantKey tenant, Launching at, UUID entry, Begun begun) {
        List<UUID> records = List.copyOf(begun.versions().keySet());
        Map<UUID, UUID> started = begun.instances();
        @Nullable UUID[] instances = new @Nullable UUID[records.size()];
        for (int i = 0; i < instances.length; i++) {
            instances[i] = started.get(records.get(i));
        }
        return Write.many(
                """
                insert into %s.wf_child (visit, seq, entry, form, record, instance, waits, depth)
                select $1, s, $2, $3, r, i, $4, $5::integer from unnest($6::integer[], $7::uuid[], $8::uuid[]) x(s, r, i)
                """.formatted(schema(tenant)),
                Tuples.of(
                        at.visit(),
                        entry,
                        at.form(),
                        at.duty().waits(),
                        at.depth() + 1,
                        IntStream.range(0, records.size()).boxed().toArray(Integer[]::new),
                        records.toArray(UUID[]::new),
                        instances),
                records.size());
    }

    /** @param did what came of it, for the record's history */
    static Write note(TenantKey tenant, Launching at, UUID entry, String did, Instant now) {
        Instance instance = at.instance();
        return Write.one(
                """
                insert into %s.wf_timeline (id, instance, record, at, entry, node, actor, did)
                values ($1, $2, $3, $4, 'subworkflow', $5, $6, $7)
                """.formatted(schema(tenant)),
                Tuples.of(entry, instance.id(), instance.record(), utc(now), at.node(), MemberId.SYSTEM.value(), did));
    }

    /** The instance ends with its children: nobody has to act in it any more. */
    static List<Write> reject(TenantKey tenant, Launching at, Instant now) {
        UUID instance = at.instance().id();
        List<Write> writes = new ArrayList<>();
        writes.add(Ending.rejected(tenant, instance, now));
        writes.add(Write.any("""
                update %s.wf_visit set status = 'CLOSED', wake_at = null, version = version + 1 where instance = $1 and id <> $2
                and status in ('OPEN', 'DECIDED')
                """.formatted(schema(tenant)), Tuples.of(instance, at.visit())));
        writes.addAll(Ending.over(tenant, at.instance()));
        return writes;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String schema(TenantKey tenant) {
        return "\"" + tenant.schema() + "\"";
    }
}
