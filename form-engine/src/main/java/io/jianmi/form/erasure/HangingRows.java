package io.jianmi.form.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What hangs on a person and her records: gone where it is about them alone, blanked where somebody has to answer for it later. That she
 * agreed to something, and took it back, stays as proof, without the record that said so.
 */
@Singleton
final class HangingRows {

    /** {@code $1} her records, {@code $2} she; by the word under which they are counted. */
    private static final Map<String, String> STATEMENTS = new LinkedHashMap<>();

    static {
        STATEMENTS.put("history", "delete from %s.record_history where record = any($1) and $2::uuid is not null");
        STATEMENTS.put("comments", "delete from %s.record_comment where record = any($1) or subject = $2");
        STATEMENTS.put("shares", "delete from %s.record_share where record = any($1) and $2::uuid is not null");
        STATEMENTS.put("reveals", "delete from %s.reveal_grant where record = any($1) and $2::uuid is not null");
        STATEMENTS.put(
                "conflicts", "delete from %s.subject_conflict where record = any($1) or subject = $2 or other = $2");
        STATEMENTS.put("mails", """
                delete from %1$s.notification_mail where $2::uuid is not null and notification in
                (select id from %1$s.notification where record = any($1))
                """);
        STATEMENTS.put("notifications", "delete from %s.notification where record = any($1) and $2::uuid is not null");
        STATEMENTS.put(
                "identifiers", "delete from %s.subject_identifier where subject = $2 and $1::uuid[] is not null");
        STATEMENTS.put("approvals", """
                update %s.approval set reason = '', remark = null,
                ended_at = case when status in ('PENDING', 'APPROVED') then coalesce(ended_at, now()) else ended_at end
                where (subject = $2 or record = any($1)) and (reason <> '' or remark is not null)
                """);
        STATEMENTS.put(
                "consents",
                "update %s.consent_event set record = null where subject = $2 and record is not null and $1::uuid[] is not null");
        STATEMENTS.put(
                "holds",
                "update %s.subject_hold set reason = '' where subject = $2 and reason <> '' and $1::uuid[] is not null");
    }

    private final Pool pool;

    HangingRows(Pool pool) {
        this.pool = pool;
    }

    Uni<Map<String, Integer>> clear(Erasing erasing) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        return pool.withTransaction(connection -> Multi.createFrom()
                        .iterable(STATEMENTS.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(statement -> connection
                                .preparedQuery(statement.getValue().formatted(ErasureStore.quoted(erasing.tenant())))
                                .execute(Tuple.tuple()
                                        .addArrayOfUUID(erasing.ids())
                                        .addUUID(erasing.subject()))
                                .invoke(rows -> {
                                    if (rows.rowCount() > 0) {
                                        counts.put(statement.getKey(), rows.rowCount());
                                    }
                                }))
                        .collect()
                        .asList())
                .call(() -> counts.containsKey("history")
                        ? statistics(erasing)
                        : Uni.createFrom().voidItem())
                .replaceWith(counts);
    }

    /** What history keeps in clear is in what the planner knows of it too. */
    private Uni<Void> statistics(Erasing erasing) {
        return pool.query("analyze %s.record_history".formatted(ErasureStore.quoted(erasing.tenant())))
                .execute()
                .replaceWithVoid();
    }
}
