package io.jianmi.core.outbox;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
        private final CompletableFuture<Void> begun = new CompletableFuture<>();
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
            begun.complete(null);
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
    void aFailureThatSeveralNodesMeetAtOnceCountsOnce() {
        Failing followUp = new Failing(3);

        await(Uni.join()
                .all(Stream.generate(() -> runner(followUp).run(tenant.key()))
                        .limit(3)
                        .toList())
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
    void ofOneNodeOnlyOneWorkerTakesAMessageUp() {
        Failing followUp = new Failing(2);
        FollowUpRunner runner = runner(followUp);

        CompletableFuture<Set<UUID>> first =
                runner.run(tenant.key()).subscribe().asCompletionStage();
        followUp.begun.join();
        assertThat(await(runner.run(tenant.key()))).isEmpty();
        followUp.all.completeExceptionally(new IllegalStateException("on purpose"));

        assertThat(first.join()).hasSize(1);
        assertThat(followUp.trying).hasValue(1);
        tenant.execute("update " + tenant.schema() + ".outbox set next_at = now()");
        assertThat(await(runner.run(tenant.key()))).as("taken up again").hasSize(1);
    }

    @Test
    void whatFailsEightTimesIsParked() {
        for (int i = 0; i < 8; i++) {
            tenant.execute("update " + tenant.schema() + ".outbox set next_at = now()");
            await(runner(new Failing(1)).run(tenant.key()));
        }

        Row row = tenant.execute("select attempts, parked_at from " + tenant.schema() + ".outbox")
                .iterator()
                .next();
        assertThat(row.getInteger(0)).isEqualTo(8);
        assertThat(row.getOffsetDateTime(1)).isNotNull();
        assertThat(await(runner(new Failing(1)).run(tenant.key()))).isEmpty();
    }

    private FollowUpRunner runner(FollowUp followUp) {
        return new FollowUpRunner(tenant.pool(), Map.of("t", followUp));
    }
}
