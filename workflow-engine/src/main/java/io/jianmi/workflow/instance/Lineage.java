package io.jianmi.workflow.instance;

import io.jianmi.core.outbox.Delivery;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Which instances have started which: what the end of one means to the other. */
public final class Lineage {

    /** SQL: how many automations and subworkflows stand behind an instance {@code i}. */
    public static final String DEPTH = """
            greatest((select max(b.depth) from %1$s.wf_made b where b.record = i.record),
             (select max(c.depth) from %1$s.wf_child c where c.instance = i.id), 0)
            """;

    /** SQL of {@link Rows}: what {@link #ended} writes, for several instances. */
    static final String ENDED = ended("?");

    private static String ended(String instances) {
        return """
                insert into %%1$s.outbox (topic, key, body)
                select '%s', p.record, json_build_object('visit', v.id)::text from %%1$s.wf_child c
                join %%1$s.wf_visit v on v.id = c.visit join %%1$s.wf_instance p on p.id = v.instance
                where c.instance = any(%s::uuid[]) and c.waits and v.status = 'OPEN'
                """.formatted(WorkflowTopic.SUBWORKFLOW, instances);
    }

    /** Not keyed by record: what cannot be done there must not keep it from ending. */
    private static final String ORPHANS = """
            insert into "%1$s".outbox (topic, key, body)
            select '%2$s', k.id, json_build_object('instance', k.id, 'form', k.form, 'record', k.record)::text from "%1$s".wf_instance p
            join "%1$s".wf_visit v on v.instance = p.id and v.status = 'CLOSED'
            join "%1$s".wf_child c on c.visit = v.id and c.waits
            join "%1$s".wf_instance k on k.id = c.instance and k.status = 'RUNNING'
            where p.record = ?
            """;

    private Lineage() {}

    /** Whoever waits for the instance is told that it has ended; to be written with the end. */
    public static Write ended(TenantKey tenant, UUID instance) {
        return Write.any(ended("$1").formatted("\"" + tenant.schema() + "\""), Tuple.of(new UUID[] {instance}));
    }

    /** What the instances of a record have started and no longer wait for ends too. */
    static void endOrphans(Delivery delivery, UUID record) throws SQLException {
        String sql = ORPHANS.formatted(delivery.tenant().schema(), WorkflowTopic.END_CHILD);
        try (PreparedStatement statement = delivery.connection().prepareStatement(sql)) {
            statement.setObject(1, record);
            statement.executeUpdate();
        }
    }
}
