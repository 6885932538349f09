package io.jianmi.form.exchange;

import io.jianmi.core.crypto.KeyDestruction;
import io.jianmi.form.erasure.Erasing;
import io.jianmi.form.erasure.RecordTraces;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Files of imports and exports that may hold an erased person: of every form of which she had a record, since nobody can look into a sealed
 * file; packages of persons likewise. They are shut as they would be after a day, with their keys; a job that is at work is cancelled.
 */
@Singleton
final class ExchangeTraces implements RecordTraces {

    private static final String JOBS = """
            select id, subject from %1$s.exchange_job where not shut and (kind = 'package' or form in
            (select form from %1$s.erased_record where record = any($1)))
            """;

    private final Pool pool;
    private final KeyDestruction keys;

    ExchangeTraces(Pool pool, KeyDestruction keys) {
        this.pool = pool;
        this.keys = keys;
    }

    @Override
    public Uni<Map<String, Integer>> clear(Erasing erasing) {
        return pool.preparedQuery(JOBS.formatted(schema(erasing)))
                .execute(ids(erasing.records()))
                .chain(rows -> {
                    List<UUID> jobs = new ArrayList<>();
                    List<UUID> subjects = new ArrayList<>();
                    for (Row row : rows) {
                        jobs.add(row.getUUID(0));
                        subjects.add(row.getUUID(1));
                    }
                    return shut(erasing, jobs, subjects)
                            .chain(() ->
                                    run(erasing, "delete from %s.import_row where record = any($1)", erasing.records()))
                            .replaceWith(jobs.isEmpty() ? Map.of() : Map.of("exchanges", jobs.size()));
                });
    }

    /** Keys first: what is still sealed after a crash opens no more. */
    private Uni<Void> shut(Erasing erasing, List<UUID> jobs, List<UUID> subjects) {
        return run(erasing, "update %s.exchange_job set cancelled = true where id = any($1)", jobs)
                .chain(() -> Multi.createFrom()
                        .iterable(subjects)
                        .onItem()
                        .transformToUniAndConcatenate(subject -> keys.destroy(erasing.tenant(), subject))
                        .collect()
                        .asList())
                .chain(() -> run(erasing, "delete from %s.exchange_chunk where job = any($1)", jobs))
                .chain(() -> run(
                        erasing,
                        "update %s.exchange_job set shut = true, expires_at = least(expires_at, now()) where id = any($1)",
                        jobs));
    }

    private Uni<Void> run(Erasing erasing, String sql, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(sql.formatted(schema(erasing)))
                        .execute(ids(ids))
                        .replaceWithVoid();
    }

    private static String schema(Erasing erasing) {
        return "\"" + erasing.tenant().schema() + "\"";
    }

    private static Tuple ids(List<UUID> ids) {
        return Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new));
    }
}
