package io.jianmi.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class CheckpointChoreTest {

    private final AuditFixture fixture = new AuditFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void signedTreeHeadsAreThinnedOutAndTheExportedOnesStay() {
        Instant now = Instant.parse("2026-06-01T12:30:00Z");
        heads(1, now.minus(Duration.ofHours(2)), Duration.ofMinutes(1), 60);
        heads(101, now.minus(Duration.ofDays(3)), Duration.ofMinutes(20), 6);
        heads(201, now.minus(Duration.ofDays(120)), Duration.ofHours(12), 4);
        fixture.rows("insert into \"{t}\".audit_export values (gen_random_uuid(), now(), 'u', 101, '')");

        thinOut(now);

        List<Long> left = fixture.rows("select size from \"{t}\".audit_checkpoint order by size").stream()
                .map(row -> row.getLong(0))
                .toList();
        // 12:30 12:50 | 13:10 13:30 13:50 | 14:10, of which 101 ends an export; 12:30 00:30 | 12:30 00:30 ...
        assertThat(left.subList(0, 60))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
        assertThat(left.subList(60, 64)).containsExactly(101L, 102L, 105L, 106L);
        assertThat(left.subList(64, left.size())).containsExactly(201L, 203L, 204L);
        thinOut(now);
        assertThat(fixture.rows("select 1 from \"{t}\".audit_checkpoint")).hasSameSizeAs(left);
    }

    private void thinOut(Instant now) {
        AuditFixture.await(fixture.pool.withTransaction(
                connection -> new CheckpointChore(() -> now).run(fixture.tenant, connection)));
    }

    private void heads(long firstSize, Instant first, Duration step, int count) {
        for (int i = 0; i < count; i++) {
            OffsetDateTime at = first.plus(step.multipliedBy(i)).atOffset(ZoneOffset.UTC);
            fixture.rows("insert into \"{t}\".audit_checkpoint values (%d, '', '%s', '')".formatted(firstSize + i, at));
        }
    }
}
