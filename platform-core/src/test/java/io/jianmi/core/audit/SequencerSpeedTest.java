package io.jianmi.core.audit;

import static io.jianmi.core.audit.AuditFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what it measures; fails only far below the target, since machines differ. */
@Tag("slow")
class SequencerSpeedTest {

    private static final int ENTRIES = 30_000;
    private static final int GROUP = 500;

    private final AuditFixture fixture = new AuditFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void numbersFourThousandEntriesASecond() {
        fill(2 * Sequencer.BATCH);
        run();
        fill(ENTRIES);
        long cpu = cpu();
        long start = System.nanoTime();
        int numbered = run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        double perSecond = numbered / (took.toNanos() / 1e9);
        System.out.printf(
                "sequenced %d entries in %d ms (%.0f per second), CPU of this process %.1f us per entry%n",
                numbered, took.toMillis(), perSecond, (cpu() - cpu) / 1e3 / numbered);
        assertThat(numbered).isEqualTo(ENTRIES);
        assertThat(perSecond).isGreaterThan(2_000);
    }

    private int run() {
        Sequencer sequencer = fixture.sequencer();
        int numbered = 0;
        for (int batch = sequencer.number(); batch > 0; batch = sequencer.number()) {
            numbered += batch;
            sequencer.sign();
        }
        return numbered;
    }

    private void fill(int count) {
        for (int done = 0; done < count; done += GROUP) {
            List<AuditDraft> drafts = new ArrayList<>();
            for (int i = 0; i < GROUP; i++) {
                drafts.add(AuditDraft.of("record.create", "record/customer/" + fixture.ids.next()));
            }
            List<PendingEntry> entries = await(fixture.log.prepare(fixture.actor, drafts));
            await(fixture.tenantWriter.commit(List.of(fixture.log.insert(fixture.tenant, entries))));
        }
    }

    private static long cpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
