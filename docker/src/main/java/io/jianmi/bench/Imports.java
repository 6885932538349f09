package io.jianmi.bench;

import io.jianmi.bench.load.Meter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** W6: 10,000 records through {@code POST records/batch}, 1,000 a request, from first request to last answer. */
final class Imports {

    private static final int RECORDS = 10_000;
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 3;
    private static final int CONNECTIONS = 5;

    private final Bed bed;

    Imports(Bed bed) {
        this.bed = bed;
    }

    Measure run() throws IOException {
        System.out.println(Work.W6.label() + "  " + Work.W6.title());
        refuseFailures(bed.insertBatches(WARM_UP, CONNECTIONS).failures());
        long before = bed.rowCount();
        Usage usage = new Usage(bed.site());
        List<Double> rates = new ArrayList<>();
        List<Meter> meters = new ArrayList<>();
        usage.edge();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Meter meter = bed.insertBatches(RECORDS, CONNECTIONS);
            rates.add(RECORDS / ((System.nanoTime() - start) / 1e9));
            refuseFailures(meter.failures());
            meters.add(meter);
        }
        usage.edge();
        long landed = bed.rowCount() - before;
        Expect.that(landed == (long) RECORDS * ROUNDS, "all imported records are rows, not " + landed);
        return new Measure(
                Work.W6.label(),
                Work.W6.title(),
                rates,
                Meter.median(rates),
                medianMillis(meters, 0.50),
                medianMillis(meters, 0.95),
                medianMillis(meters, 0.99),
                meters.stream().mapToDouble(Meter::maxMillis).max().orElse(0),
                landed,
                Map.of(),
                usage.shares(),
                usage.serverMegabytes(),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "rows a second; latencies are those of one batch of 1,000; %d connections; %,d rows landed",
                                CONNECTIONS,
                                landed),
                        new ReadBack(bed).newestRows()));
    }

    private static double medianMillis(List<Meter> meters, double share) {
        return Meter.median(meters.stream().map(meter -> meter.millisAt(share)).toList());
    }

    private static void refuseFailures(Map<String, Long> failures) {
        Expect.that(failures.isEmpty(), "no batch fails: " + failures);
    }
}
