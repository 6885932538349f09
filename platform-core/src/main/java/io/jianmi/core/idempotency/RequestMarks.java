package io.jianmi.core.idempotency;

import io.jianmi.core.crypto.KeyedMarks;
import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What is kept of a request: a mark under a key of the tenant. It often says personal data, of which a plain digest would confirm every
 * guess.
 */
@Singleton
public final class RequestMarks {

    private final KeyedMarks marks;

    public RequestMarks(KeyedMarks marks) {
        this.marks = marks;
    }

    /** A request ready to be remembered: as it is in memory, and as it is kept. Only this class makes one. */
    public static final class Marked {

        private final Idempotency.Request request;
        private final byte[] mark;

        private Marked(Idempotency.Request request, byte[] mark) {
            this.request = request;
            this.mark = mark;
        }

        public String key() {
            return request.key();
        }

        public byte[] mark() {
            return mark.clone();
        }

        /**
         * Whether this is what was kept. Rows from before there were marks hold the plain digest and are understood; they are
         * gone a day after, as all rows are.
         */
        boolean is(byte[] kept) {
            return MessageDigest.isEqual(kept, mark) || MessageDigest.isEqual(kept, request.digest());
        }
    }

    public Uni<Optional<Marked>> of(Actor actor, Optional<Idempotency.Request> request) {
        return request.map(named -> marks.mark(actor.tenant(), KeyedMarks.Use.REQUEST, named.digest())
                        .map(mark -> Optional.of(new Marked(named, mark))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
