package io.jianmi.workflow.task;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.notification.TaskPages;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** One's own tasks, but for those that wait their turn and those that others have settled. */
@Singleton
final class ShownTasks implements TaskPages {

    private static final String SELECT = """
            select id from "%s".task where id = any($1) and assignee = $2 and status not in ('WAITING', 'CANCELLED')
            """;

    private final Pool pool;

    ShownTasks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Set<UUID>> of(Actor reader, Collection<UUID> tasks) {
        return pool.preparedQuery(SELECT.formatted(reader.tenant().schema()))
                .execute(Tuple.of(tasks.toArray(UUID[]::new), reader.id().value()))
                .map(rows -> {
                    Set<UUID> shown = new HashSet<>();
                    rows.forEach(row -> shown.add(row.getUUID(0)));
                    return shown;
                });
    }
}
