package io.jianmi.workflow.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.comment.CommentFiles;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceColumns;
import io.jianmi.workflow.task.ActStatement;
import io.jianmi.workflow.task.Spoken;
import io.jianmi.workflow.task.TimelineWriter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an instance with what happened in it. */
@Singleton
public final class CertificateStore {

    private static final String INSTANCE = """
            select i.id, i.app, i.workflow, i.workflow_version, i.form, i.record, i.initiator, i.status, i.started_at,
            i.ended_at from "%s".wf_instance i where i.record = $1 and i.form = $2 and ($3::uuid is null or i.id = $3)
            order by i.started_at desc limit 1
            """;

    private static final String ENTRIES = """
            select t.id, t.at, t.entry, t.node, t.actor, t.target, t.record_version, t.comment, t.subject, t.seen, t.changed,
            t.salt, t.seed, t.said from "%s".wf_timeline t where t.instance = $1 order by t.at, t.id limit 2000
            """;

    private final Pool pool;
    private final DataKeys keys;
    private final CommentFiles files;

    CertificateStore(Pool pool, DataKeys keys, CommentFiles files) {
        this.pool = pool;
        this.keys = keys;
        this.files = files;
    }

    /** @param wanted null: the newest; empty when there is none of that record */
    Uni<Optional<CertifiedInstance>> instance(TenantKey tenant, String form, UUID record, @Nullable UUID wanted) {
        return pool.preparedQuery(INSTANCE.formatted(tenant.schema()))
                .execute(Tuple.of(record, form, wanted))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(instance(row));
                    }
                    return Optional.empty();
                });
    }

    private static CertifiedInstance instance(Row row) {
        return new CertifiedInstance(
                InstanceColumns.read(row, 0),
                row.getString(7).toLowerCase(Locale.ROOT),
                row.getOffsetDateTime(8).toInstant(),
                Optional.ofNullable(row.getOffsetDateTime(9))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    /** Oldest first, their comments open; those of an erased person are gone. */
    Uni<List<CertifiedAct>> acts(Actor actor, Instance instance) {
        return pool.preparedQuery(ENTRIES.formatted(actor.tenant().schema()))
                .execute(Tuple.of(instance.id()))
                .chain(rows -> {
                    List<Row> list = new ArrayList<>();
                    rows.forEach(list::add);
                    Set<UUID> subjects = new HashSet<>();
                    list.stream().filter(row -> row.getBuffer(7) != null).forEach(row -> subjects.add(row.getUUID(8)));
                    return keys.ring(actor.tenant(), subjects, Set.of(KeyClass.S2))
                            .chain(ring -> files.shown(actor.tenant(), instance.record(), ring)
                                    .map(shown -> list.stream()
                                            .map(row -> act(actor, instance.form(), row, new Opening(ring, shown)))
                                            .toList()));
                });
    }

    /** @param files what is told of each file of a comment */
    private record Opening(KeyRing ring, Map<UUID, ObjectNode> files) {}

    private static CertifiedAct act(Actor actor, String form, Row row, Opening opening) {
        String target = row.getString(5);
        return new CertifiedAct(
                row.getUUID(0),
                row.getOffsetDateTime(1).toInstant(),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                target == null ? List.of() : List.of(target.split(",")),
                row.getInteger(6),
                said(actor, form, row, opening),
                statement(row),
                Optional.empty());
    }

    private static Optional<CertifiedAct.Said> said(Actor actor, String form, Row row, Opening opening) {
        if (row.getBuffer(7) == null || row.getBuffer(11) == null) {
            return Optional.empty();
        }
        UUID entry = row.getUUID(0);
        UUID subject = row.getUUID(8);
        return Spoken.open(
                        TimelineWriter.comment(actor, form, entry, subject),
                        row.getBuffer(7).getBytes(),
                        opening.ring())
                .map(spoken -> {
                    byte[] salt = TimelineWriter.salt(
                            actor, form, entry, subject, row.getBuffer(11).getBytes(), opening.ring());
                    List<ObjectNode> files = spoken.enclosed().files().stream()
                            .flatMap(file -> Optional.ofNullable(opening.files().get(file)).stream())
                            .toList();
                    return new CertifiedAct.Said(spoken.text(), ActStatement.files(salt, files), salt);
                });
    }

    private static Optional<ActStatement> statement(Row row) {
        if (row.getBuffer(12) == null) {
            return Optional.empty();
        }
        String[] changed = row.getArrayOfStrings(10);
        ObjectNode seen = row.getString(9) != null && Json.parse(row.getString(9)) instanceof ObjectNode object
                ? object
                : Json.NODES.objectNode();
        return Optional.of(ActStatement.of(
                row.getBuffer(12).getBytes(),
                seen,
                changed == null ? List.of() : List.of(changed),
                row.getString(13) == null
                        ? List.of()
                        : List.of(row.getString(13).split(" "))));
    }
}
