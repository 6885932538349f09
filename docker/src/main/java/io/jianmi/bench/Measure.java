package io.jianmi.bench;

import io.jianmi.bench.load.Meter;
import java.util.List;
import java.util.Map;

/**
 * The outcome of one work.
 *
 * @param work label, with the table's size where it matters
 * @param windows operations per second of each window
 * @param perSecond their median
 * @param p50 latency in milliseconds, median of the windows; so are p95 and p99
 * @param operations all that were acknowledged, warm-up and tail included
 * @param failures by kind; none in a valid run
 * @param serverMegabytes resident memory of the server afterwards
 * @param notes what was checked, and what else to know
 */
record Measure(
        String work,
        String title,
        List<Double> windows,
        double perSecond,
        double p50,
        double p95,
        double p99,
        double max,
        long operations,
        Map<String, Long> failures,
        Usage.Shares processors,
        double serverMegabytes,
        List<String> notes) {

    static Measure of(String work, String title, Meter meter, Usage usage, List<String> notes) {
        return new Measure(
                work,
                title,
                meter.rates(),
                Meter.median(meter.rates()),
                meter.millisAt(0.50),
                meter.millisAt(0.95),
                meter.millisAt(0.99),
                meter.maxMillis(),
                meter.succeeded(),
                meter.failures(),
                usage.shares(),
                usage.serverMegabytes(),
                List.copyOf(notes));
    }

    /** A measure that is a list of figures in its notes rather than a rate. */
    static Measure noted(String work, String title, double serverMegabytes, List<String> notes) {
        return new Measure(
                work, title, List.of(), 0, 0, 0, 0, 0, 0, Map.of(), new Usage.Shares(0, 0, 0), serverMegabytes, notes);
    }

    Measure withNotes(List<String> more) {
        return new Measure(
                work,
                title,
                windows,
                perSecond,
                p50,
                p95,
                p99,
                max,
                operations,
                failures,
                processors,
                serverMegabytes,
                List.copyOf(more));
    }

    boolean failed() {
        return !failures.isEmpty();
    }
}
