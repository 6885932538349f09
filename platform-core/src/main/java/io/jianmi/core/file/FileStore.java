package io.jianmi.core.file;

import io.jianmi.core.crypto.FileKey;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows about files. */
@Singleton
final class FileStore {

    private static final String COLUMNS =
            "id, uploader, upload_subject, form, record, field, subject, key_class, facts, key";

    private final Pool pool;

    FileStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<StoredFile>> find(TenantKey tenant, UUID id) {
        return query(tenant, "id = $1 and detached_at is null", Tuple.of(id))
                .map(files -> files.stream().findFirst());
    }

    /** Those of the uploads that are this actor's own and that no record holds. */
    Uni<List<StoredFile>> waiting(Actor actor, Collection<UUID> ids) {
        return query(
                actor.tenant(),
                "id = any($1) and uploader = $2 and record is null",
                Tuple.tuple()
                        .addArrayOfUUID(ids.toArray(UUID[]::new))
                        .addString(actor.id().value()));
    }

    /** What these records hold. */
    Uni<List<StoredFile>> of(TenantKey tenant, Collection<UUID> records) {
        return query(
                tenant,
                "record = any($1) and detached_at is null",
                Tuple.tuple().addArrayOfUUID(records.toArray(UUID[]::new)));
    }

    /** How many uploads of this actor no record holds. */
    Uni<Long> waiting(Actor actor) {
        return pool.preparedQuery("select count(*) from \"%s\".file where uploader = $1 and record is null"
                        .formatted(actor.tenant().schema()))
                .execute(Tuple.of(actor.id().value()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Write insert(TenantKey tenant, KeepUpload upload, MemberId uploader, Instant now) {
        return Write.any(
                """
                insert into "%s".file (id, uploader, uploaded_at, upload_subject, facts, key)
                values ($1, $2, $3, $4, $5, $6)
                """.formatted(tenant.schema()),
                Tuple.tuple()
                        .addUUID(upload.id())
                        .addString(uploader.value())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addUUID(upload.subject())
                        .addValue(upload.facts())
                        .addValue(upload.key()));
    }

    /** Guarded: of two records that want the upload one gets it. */
    static Write attach(StoredFile upload, FileFacts facts, FileKey key, FileHome home, KeyRing ring, Instant now) {
        TenantKey tenant = upload.tenant();
        return Write.one(
                """
                update "%s".file set form = $3, record = $4, field = $5, subject = $6, key_class = $7,
                    facts = $8, key = $9, attached_at = $10
                where id = $1 and uploader = $2 and record is null
                """.formatted(tenant.schema()),
                Tuple.tuple()
                        .addUUID(upload.id())
                        .addString(upload.uploader().value())
                        .addString(home.form())
                        .addUUID(home.record())
                        .addString(home.field())
                        .addUUID(home.subject())
                        .addString(home.keyClass().name())
                        .addValue(Buffer.buffer(ring.seal(home.facts(tenant, upload.id()), facts.sealed())))
                        .addValue(Buffer.buffer(key.wrap(ring, home.key(tenant, upload.id()))))
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)));
    }

    static Write detach(TenantKey tenant, UUID record, Collection<UUID> files, Instant now) {
        return Write.any(
                "update \"%s\".file set detached_at = $3 where id = any($1) and record = $2".formatted(tenant.schema()),
                Tuple.tuple()
                        .addArrayOfUUID(files.toArray(UUID[]::new))
                        .addUUID(record)
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)));
    }

    static Write bringBack(TenantKey tenant, UUID record, Collection<UUID> files) {
        return Write.any(
                "update \"%s\".file set detached_at = null where id = any($1) and record = $2"
                        .formatted(tenant.schema()),
                Tuple.tuple().addArrayOfUUID(files.toArray(UUID[]::new)).addUUID(record));
    }

    private Uni<List<StoredFile>> query(TenantKey tenant, String condition, Tuple parameters) {
        return pool.preparedQuery("select %s from \"%s\".file where %s".formatted(COLUMNS, tenant.schema(), condition))
                .execute(parameters)
                .map(rows -> files(tenant, rows));
    }

    private static List<StoredFile> files(TenantKey tenant, RowSet<Row> rows) {
        List<StoredFile> files = new ArrayList<>(rows.size());
        for (Row row : rows) {
            UUID id = row.getUUID(0);
            MemberId uploader = new MemberId(row.getString(1));
            boolean attached = row.getUUID(4) != null;
            FileHome home = attached
                    ? new FileHome(
                            row.getString(3),
                            row.getUUID(4),
                            row.getString(5),
                            row.getUUID(6),
                            KeyClass.valueOf(row.getString(7)))
                    : FileHome.waiting(id, uploader, row.getUUID(2));
            files.add(new StoredFile(
                    tenant,
                    id,
                    uploader,
                    attached,
                    home,
                    row.getDelegate().getBuffer(8),
                    row.getDelegate().getBuffer(9)));
        }
        return files;
    }
}
