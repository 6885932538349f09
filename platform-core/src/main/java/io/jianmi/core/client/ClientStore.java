package io.jianmi.core.client;

import io.jianmi.core.cluster.Notice;
import io.jianmi.core.cluster.Notices;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.ClientTerms;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows of {@code api_client}. Every write tells all nodes with its commit. */
@Singleton
final class ClientStore {

    private static final String COLUMNS =
            "id, name, roles, purpose, ceiling, networks, per_minute, expires_at, key_hash, former_hash,"
                    + " former_until, hint, revision, created_at, created_by, rolled_at, revoked_at, last_used";

    private final Pool pool;

    ClientStore(Pool pool) {
        this.pool = pool;
    }

    /** All of a tenant, ended ones too. */
    Uni<List<Client>> all(TenantKey tenant) {
        return pool.preparedQuery("select %s from \"%s\".api_client".formatted(COLUMNS, tenant.schema()))
                .execute()
                .map(ClientStore::read);
    }

    /** Newest first. */
    Uni<List<Client>> page(TenantKey tenant, Optional<UUID> after, int limit) {
        return pool.preparedQuery(
                        "select %s from \"%s\".api_client where $1::uuid is null or id < $1 order by id desc limit $2"
                                .formatted(COLUMNS, tenant.schema()))
                .execute(Tuple.of(after.orElse(null), limit))
                .map(ClientStore::read);
    }

    Uni<Optional<Client>> find(TenantKey tenant, UUID id) {
        return pool.preparedQuery("select %s from \"%s\".api_client where id = $1".formatted(COLUMNS, tenant.schema()))
                .execute(Tuple.of(id))
                .map(rows -> read(rows).stream().findFirst());
    }

    /** Keeps the day of its last use; one statement for a client and a day. */
    Uni<Void> used(TenantKey tenant, UUID id, LocalDate day) {
        return pool.preparedQuery(
                        "update \"%s\".api_client set last_used = $2 where id = $1 and (last_used is null or last_used < $2)"
                                .formatted(tenant.schema()))
                .execute(Tuple.of(id, day))
                .replaceWithVoid();
    }

    static Write insert(TenantKey tenant, Client client) {
        Tuple parameters = Tuple.tuple()
                .addUUID(client.id())
                .addString(client.name())
                .addArrayOfString(client.roles().stream().sorted().toArray(String[]::new))
                .addString(client.terms().purpose())
                .addString(client.terms().ceiling().key())
                .addArrayOfString(client.networks().toArray(String[]::new))
                .addInteger(client.perMinute())
                .addOffsetDateTime(utc(client.expiresAt()))
                .addValue(bytes(client.keys().newest()))
                .addString(client.hint())
                .addOffsetDateTime(utc(client.createdAt()))
                .addString(client.createdBy());
        return Write.one("""
                insert into "%s".api_client (id, name, roles, purpose, ceiling, networks, per_minute, expires_at, key_hash, hint, revision,
                created_at, created_by)
                select $1::uuid, $2::text, $3::text[], $4::text, $5::text, $6::text[], $7::integer, $8::timestamptz, $9::bytea, $10::text, 1,
                $11::timestamptz, $12::text from %s""".formatted(tenant.schema(), Notices.told(13)), Notices.bind(parameters, notice(tenant)));
    }

    static Write revise(TenantKey tenant, Client standing, ClientForm.Terms terms) {
        return changed(
                tenant,
                standing,
                "name = $3, networks = $4, per_minute = $5, expires_at = $6",
                Tuple.tuple()
                        .addString(terms.name())
                        .addArrayOfString(terms.networks().toArray(String[]::new))
                        .addInteger(terms.perMinute())
                        .addOffsetDateTime(utc(terms.expiresAt())));
    }

    /** @param formerUntil until when the key that counted counts beside the new one; null for no longer */
    static Write roll(TenantKey tenant, Client standing, ApiKey fresh, Instant now, @Nullable Instant formerUntil) {
        return changed(
                tenant,
                standing,
                "former_hash = case when $6::timestamptz is null then null else key_hash end, former_until = $6,"
                        + " key_hash = $3, hint = $4, rolled_at = $5",
                Tuple.tuple()
                        .addValue(Buffer.buffer(fresh.hash()))
                        .addString(fresh.hint())
                        .addOffsetDateTime(utc(now))
                        .addOffsetDateTime(formerUntil == null ? null : utc(formerUntil)));
    }

    static Write revoke(TenantKey tenant, Client standing, Actor by, Instant now) {
        return changed(
                tenant,
                standing,
                "revoked_at = $3, revoked_by = $4",
                Tuple.tuple().addOffsetDateTime(utc(now)).addString(by.id().value()));
    }

    /** @param more parameters from {@code $3} on */
    private static Write changed(TenantKey tenant, Client standing, String set, Tuple more) {
        Tuple parameters = Tuple.tuple().addUUID(standing.id()).addInteger(standing.revision());
        for (int i = 0; i < more.size(); i++) {
            parameters.addValue(more.getValue(i));
        }
        return Write.one(
                "update \"%s\".api_client set %s, revision = revision + 1 from %s where id = $1 and revision = $2 and revoked_at is null"
                        .formatted(tenant.schema(), set, Notices.told(more.size() + 3)),
                Notices.bind(parameters, notice(tenant)));
    }

    private static Notice notice(TenantKey tenant) {
        return new Notice(KnownClients.TOPIC, tenant, KnownClients.TOPIC);
    }

    private static List<Client> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ClientStore::client)
                .toList();
    }

    private static Client client(Row row) {
        Buffer former = row.getDelegate().getBuffer("former_hash");
        return new Client(
                row.getUUID("id"),
                row.getString("name"),
                Set.of(row.getArrayOfStrings("roles")),
                new ClientTerms(Sensitivity.parse(row.getString("ceiling")), row.getString("purpose")),
                List.of(row.getArrayOfStrings("networks")),
                row.getInteger("per_minute"),
                row.getOffsetDateTime("expires_at").toInstant(),
                new Client.Keys(
                        ByteBuffer.wrap(row.getDelegate().getBuffer("key_hash").getBytes()),
                        former == null ? null : ByteBuffer.wrap(former.getBytes()),
                        instant(row.getOffsetDateTime("former_until"))),
                row.getString("hint"),
                row.getInteger("revision"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"),
                instant(row.getOffsetDateTime("rolled_at")),
                instant(row.getOffsetDateTime("revoked_at")),
                row.getLocalDate("last_used"));
    }

    private static Buffer bytes(ByteBuffer hash) {
        byte[] bytes = new byte[hash.remaining()];
        hash.duplicate().get(bytes);
        return Buffer.buffer(bytes);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
