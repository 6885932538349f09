package io.jianmi.form.record;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What people did to many records at once, until it is over with taking it back. */
@Singleton
final class BatchStore {

    private final Pool pool;
    private final BinTime bin;
    private final InstantSource clock;

    BatchStore(Pool pool, BinTime bin, InstantSource clock) {
        this.pool = pool;
        this.bin = bin;
        this.clock = clock;
    }

    enum Action {
        UPDATE,
        TRASH,
        RESTORE
    }

    /**
     * A batch that can be taken back.
     *
     * @param fields keys of the fields that were sent
     * @param targets the records as it left them
     */
    record Batch(UUID id, Action action, Set<String> fields, RecordTargets targets) {}

    /** Remembers a batch in the transaction that does it. */
    Write remember(
            Actor actor, CompiledForm form, UUID id, Action action, Collection<String> fields, List<Sealed> stored) {
        return Write.any(
                """
                insert into "%s".record_batch (id, form, actor, action, fields, records, versions, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                """.formatted(actor.tenant().schema()),
                Tuple.tuple()
                        .addUUID(id)
                        .addString(form.key())
                        .addString(actor.id().value())
                        .addString(action.name())
                        .addArrayOfString(fields.toArray(String[]::new))
                        .addArrayOfUUID(RecordTable.ids(Records.ids(stored)))
                        .addArrayOfInteger(stored.stream()
                                .map(record -> record.row().version())
                                .toArray(Integer[]::new))
                        .addOffsetDateTime(RecordWrites.utc(clock.instant())));
    }

    /**
     * What this person did to records of this form; somebody else's, one that is over and one that never was fail with the same 404, one
     * that was taken back already with {@link RecordProblem#UNDONE}.
     */
    Uni<Batch> find(Actor actor, CompiledForm form, UUID id) {
        Instant began = bin.began(clock.instant());
        return pool.preparedQuery("""
                        select action, fields, records, versions, undone_at from "%s".record_batch
                        where id = $1 and actor = $2 and form = $3 and at > $4
                        """.formatted(actor.tenant().schema()))
                .execute(Tuple.of(id, actor.id().value(), form.key(), RecordWrites.utc(began)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.of(CommonProblem.NOT_FOUND);
                    }
                    Row row = rows.iterator().next();
                    if (row.getOffsetDateTime(4) != null) {
                        throw ProblemException.of(RecordProblem.UNDONE);
                    }
                    return batch(id, row);
                });
    }

    private static Batch batch(UUID id, Row row) {
        UUID[] records = row.getArrayOfUUIDs(2);
        Integer[] versions = row.getArrayOfIntegers(3);
        List<RecordTargets.Target> targets = new ArrayList<>(records.length);
        for (int i = 0; i < records.length; i++) {
            targets.add(new RecordTargets.Target(records[i], versions[i]));
        }
        return new Batch(
                id,
                Action.valueOf(row.getString(0)),
                Set.of(row.getArrayOfStrings(1)),
                new RecordTargets(targets, RecordTargets.Kind.BACK));
    }

    /** Of two that take the same batch back one does. */
    Write undone(Actor actor, UUID id) {
        return Write.one(
                "update \"%s\".record_batch set undone_at = $2 where id = $1 and undone_at is null"
                        .formatted(actor.tenant().schema()),
                Tuple.of(id, RecordWrites.utc(clock.instant())),
                RecordProblem.UNDONE);
    }
}
