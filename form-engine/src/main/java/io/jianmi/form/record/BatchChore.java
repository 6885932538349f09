package io.jianmi.form.record;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Forgets what people did to many records at once when it can no longer be taken back. */
@Singleton
public final class BatchChore implements Chore {

    private static final int SOME = 500;

    private final BinTime bin;
    private final InstantSource clock;

    public BatchChore(BinTime bin, InstantSource clock) {
        this.bin = bin;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "record-batches";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        String sql = """
                delete from "%1$s".record_batch where ctid = any(array(
                    select ctid from "%1$s".record_batch where at < $1 limit $2))
                """.formatted(tenant.schema());
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(RecordWrites.utc(bin.began(clock.instant())), SOME))
                .map(rows -> rows.rowCount() == SOME);
    }
}
