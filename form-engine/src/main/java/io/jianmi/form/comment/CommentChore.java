package io.jianmi.form.comment;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Empties deleted comments when they can no longer be brought back; the tombstone stays. */
@Singleton
public final class CommentChore implements Chore {

    static final int SOME = 500;

    private final BinTime bin;
    private final InstantSource clock;

    public CommentChore(BinTime bin, InstantSource clock) {
        this.bin = bin;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "record-comments";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return connection
                .preparedQuery("""
                        update "%1$s".record_comment set sealed = '' where id = any(array(select id from "%1$s".record_comment
                        where deleted_at is not null and sealed <> '' and deleted_at < $1 limit $2))
                        """.formatted(tenant.schema()))
                .execute(Tuple.of(bin.began(clock.instant()).atOffset(ZoneOffset.UTC), SOME))
                .map(rows -> rows.rowCount() == SOME);
    }
}
