package io.jianmi.core.outbox;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class FollowUpRunnerTest {

    private final ScratchTenant tenant = new ScratchTenant("followups", 6);

    /** Fails once as many try it as the test says. */
    private static final class Failing implements FollowUp {

        private final int together;
        private final AtomicInteger trying = new AtomicInteger();
        private final CompletableFuture<Void> all = new CompletableFuture<>();

        Failing(int together) {
            this.together = together;
        }

        @Override
        public String topic() {
            return "t";
        }

        @Override
        public Uni<Void> handle(TenantKey tenant, long id, UUID key, JsonNode body) {
            if (trying.incrementAndGet() == together) {
                all.completeExceptionally(new IllegalStateException("on purpose"));
            }
            return Uni.createFrom().completionStage(() -> all.copy());
        }
    }

    @BeforeEach
    void message() {
        tenant.execute("""
                create table %1$s.outbox (id bigint generated always as identity primary key, topic text not null, key uuid not null,
                  body text not null, attempts integer not null default 0, next_at timestamptz not null default now(),
                  parked_at timestamptz, failure text);
                insert into %1$s.outbox (topic, key, body) values ('t', gen_random_uuid(), '{}')""".formatted(tenant.schema()));
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void aFailureThatSeveralRelaysMeetAtOnceCountsOnce() {
        Failing followUp = new Failing(3);
        FollowUpRunner runner = new FollowUpRunner(tenant.pool(), Map.of("t", followUp));

        await(Uni.join()
                .all(runner.run(tenant.key()), runner.run(tenant.key()), runner.run(tenant.key()))
                .andFailFast());

        assertThat(followUp.trying).hasValue(3);
        Row row = tenant.execute("select attempts, failure, parked_at from " + tenant.schema() + ".outbox")
                .iterator()
                .next();
        assertThat(row.getInteger(0)).isEqualTo(1);
        assertThat(row.getString(1)).isEqualTo("java.lang.IllegalStateException");
        assertThat(row.getOffsetDateTime(2)).isNull();
    }

    @Test
    void whatFailsEightTimesIsParked() {
        for (int i = 0; i < 8; i++) {
            tenant.execute("update " + tenant.schema() + ".outbox set next_at = now()");
            await(new FollowUpRunner(tenant.pool(), Map.of("t", new Failing(1))).run(tenant.key()));
        }

        Row row = tenant.execute("select attempts, parked_at from " + tenant.schema() + ".outbox")
                .iterator()
                .next();
        assertThat(row.getInteger(0)).isEqualTo(8);
        assertThat(row.getOffsetDateTime(1)).isNotNull();
        assertThat(await(new FollowUpRunner(tenant.pool(), Map.of("t", new Failing(1))).run(tenant.key())))
                .isEmpty();
    }
}
