package io.jianmi.form.record;

import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds or makes the person whose data a record holds. A person is found again by tokens of identifying values; the
 * first listed value that matches wins, and one that names another person is noted for the privacy desk, silently.
 */
@Singleton
final class RecordSubjects {

    private final Pool pool;
    private final DataKeys keys;

    RecordSubjects(Pool pool, DataKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    /**
     * @param subject the person
     * @param fresh true when nobody was found
     * @param known persons that the identifiers name already
     */
    record Resolved(UUID subject, boolean fresh, Map<ByteBuffer, UUID> known) {}

    Uni<Resolved> resolve(TenantKey tenant, List<Sealed.Identifier> identifiers) {
        return known(tenant, identifiers).chain(known -> {
            for (Sealed.Identifier identifier : identifiers) {
                UUID subject = known.get(ByteBuffer.wrap(identifier.token()));
                if (subject != null) {
                    return Uni.createFrom().item(new Resolved(subject, false, known));
                }
            }
            return keys.newSubject(tenant).map(subject -> new Resolved(subject, true, known));
        });
    }

    private Uni<Map<ByteBuffer, UUID>> known(TenantKey tenant, List<Sealed.Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String sql = """
                select i.token, i.subject from "%s".subject_identifier i
                join unnest($1::text[], $2::bytea[]) as wanted(scope, token)
                on i.scope = wanted.scope and i.token = wanted.token
                """.formatted(tenant.schema());
        return pool.preparedQuery(sql)
                .execute(Tuple.of(scopes(identifiers), tokens(identifiers)))
                .map(rows -> {
                    Map<ByteBuffer, UUID> known = new HashMap<>();
                    for (Row row : rows) {
                        known.put(ByteBuffer.wrap(row.getDelegate().getBuffer(0).getBytes()), row.getUUID(1));
                    }
                    return known;
                });
    }

    /** Rows that make the person known for the next record, and note contradictions. */
    List<Write> writes(TenantKey tenant, UUID record, Resolved resolved, List<Sealed.Identifier> identifiers) {
        List<Write> writes = new ArrayList<>();
        if (resolved.fresh()) {
            writes.add(Write.any(
                    "insert into \"%s\".data_subject (id) values ($1) on conflict do nothing"
                            .formatted(tenant.schema()),
                    Tuple.of(resolved.subject())));
        }
        if (!identifiers.isEmpty()) {
            writes.add(Write.any(
                    """
                    insert into "%s".subject_identifier (scope, token, subject)
                    select scope, token, $3 from unnest($1::text[], $2::bytea[]) as x(scope, token)
                    on conflict do nothing
                    """.formatted(tenant.schema()),
                    Tuple.of(scopes(identifiers), tokens(identifiers), resolved.subject())));
        }
        for (Sealed.Identifier identifier : identifiers) {
            UUID other = resolved.known().get(ByteBuffer.wrap(identifier.token()));
            if (other != null && !other.equals(resolved.subject())) {
                writes.add(Write.any(
                        """
                        insert into "%s".subject_conflict (record, scope, subject, other) values ($1, $2, $3, $4)
                        on conflict do nothing
                        """.formatted(tenant.schema()),
                        Tuple.of(record, identifier.scope(), resolved.subject(), other)));
            }
        }
        return writes;
    }

    private static String[] scopes(List<Sealed.Identifier> identifiers) {
        return identifiers.stream().map(Sealed.Identifier::scope).toArray(String[]::new);
    }

    private static Buffer[] tokens(List<Sealed.Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> Buffer.buffer(identifier.token()))
                .toArray(Buffer[]::new);
    }
}
