package io.jianmi.form.record;

import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

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
     * @param identifiers tokens that will name the person from now on
     * @param others persons whom some of the tokens named before, by token
     */
    record Resolved(UUID subject, boolean fresh, List<Sealed.Identifier> identifiers, Map<ByteBuffer, UUID> others) {}

    /** A record and its person. */
    record Holder(UUID record, Resolved person) {}

    /**
     * The persons of new records, in one round trip. What one record makes known, the next of the same batch finds.
     *
     * @param identifiers of each record
     * @param rehearsal true makes one person for all whom nobody knows
     * @param claimed true where nobody vouches for who is named: a person who is known already is not touched, and the desk is told
     */
    Uni<List<Resolved>> resolve(
            TenantKey tenant, List<List<Sealed.Identifier>> identifiers, boolean rehearsal, boolean claimed) {
        return known(tenant, identifiers.stream().flatMap(List::stream).toList())
                .chain(stored -> {
                    Map<ByteBuffer, UUID> known = new HashMap<>(stored);
                    Supplier<Uni<UUID>> each = () -> keys.newSubject(tenant);
                    Supplier<Uni<UUID>> fresh = rehearsal ? once(each) : each;
                    return Multi.createFrom()
                            .iterable(identifiers)
                            .onItem()
                            .transformToUniAndConcatenate(own -> resolve(fresh, own, known, claimed))
                            .collect()
                            .asList();
                });
    }

    private static Supplier<Uni<UUID>> once(Supplier<Uni<UUID>> each) {
        Uni<UUID> one = Uni.createFrom().deferred(() -> each.get()).memoize().indefinitely();
        return () -> one;
    }

    private static Uni<Resolved> resolve(
            Supplier<Uni<UUID>> fresh,
            List<Sealed.Identifier> identifiers,
            Map<ByteBuffer, UUID> known,
            boolean claimed) {
        Map<ByteBuffer, UUID> named = new LinkedHashMap<>();
        for (Sealed.Identifier identifier : identifiers) {
            UUID subject = known.get(ByteBuffer.wrap(identifier.token()));
            if (subject != null) {
                named.put(ByteBuffer.wrap(identifier.token()), subject);
            }
        }
        Uni<Resolved> resolved = named.isEmpty() || claimed
                ? fresh.get().map(subject -> new Resolved(subject, true, identifiers, named))
                : Uni.createFrom().item(new Resolved(named.values().iterator().next(), false, identifiers, named));
        return resolved.invoke(person -> identifiers.forEach(
                identifier -> known.putIfAbsent(ByteBuffer.wrap(identifier.token()), person.subject())));
    }

    /** The persons whom tokens name, by token; one round trip. */
    Uni<Map<ByteBuffer, UUID>> known(TenantKey tenant, List<Sealed.Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return query(tenant, identifiers).map(rows -> {
            Map<ByteBuffer, UUID> known = new HashMap<>();
            for (Row row : rows) {
                known.put(ByteBuffer.wrap(row.getDelegate().getBuffer(0).getBytes()), row.getUUID(1));
            }
            return known;
        });
    }

    /** Nearly always there is one; arrays would be planned anew each time. */
    private Uni<RowSet<Row>> query(TenantKey tenant, List<Sealed.Identifier> identifiers) {
        String select = "select i.token, i.subject from \"%s\".subject_identifier i ".formatted(tenant.schema());
        if (identifiers.size() == 1) {
            Sealed.Identifier only = identifiers.get(0);
            return pool.preparedQuery(select + "where i.scope = $1 and i.token = $2")
                    .execute(Tuple.of(only.scope(), Buffer.buffer(only.token())));
        }
        return pool.preparedQuery(select
                        + "join unnest($1::text[], $2::bytea[]) as wanted(scope, token)"
                        + " on i.scope = wanted.scope and i.token = wanted.token")
                .execute(Tuple.of(scopes(identifiers), tokens(identifiers)));
    }

    /** Rows that make the persons known for the next record, and note contradictions. */
    List<Write> writes(TenantKey tenant, List<Holder> holders) {
        List<Write> writes = new ArrayList<>();
        UUID[] fresh = holders.stream()
                .map(Holder::person)
                .filter(Resolved::fresh)
                .map(Resolved::subject)
                .toArray(UUID[]::new);
        if (fresh.length > 0) {
            writes.add(Write.any(
                    "insert into \"%s\".data_subject (id) select unnest($1::uuid[]) on conflict do nothing"
                            .formatted(tenant.schema()),
                    Tuple.tuple().addArrayOfUUID(fresh)));
        }
        List<Named> named = named(holders);
        if (!named.isEmpty()) {
            writes.add(Write.any(
                    """
                    insert into "%s".subject_identifier (scope, token, subject)
                    select * from unnest($1::text[], $2::bytea[], $3::uuid[]) on conflict do nothing
                    """.formatted(tenant.schema()),
                    Tuple.of(
                            scopes(named.stream().map(Named::identifier).toList()),
                            tokens(named.stream().map(Named::identifier).toList()),
                            named.stream()
                                    .map(one -> one.holder().person().subject())
                                    .toArray(UUID[]::new))));
        }
        named.forEach(one -> {
            UUID other = one.holder()
                    .person()
                    .others()
                    .get(ByteBuffer.wrap(one.identifier().token()));
            if (other != null && !other.equals(one.holder().person().subject())) {
                writes.add(conflict(tenant, one, other));
            }
        });
        return writes;
    }

    private record Named(Holder holder, Sealed.Identifier identifier) {}

    private static List<Named> named(List<Holder> holders) {
        return holders.stream()
                .flatMap(holder ->
                        holder.person().identifiers().stream().map(identifier -> new Named(holder, identifier)))
                .toList();
    }

    private static Write conflict(TenantKey tenant, Named named, UUID other) {
        return Write.any(
                """
                insert into "%s".subject_conflict (record, scope, subject, other) values ($1, $2, $3, $4)
                on conflict do nothing
                """.formatted(tenant.schema()),
                Tuple.of(
                        named.holder().record(),
                        named.identifier().scope(),
                        named.holder().person().subject(),
                        other));
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
