package io.jianmi.core.cluster;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells all nodes that something changed, by PostgreSQL's NOTIFY. It takes a lock of the whole database at commit, so it
 * is for what happens rarely (a publish, an erasure), never for what a record does.
 */
@Singleton
public final class Notices {

    static final String CHANNEL = "jianmi";

    private final Pool pool;

    public Notices(Pool pool) {
        this.pool = pool;
    }

    /** Sent with the commit of the session's transaction, or not at all: a crash between the two cannot lose it. */
    public static Uni<Void> tell(Mutiny.Session session, Notice notice) {
        return session.createNativeQuery("select cast(pg_notify(?1, ?2) as text)", String.class)
                .setParameter(1, CHANNEL)
                .setParameter(2, NoticeText.of(notice))
                .getResultList()
                .replaceWithVoid();
    }

    /**
     * What a statement reads {@code from} besides its own tables so that the notice is sent with its commit, or not at all: one row.
     *
     * @param first number of the first of the two parameters that {@link #bind} adds
     */
    public static String told(int first) {
        return "pg_notify($%d::text, $%d::text) told".formatted(first, first + 1);
    }

    /** The parameters of {@link #told}. */
    public static Tuple bind(Tuple parameters, Notice notice) {
        return parameters.addString(CHANNEL).addString(NoticeText.of(notice));
    }

    /** For changes outside the main database; repeat the change when this fails. */
    public Uni<Void> tell(Notice notice) {
        return pool.preparedQuery("select pg_notify($1, $2)")
                .execute(Tuple.of(CHANNEL, NoticeText.of(notice)))
                .replaceWithVoid();
    }
}
