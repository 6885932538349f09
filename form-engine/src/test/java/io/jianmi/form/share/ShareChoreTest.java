package io.jianmi.form.share;

import static io.jianmi.core.testing.ScratchTenant.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.ScratchTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ShareChoreTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final String LONG_OVER = "2026-01-02 11:59Z";

    private final ScratchTenant scratch = new ScratchTenant("oldshares", 2);
    private final TenantKey tenant = scratch.key();
    private final ShareChore chore = new ShareChore(new BinTime(30), () -> NOW);

    @BeforeEach
    void table() {
        scratch.execute(
                "create table " + tenant.schema()
                        + ".record_share (id uuid default gen_random_uuid(), member text, until timestamptz, ended_at timestamptz)");
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    @Test
    void whatHasBeenOverForTheBinsTimeIsForgottenAndNothingElseChanges() {
        add("gone", LONG_OVER, "null", 1);
        add("gone", LONG_OVER, "'2025-12-24 12:00Z'", 1);
        add("over a while", "2026-01-02 12:01Z", "null", 1);
        add("ended before its time", "2026-01-02 12:01Z", "'2025-12-24 12:00Z'", 1);
        add("live", "2026-03-01 12:00Z", "null", 1);

        assertThat(run()).isFalse();

        assertThat(members()).containsExactly("ended before its time", "live", "over a while");
        assertThat(count("ended_at is not null")).as("no share ends by this").isEqualTo(1);
    }

    @Test
    void manyTakeSeveralRunsAndOneMoreFindsNothing() {
        add("gone", LONG_OVER, "null", ShareChore.SOME + 1);
        add("live", "2026-03-01 12:00Z", "null", 1);

        assertThat(run()).as("as many as one run takes").isTrue();
        assertThat(count("member = 'gone'")).isEqualTo(1);
        assertThat(run()).isFalse();
        assertThat(run()).isFalse();
        assertThat(members()).containsExactly("live");
    }

    private boolean run() {
        return await(scratch.pool().withTransaction(connection -> chore.run(tenant, connection)));
    }

    private void add(String member, String until, String endedAt, int rows) {
        scratch.execute(
                "insert into %s.record_share (member, until, ended_at) select '%s', '%s', %s from generate_series(1, %d)"
                        .formatted(
                                tenant.schema(),
                                member,
                                until,
                                "null".equals(endedAt) ? "null" : "timestamptz " + endedAt,
                                rows));
    }

    private List<String> members() {
        List<String> members = new ArrayList<>();
        scratch.execute("select distinct member from " + tenant.schema() + ".record_share order by member")
                .forEach(row -> members.add(row.getString(0)));
        return members;
    }

    private long count(String where) {
        return scratch.execute("select count(*) from " + tenant.schema() + ".record_share where " + where)
                .iterator()
                .next()
                .getLong(0);
    }
}
