package io.jianmi.form.record;

import io.jianmi.core.crypto.Sha256;
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
public final class Idempotency {

    private final Pool pool;

    Idempotency(Pool pool) {
        this.pool = pool;
    }

    /**
     * A request that is not to be done twice.
     *
     * @param key the caller's for it
     * @param digest of all it says
     */
    public record Request(String key, byte[] digest) {

        /** @param parts all that the request says */
        public static Request of(String key, byte[]... parts) {
            ByteArrayOutputStream digests = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                digests.writeBytes(Sha256.of(part));
            }
            return new Request(key, Sha256.of(digests.toByteArray()));
        }

        static Optional<Request> of(CreateRecord command) {
            return command.idempotency().map(key -> new Request(key, digested(command)));
        }
    }

    /** What this request made before; the same key with another request is refused. */
    public Uni<Optional<List<UUID>>> earlier(Actor actor, Optional<Request> request) {
        if (request.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.preparedQuery("select request, result from \"%s\".idempotency where actor = $1 and key = $2"
                        .formatted(actor.tenant().schema()))
                .execute(Tuple.of(actor.id().value(), request.get().key()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Optional.empty();
                    }
                    var row = rows.iterator().next();
                    if (!Arrays.equals(
                            row.getDelegate().getBuffer(0).getBytes(),
                            request.get().digest())) {
                        throw ProblemException.of(RecordProblem.IDEMPOTENCY_MISMATCH);
                    }
                    List<UUID> made = new ArrayList<>();
                    Json.parse(row.getString(1)).forEach(id -> made.add(UUID.fromString(id.asText())));
                    return Optional.of(List.copyOf(made));
                });
    }

    /** Remembers the answer in the transaction that makes it. */
    public static Write remember(Actor actor, Request request, List<UUID> made) {
        return Write.any(
                "insert into \"%s\".idempotency (actor, key, request, result) values ($1, $2, $3, $4)"
                        .formatted(actor.tenant().schema()),
                Tuple.of(
                        actor.id().value(),
                        request.key(),
                        Buffer.buffer(request.digest()),
                        Json.write(made.stream().map(UUID::toString).toList())));
    }

    private static byte[] digested(CreateRecord command) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((command.form().key() + command.submit()).getBytes(StandardCharsets.UTF_8));
        command.records().forEach(data -> bytes.writeBytes(CanonicalJson.bytes(data)));
        return Sha256.of(bytes.toByteArray());
    }
}
