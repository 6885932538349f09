package io.jianmi.workflow.migration;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.instance.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads where running instances stand: a page in one round trip. */
@Singleton
final class MigrationStore {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String RUNNING = "select i.id, i.record, i.workflow_version, " + Standing.COLUMNS + """
             from %1$s.wf_instance i where i.app = $1 and i.workflow = $2 and i.status = 'RUNNING' and i.workflow_version <> $3
            and ($4::integer is null or i.workflow_version = $4) and i.id > $5 order by i.id limit $6
            """;

    private final Pool pool;

    MigrationStore(Pool pool) {
        this.pool = pool;
    }

    /** An instance that could go to another version. */
    record Running(UUID instance, UUID record, int version, Standing standing) {}

    /** Oldest first, behind the one that the command names. */
    Uni<List<Running>> running(TenantKey tenant, MigrateInstances command, int to, int limit) {
        return pool.preparedQuery(RUNNING.formatted("\"" + tenant.schema() + "\""))
                .execute(Tuple.tuple()
                        .addString(command.app())
                        .addString(command.key())
                        .addInteger(to)
                        .addInteger(command.from().orElse(null))
                        .addUUID(command.after().orElse(FIRST))
                        .addInteger(limit))
                .map(rows -> {
                    List<Running> list = new ArrayList<>();
                    rows.forEach(row -> list.add(new Running(
                            row.getUUID(0),
                            row.getUUID(1),
                            row.getInteger(2),
                            Standing.of(row.getString(3), row.getString(4)))));
                    return list;
                });
    }
}
