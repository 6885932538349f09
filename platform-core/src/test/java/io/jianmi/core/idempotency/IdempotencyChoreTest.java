package io.jianmi.core.idempotency;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class IdempotencyChoreTest {

    private final ScratchTenant scratch = new ScratchTenant("keysofpost", 2);
    private final TenantKey tenant = scratch.key();
    private final Pool pool = scratch.pool();

    @BeforeEach
    void table() {
        scratch.execute("create table " + tenant.schema() + ".idempotency (key text, created_at timestamptz)");
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    @Test
    void keysAreForgottenAfterADayAFewThousandAtATime() {
        scratch.execute(
                "insert into " + tenant.schema() + ".idempotency"
                        + " select 'old' || n, timestamptz '2026-01-01 12:00Z' - n * interval '1 second' from generate_series(1, 5001) n");
        scratch.execute("insert into " + tenant.schema() + ".idempotency values ('fresh', '2026-01-01 12:00:01Z')");
        IdempotencyChore chore = new IdempotencyChore(() -> Instant.parse("2026-01-02T12:00:00Z"));

        boolean moreAfterTheFirst = await(pool.withTransaction(connection -> chore.run(tenant, connection)));
        boolean moreAfterTheSecond = await(pool.withTransaction(connection -> chore.run(tenant, connection)));
        assertThat(moreAfterTheFirst).isTrue();
        assertThat(moreAfterTheSecond).isFalse();

        assertThat(scratch.execute("select key from " + tenant.schema() + ".idempotency")
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("fresh");
    }
}
