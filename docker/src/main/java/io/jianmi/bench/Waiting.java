package io.jianmi.bench;

import io.jianmi.bench.load.Meter;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.time.Duration;

/** Instances that wait for the manager's decision, started through the public interface. */
final class Waiting {

    private static final int FILLERS = 2;
    private static final Duration MOST = Duration.ofMinutes(20);

    private final Bed bed;

    Waiting(Bed bed) {
        this.bed = bed;
    }

    /** Submits until so many wait, and returns when the engine has brought them all to the manager. */
    void fillTo(long instances) throws IOException {
        bed.publishWorkflow();
        long missing = instances - count();
        if (missing > 0) {
            System.out.printf("starting %,d instances%n", missing);
            Meter meter = bed.insertBatches(missing, FILLERS);
            if (!meter.failures().isEmpty()) {
                throw new IllegalStateException("starting failed: " + meter.failures());
            }
            await(instances);
            analyze();
        }
    }

    /** Instances of the benchmark's workflow that wait for the manager now. */
    long count() {
        try (Sql sql = Sql.open(bed.site(), "jianmi")) {
            return sql.number(
                    "select count(distinct instance) from %s where box = 'todo' and workflow = ? and node = 'manager'"
                            .formatted(table("task")),
                    Bed.WORKFLOW);
        }
    }

    private void await(long instances) {
        long until = System.nanoTime() + MOST.toNanos();
        while (count() < instances) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("only " + count() + " of " + instances + " instances wait");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void analyze() {
        try (Sql sql = Sql.open(bed.site(), "jianmi")) {
            sql.run("analyze " + table("task"));
            sql.run("analyze " + table("wf_instance"));
        }
    }

    private String table(String name) {
        return "\"t_" + bed.site().tenant() + "\"." + name;
    }
}
