package io.jianmi.core.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.crypto.Sha256;
import io.jianmi.core.idempotency.RequestMarks.Marked;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.UniqueViolation;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a repeated POST with what the first one made. Of the request only a keyed mark is kept and of the answer only ids: the answer is
 * read anew, under the access of now, and what is told a single time (a key of an API client) is not told again.
 */
@Singleton
public final class Idempotency {

    /** Name of the header that a caller names his request by. */
    public static final String HEADER = "Idempotency-Key";

    private static final String INDEX = "idempotency_pkey";

    private final Pool pool;
    private final RequestMarks marks;

    Idempotency(Pool pool, RequestMarks marks) {
        this.pool = pool;
        this.marks = marks;
    }

    /**
     * A request that is not to be done twice.
     *
     * @param key the caller's for it
     * @param digest of all it says; it is not for storing
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

        /**
         * One by its address and body.
         *
         * @param key the caller's, where he gives one
         * @param target what is made, and of what: {@code public-link/customer}
         */
        public static Optional<Request> of(@Nullable String key, String target, @Nullable JsonNode body) {
            return Optional.ofNullable(key)
                    .map(word ->
                            of(word, target.getBytes(StandardCharsets.UTF_8), body == null ? new byte[0] : said(body)));
        }

        /** What a body says, however its members are ordered; with numbers that have no canonical form, as it was sent. */
        public static byte[] said(JsonNode body) {
            try {
                return CanonicalJson.bytes(body);
            } catch (IllegalArgumentException hugeNumber) {
                return Json.write(body).getBytes(StandardCharsets.UTF_8);
            }
        }
    }

    /**
     * Does it, or answers what it made before; of two at once the later waits for the earlier. The same key with another request is
     * refused.
     *
     * @param again answers by the ids of what was made
     * @param now does it by commands that say the request
     */
    public <R> Uni<R> once(
            Actor actor, Optional<Request> request, Function<List<UUID>, Uni<R>> again, Supplier<Uni<R>> now) {
        if (request.isEmpty()) {
            return Uni.createFrom().deferred(now::get);
        }
        return earlier(actor, request)
                .chain(earlier -> earlier.map(again)
                        .orElseGet(() -> Uni.createFrom()
                                .deferred(now::get)
                                .onFailure(failure ->
                                        failure instanceof ProblemException || failure instanceof UniqueViolation)
                                .recoverWithUni(failure -> earlier(actor, request)
                                        .chain(meanwhile -> meanwhile
                                                .map(again)
                                                .orElseGet(
                                                        () -> Uni.createFrom().failure(failure))))));
    }

    /** What this request made before; the same key with another request is refused. */
    public Uni<Optional<List<UUID>>> earlier(Actor actor, Optional<Request> request) {
        return marks.of(actor, request)
                .chain(marked -> marked.map(named -> earlier(actor, named))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<List<UUID>>> earlier(Actor actor, Marked request) {
        return pool.preparedQuery("select request, result from \"%s\".idempotency where actor = $1 and key = $2"
                        .formatted(actor.tenant().schema()))
                .execute(Tuple.of(actor.id().value(), request.key()))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(made(row, request));
                    }
                    return Optional.empty();
                });
    }

    private static List<UUID> made(Row row, Marked request) {
        if (!request.is(row.getDelegate().getBuffer(0).getBytes())) {
            throw ProblemException.of(CommonProblem.IDEMPOTENCY_MISMATCH);
        }
        List<UUID> made = new ArrayList<>();
        Json.parse(row.getString(1)).forEach(id -> made.add(UUID.fromString(id.asText())));
        return List.copyOf(made);
    }

    /** Remembers what is made in the transaction that makes it. */
    public static Write remember(Actor actor, Marked request, List<UUID> made) {
        return Write.any(
                "insert into \"%s\".idempotency (actor, key, request, result) values ($1, $2, $3, $4)"
                        .formatted(actor.tenant().schema()),
                Tuple.of(actor.id().value(), request.key(), Buffer.buffer(request.mark()), result(made)));
    }

    /** {@code ids} as they are kept. */
    public static String result(List<UUID> ids) {
        return Json.write(ids.stream().map(UUID::toString).toList());
    }

    /** Whether the same request was done meanwhile. */
    public static boolean repeated(UniqueViolation violation) {
        return violation.index().equals(INDEX);
    }
}
