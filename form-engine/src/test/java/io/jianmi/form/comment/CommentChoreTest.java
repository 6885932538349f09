package io.jianmi.form.comment;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class CommentChoreTest {

    private final ScratchTenant scratch = new ScratchTenant("oldwords", 2);
    private final TenantKey tenant = scratch.key();
    private final Pool pool = scratch.pool();

    @BeforeEach
    void table() {
        scratch.execute("create table " + tenant.schema()
                + ".record_comment (id uuid default gen_random_uuid(), deleted_at timestamptz, sealed bytea)");
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    @Test
    void deletedOnesAreEmptiedAfterTheBinsTimeAndStay() {
        add("'2026-01-01 12:00Z'", CommentChore.SOME + 1);
        add("'2026-01-02 12:01Z'", 1);
        add("null", 1);
        CommentChore chore = new CommentChore(new BinTime(30), () -> Instant.parse("2026-02-01T12:00:00Z"));

        boolean moreAfterTheFirst = await(pool.withTransaction(connection -> chore.run(tenant, connection)));
        boolean moreAfterTheSecond = await(pool.withTransaction(connection -> chore.run(tenant, connection)));

        assertThat(moreAfterTheFirst).isTrue();
        assertThat(moreAfterTheSecond).isFalse();
        assertThat(count("sealed = ''")).isEqualTo(CommentChore.SOME + 1);
        assertThat(count("sealed <> ''")).isEqualTo(2);
    }

    private void add(String deletedAt, int rows) {
        scratch.execute(
                "insert into %s.record_comment (deleted_at, sealed) select %s, '\\x01' from generate_series(1, %d)"
                        .formatted(
                                tenant.schema(), "null".equals(deletedAt) ? "null" : "timestamptz " + deletedAt, rows));
    }

    private long count(String where) {
        return scratch.execute("select count(*) from " + tenant.schema() + ".record_comment where " + where)
                .iterator()
                .next()
                .getLong(0);
    }
}
