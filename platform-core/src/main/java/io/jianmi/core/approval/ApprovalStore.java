package io.jianmi.core.approval;

import io.jianmi.core.approval.Approval.Decision;
import io.jianmi.core.approval.Approval.Sealed;
import io.jianmi.core.approval.Approval.Status;
import io.jianmi.core.approval.Approval.Target;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code approval}. One whose tag is broken is none: it was written outside the product. */
@Singleton
final class ApprovalStore {

    private static final String COLUMNS = "id, kind, asked_by, asked_at, expires_at, approvers, object, form, record,"
            + " record_version, task, subject, terms, reason, status, decided_by, decided_at, decided_as, remark, ended_at, tag";

    /** Which of them a list shows; $1 the reader, $2 his roles, $3 now. */
    enum Box {
        TODO("status = 'PENDING' and ended_at is null and approvers && $2 and asked_by <> $1 and expires_at > $3"),
        ASKED("asked_by = $1 and $2::text[] is not null and $3::timestamptz is not null"),
        DONE("decided_by = $1 and $2::text[] is not null and $3::timestamptz is not null");

        private final String condition;

        Box(String condition) {
            this.condition = condition;
        }
    }

    private final Pool pool;
    private final ApprovalSealer sealer;

    ApprovalStore(Pool pool, ApprovalSealer sealer) {
        this.pool = pool;
        this.sealer = sealer;
    }

    /**
     * Newest first (ids are ordered by time).
     *
     * @param record narrows to what is asked about it
     */
    Uni<List<Approval>> page(
            Actor reader, Box box, Optional<UUID> record, Optional<UUID> after, int limit, Instant now) {
        Tuple parameters = Tuple.tuple()
                .addString(reader.id().value())
                .addArrayOfString(reader.roles().toArray(String[]::new))
                .addOffsetDateTime(utc(now))
                .addInteger(limit)
                .addValue(record.orElse(null))
                .addValue(after.orElse(null));
        return read(
                reader.tenant(),
                "where " + box.condition + " and ($5::uuid is null or record = $5) and ($6::uuid is null or id < $6)"
                        + " order by id desc limit $4",
                parameters);
    }

    Uni<Optional<Approval>> find(TenantKey tenant, UUID id) {
        return read(tenant, "where id = $1", Tuple.of(id))
                .map(found -> found.stream().findFirst());
    }

    /** What he has asked about the record in these very terms, and may still use or hope for; newest first. */
    Uni<List<Approval>> standing(Actor asker, String kind, Target target, String terms, Instant now) {
        return read(
                asker.tenant(),
                """
                where asked_by = $1 and kind = $2 and record is not distinct from $3 and record_version = $4 and terms = $5
                and task is not distinct from $6 and status in ('PENDING', 'APPROVED') and ended_at is null
                and expires_at > $7 order by id desc limit 1
                """,
                Tuple.tuple()
                        .addString(asker.id().value())
                        .addString(kind)
                        .addValue(target.record())
                        .addInteger(target.version())
                        .addString(terms)
                        .addValue(target.task())
                        .addOffsetDateTime(utc(now)));
    }

    private Uni<List<Approval>> read(TenantKey tenant, String which, Tuple parameters) {
        return pool.preparedQuery("select %s from \"%s\".approval %s".formatted(COLUMNS, tenant.schema(), which))
                .execute(parameters)
                .map(rows -> {
                    List<Approval> found = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        Approval approval = approval(row);
                        if (sealer.verifies(tenant, approval, bytes(row, "tag"))) {
                            found.add(approval);
                        }
                    }
                    return found;
                });
    }

    private static Approval approval(Row row) {
        return new Approval(
                row.getUUID("id"),
                row.getString("kind"),
                new MemberId(row.getString("asked_by")),
                row.getOffsetDateTime("asked_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                Set.of(row.getArrayOfStrings("approvers")),
                new Target(
                        row.getString("object"),
                        row.getString("form"),
                        row.getUUID("record"),
                        row.getInteger("record_version"),
                        row.getUUID("task"),
                        row.getUUID("subject")),
                row.getString("terms"),
                new Sealed(bytes(row, "reason")),
                Status.valueOf(row.getString("status")),
                decision(row),
                instant(row.getOffsetDateTime("ended_at")));
    }

    private static @Nullable Decision decision(Row row) {
        String by = row.getString("decided_by");
        if (by == null) {
            return null;
        }
        boolean said = row.getValue("remark") != null;
        return new Decision(
                new MemberId(by),
                row.getOffsetDateTime("decided_at").toInstant(),
                Set.of(row.getArrayOfStrings("decided_as")),
                said ? new Sealed(bytes(row, "remark")) : null);
    }

    private static byte[] bytes(Row row, String column) {
        return row.getDelegate().getBuffer(column).getBytes();
    }

    Write insert(TenantKey tenant, Approval asked) {
        Target target = asked.target();
        return Write.one(
                """
                insert into "%s".approval (id, kind, asked_by, asked_at, expires_at, approvers, object, form, record,
                record_version, task, subject, terms, reason, status, tag)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                """.formatted(tenant.schema()),
                Tuple.tuple()
                        .addUUID(asked.id())
                        .addString(asked.kind())
                        .addString(asked.asker().value())
                        .addOffsetDateTime(utc(asked.askedAt()))
                        .addOffsetDateTime(utc(asked.expiresAt()))
                        .addArrayOfString(asked.approvers().toArray(String[]::new))
                        .addString(target.object())
                        .addValue(target.form())
                        .addValue(target.record())
                        .addInteger(target.version())
                        .addValue(target.task())
                        .addUUID(target.subject())
                        .addString(asked.terms())
                        .addValue(Buffer.buffer(asked.reason().bytes()))
                        .addString(asked.status().name())
                        .addValue(Buffer.buffer(sealer.tag(tenant, asked))));
    }

    /** Replaces what stood before; who was faster has decided. */
    Write update(TenantKey tenant, Approval before, Approval next) {
        Decision decision = next.decision();
        Sealed remark = decision == null ? null : decision.remark();
        return Write.one(
                """
                update "%s".approval set status = $3, expires_at = $4, decided_by = $5, decided_at = $6, decided_as = $7,
                remark = $8, tag = $9 where id = $1 and status = $2 and ended_at is null
                """.formatted(tenant.schema()),
                Tuple.tuple()
                        .addUUID(next.id())
                        .addString(before.status().name())
                        .addString(next.status().name())
                        .addOffsetDateTime(utc(next.expiresAt()))
                        .addValue(decision == null ? null : decision.by().value())
                        .addValue(decision == null ? null : utc(decision.at()))
                        .addValue(decision == null ? null : decision.roles().toArray(String[]::new))
                        .addValue(remark == null ? null : Buffer.buffer(remark.bytes()))
                        .addValue(Buffer.buffer(sealer.tag(tenant, next))));
    }

    static OffsetDateTime utc(Instant at) {
        return Objects.requireNonNull(at).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
