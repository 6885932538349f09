package io.jianmi.form.erasure;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The ledger. Entries and steps are added, nothing is changed: the database refuses that too. */
@Singleton
final class ErasureStore {

    private static final String SELECT = """
            select e.id, e.subject, e.asked_at, e.asked_by, e.approval, e.request,
            (select coalesce(json_agg(json_build_array(s.step, s.at, s.counts) order by s.at), '[]')::text
             from %1$s.erasure_step s where s.erasure = e.id) steps,
            exists (select from %1$s.subject_hold h where h.subject = e.subject and h.released_at is null) held
            from %1$s.erasure e\s""";

    private final Pool pool;

    ErasureStore(Pool pool) {
        this.pool = pool;
    }

    /** Newest first; of one person where one is named. */
    Uni<List<Erasure>> page(TenantKey tenant, Optional<UUID> subject, Optional<UUID> after, int limit) {
        return read(
                tenant,
                "where ($1::uuid is null or e.id < $1) and ($2::uuid is null or e.subject = $2) order by e.id desc limit $3",
                Tuples.of(after.orElse(null), subject.orElse(null), limit));
    }

    Uni<Optional<Erasure>> find(TenantKey tenant, UUID id) {
        return read(tenant, "where e.id = $1", Tuple.of(id))
                .map(found -> found.stream().findFirst());
    }

    /** The newest of a person. */
    Uni<Optional<Erasure>> of(TenantKey tenant, UUID subject) {
        return read(tenant, "where e.subject = $1 order by e.id desc limit 1", Tuple.of(subject))
                .map(found -> found.stream().findFirst());
    }

    /** Those that are not over, oldest first. */
    Uni<List<Erasure>> open(TenantKey tenant) {
        return read(
                tenant,
                "where not exists (select from %1$s.erasure_step s where s.erasure = e.id and s.step = 'closed') order by e.id"
                        .formatted(quoted(tenant)),
                Tuple.tuple());
    }

    /** Persons of whom the ledger says that their keys are destroyed. */
    Uni<Set<UUID>> shredded(TenantKey tenant) {
        return pool.query("""
                        select distinct e.subject from %1$s.erasure e join %1$s.erasure_step s on s.erasure = e.id
                        where s.step = 'keys'
                        """.formatted(quoted(tenant))).execute().map(ErasureStore::ids);
    }

    /** Those of the entries that the ledger has. */
    Uni<Set<UUID>> known(TenantKey tenant, Collection<UUID> erasures) {
        return pool.preparedQuery("select id from %s.erasure where id = any($1)".formatted(quoted(tenant)))
                .execute(Tuple.tuple().addArrayOfUUID(erasures.toArray(UUID[]::new)))
                .map(ErasureStore::ids);
    }

    private static Set<UUID> ids(Iterable<Row> rows) {
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return Set.copyOf(ids);
    }

    /** Records of hers that were found. */
    Uni<List<UUID>> records(TenantKey tenant, UUID subject) {
        return pool.preparedQuery("select record from %s.erased_record where subject = $1".formatted(quoted(tenant)))
                .execute(Tuple.of(subject))
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                });
    }

    /** How many of them in each form. */
    Uni<Map<String, Integer>> recordsByForm(TenantKey tenant, UUID subject) {
        return pool.preparedQuery(
                        "select form, count(*)::integer from %s.erased_record where subject = $1 group by form order by form"
                                .formatted(quoted(tenant)))
                .execute(Tuple.of(subject))
                .map(rows -> {
                    Map<String, Integer> forms = new TreeMap<>();
                    rows.forEach(row -> forms.put(row.getString(0), row.getInteger(1)));
                    return forms;
                });
    }

    /** Of two who order the same at once one does. */
    static Write order(TenantKey tenant, UUID id, UUID subject, Ordered by) {
        return Write.one(
                """
                insert into %1$s.erasure (id, subject, asked_at, asked_by, approval, request)
                select $1, $2, $3, $4, $5, $6 where not exists (select from %1$s.erasure e where e.subject = $2
                and not exists (select from %1$s.erasure_step s where s.erasure = e.id and s.step = 'closed'))
                """.formatted(quoted(tenant)),
                Tuples.of(
                        id,
                        subject,
                        utc(by.at()),
                        by.by(),
                        by.approval().orElse(null),
                        by.request().orElse(null)),
                ErasureProblem.STANDING);
    }

    /** By whom and why. */
    record Ordered(Instant at, String by, Optional<UUID> approval, Optional<UUID> request) {

        /** What a copy of the data that was brought back has forgotten. */
        static Ordered again(Instant at) {
            return new Ordered(at, MemberId.SYSTEM.value(), Optional.empty(), Optional.empty());
        }
    }

    static Write step(TenantKey tenant, UUID erasure, Step step, Instant at, String counts) {
        return Write.any(
                "insert into %s.erasure_step (erasure, step, at, counts) values ($1, $2, $3, $4) on conflict do nothing"
                        .formatted(quoted(tenant)),
                Tuples.of(erasure, step.key(), utc(at), counts));
    }

    private Uni<List<Erasure>> read(TenantKey tenant, String which, Tuple parameters) {
        return pool.preparedQuery(SELECT.formatted(quoted(tenant)) + which)
                .execute(parameters)
                .map(rows -> {
                    List<Erasure> found = new ArrayList<>();
                    rows.forEach(row -> found.add(erasure(row)));
                    return found;
                });
    }

    private static Erasure erasure(Row row) {
        List<Erasure.Done> steps = new ArrayList<>();
        Json.parse(row.getString(6))
                .forEach(done -> Step.of(done.path(0).asText())
                        .ifPresent(step -> steps.add(new Erasure.Done(
                                step,
                                OffsetDateTime.parse(done.path(1).asText()).toInstant(),
                                Json.parse(done.path(2).asText())))));
        return new Erasure(
                row.getUUID(0),
                row.getUUID(1),
                row.getOffsetDateTime(2).toInstant(),
                row.getString(3),
                row.getUUID(4),
                row.getUUID(5),
                steps.stream().sorted(Comparator.comparing(Erasure.Done::step)).collect(Collectors.toList()),
                row.getBoolean(7));
    }

    static String quoted(TenantKey tenant) {
        return "\"" + tenant.schema() + "\"";
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
