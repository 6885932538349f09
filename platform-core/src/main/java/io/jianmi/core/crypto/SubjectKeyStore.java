package io.jianmi.core.crypto;

import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.thread.Gathering;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The key database: one row per person and version holds the wrapped keys of all classes, so that a record costs one
 * row. Versions of a person only grow; a destroyed person's id is never used again.
 */
final class SubjectKeyStore {

    private static final Logger LOG = Logger.getLogger(SubjectKeyStore.class);

    /** Serialises the nodes that start at once; any constant does. */
    private static final long SCHEMA_LOCK = 0x4a69616e6d69L;

    private static final String INSERT = """
            insert into subject_key (tenant, subject, version, s2, s3, s4)
            select $1, * from unnest($2::uuid[], $3::int[], $4::bytea[], $5::bytea[], $6::bytea[])""";

    private final Pool pool;
    private final Gathering<Asked, UUID, List<WrappedKeys>> persons = new Gathering<>(this::ofEach);

    /** Whose tenant's keys, and of which classes, in order. */
    private record Asked(TenantKey tenant, List<KeyClass> classes) {}

    /** Wrapped keys of one person and version; a class that was not asked for is absent. */
    record WrappedKeys(UUID subject, int version, Map<KeyClass, byte[]> byClass) {}

    SubjectKeyStore(Pool pool) {
        this.pool = pool;
    }

    /** Makes the table where it is missing. */
    Uni<Void> migrate() {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(SCHEMA_LOCK))
                .chain(() -> connection.query("""
                                create table if not exists subject_key (
                                    tenant text not null,
                                    subject uuid not null,
                                    version integer not null,
                                    s2 bytea not null,
                                    s3 bytea not null,
                                    s4 bytea not null,
                                    created_at timestamptz not null default now(),
                                    primary key (tenant, subject, version))""").execute())
                .replaceWithVoid());
    }

    /** The keys of these persons, oldest version first; a person without keys has no entry. */
    Uni<List<WrappedKeys>> find(TenantKey tenant, Collection<UUID> subjects, Set<KeyClass> classes) {
        Asked asked = new Asked(tenant, classes.stream().sorted().toList());
        return subjects.size() == 1
                ? persons.find(asked, subjects.iterator().next()).map(found -> found.orElse(List.of()))
                : select(asked, subjects);
    }

    private Uni<Map<UUID, List<WrappedKeys>>> ofEach(Asked asked, List<UUID> subjects) {
        return select(asked, subjects).map(keys -> keys.stream().collect(Collectors.groupingBy(WrappedKeys::subject)));
    }

    private Uni<List<WrappedKeys>> select(Asked asked, Collection<UUID> subjects) {
        return pool.preparedQuery(select(asked.classes()))
                .execute(Tuple.of(asked.tenant().value()).addArrayOfUUID(subjects.toArray(UUID[]::new)))
                .map(rows -> wrapped(rows, asked.classes()))
                .onFailure()
                .transform(SubjectKeyStore::unavailable);
    }

    Uni<Void> insert(TenantKey tenant, List<WrappedKeys> keys) {
        Tuple parameters = Tuple.of(tenant.value())
                .addArrayOfUUID(keys.stream().map(WrappedKeys::subject).toArray(UUID[]::new))
                .addArrayOfInteger(keys.stream().map(WrappedKeys::version).toArray(Integer[]::new));
        for (KeyClass keyClass : KeyClass.values()) {
            parameters.addValue(keys.stream()
                    .map(key -> Buffer.buffer(key.byClass().get(keyClass)))
                    .toArray(Buffer[]::new));
        }
        return pool.preparedQuery(INSERT)
                .execute(parameters)
                .replaceWithVoid()
                .onFailure()
                .transform(SubjectKeyStore::unavailable);
    }

    /** Destroys every version of a person's keys; how many there were. */
    Uni<Integer> delete(TenantKey tenant, UUID subject) {
        return pool.preparedQuery("delete from subject_key where tenant = $1 and subject = $2")
                .execute(Tuple.of(tenant.value(), subject))
                .map(SqlResult::rowCount);
    }

    /** Without keys nothing protected is read or written; the rest of the product goes on. */
    private static ProblemException unavailable(Throwable failure) {
        LOG.error("The key database does not answer", failure);
        return ProblemException.of(CryptoProblem.KMS_UNAVAILABLE);
    }

    private static String select(List<KeyClass> columns) {
        StringBuilder sql = new StringBuilder("select subject, version");
        columns.forEach(keyClass -> sql.append(", ").append(keyClass.name().toLowerCase(Locale.ROOT)));
        return sql.append(" from subject_key where tenant = $1 and subject = any($2) order by version")
                .toString();
    }

    private static List<WrappedKeys> wrapped(RowSet<Row> rows, List<KeyClass> columns) {
        List<WrappedKeys> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Map<KeyClass, byte[]> byClass = new EnumMap<>(KeyClass.class);
            for (int i = 0; i < columns.size(); i++) {
                byClass.put(columns.get(i), row.getBuffer(2 + i).getBytes());
            }
            found.add(new WrappedKeys(row.getUUID(0), row.getInteger(1), byClass));
        }
        return found;
    }
}
