package io.jianmi.form.record;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers a repeated POST with what the first one made. Of the request only a digest is kept; the answer is read anew,
 * under the access of now.
 */
@Singleton
final class Idempotency {

    private final Pool pool;

    Idempotency(Pool pool) {
        this.pool = pool;
    }

    /** What this key made before; the same key with another request is refused. */
    Uni<Optional<List<UUID>>> earlier(Actor actor, CreateRecord command) {
        if (command.idempotency().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.preparedQuery("select request, result from \"%s\".idempotency where actor = $1 and key = $2"
                        .formatted(actor.tenant().schema()))
                .execute(Tuple.of(actor.id().value(), command.idempotency().get()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Optional.empty();
                    }
                    var row = rows.iterator().next();
                    if (!Arrays.equals(row.getDelegate().getBuffer(0).getBytes(), digest(command))) {
                        throw ProblemException.of(RecordProblem.IDEMPOTENCY_MISMATCH);
                    }
                    List<UUID> made = new ArrayList<>();
                    Json.parse(row.getString(1)).forEach(id -> made.add(UUID.fromString(id.asText())));
                    return Optional.of(List.copyOf(made));
                });
    }

    /** Remembers the answer in the transaction that makes it. */
    static Write remember(Actor actor, String key, CreateRecord command, List<UUID> made) {
        return Write.any(
                "insert into \"%s\".idempotency (actor, key, request, result) values ($1, $2, $3, $4)"
                        .formatted(actor.tenant().schema()),
                Tuple.of(
                        actor.id().value(),
                        key,
                        Buffer.buffer(digest(command)),
                        Json.write(made.stream().map(UUID::toString).toList())));
    }

    private static byte[] digest(CreateRecord command) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((command.form().key() + command.submit()).getBytes(StandardCharsets.UTF_8));
        command.records().forEach(data -> bytes.writeBytes(CanonicalJson.bytes(data)));
        return RowCanon.sha256(bytes.toByteArray());
    }
}
