package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.live.OwnLiveSource;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A person's inbox: how much waits, and the newest of what waits and of what he was told. Looks at a hundred tasks at most. */
@Singleton
final class LiveTasks implements OwnLiveSource {

    private static final String SELECT = """
            select m, (select count(*) from (select 1 from "%1$s".task where assignee = m and box = 'todo' limit 100) t),
            (select id from "%1$s".task where assignee = m and box = 'todo' order by sort_at desc, id desc limit 1),
            (select id from "%1$s".task where assignee = m and box = 'cc' order by sort_at desc, id desc limit 1)
            from unnest($1::text[]) m
            """;

    private final Pool pool;

    LiveTasks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String type() {
        return "tasks";
    }

    @Override
    public Uni<Map<String, ObjectNode>> look(TenantKey tenant, Set<String> members) {
        return pool.preparedQuery(SELECT.formatted(tenant.schema()))
                .execute(Tuple.tuple().addArrayOfString(members.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, ObjectNode> states = new HashMap<>();
                    for (Row row : rows) {
                        states.put(
                                row.getString(0),
                                Json.NODES
                                        .objectNode()
                                        .put("todo", row.getLong(1))
                                        .put(
                                                "newest",
                                                row.getUUID(2) == null
                                                        ? null
                                                        : row.getUUID(2).toString())
                                        .put(
                                                "told",
                                                row.getUUID(3) == null
                                                        ? null
                                                        : row.getUUID(3).toString()));
                    }
                    return states;
                });
    }
}
