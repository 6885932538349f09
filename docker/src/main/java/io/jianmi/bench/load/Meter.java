package io.jianmi.bench.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the users of one run report: operations that succeeded, and failures by kind. Load thread only. */
public final class Meter {

    private final Plan plan;
    private final List<Latencies> windows = new ArrayList<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private long start;
    private long succeeded;
    private long lastSuccess;

    public Meter(Plan plan) {
        this.plan = plan;
        for (int i = 0; i < Math.max(1, plan.windows()); i++) {
            windows.add(new Latencies());
        }
    }

    void start(long now) {
        start = now;
        lastSuccess = now;
    }

    /** One whole operation; it belongs to the window in which it ended. */
    public void succeeded(long startedAt, long endedAt) {
        succeeded++;
        lastSuccess = endedAt;
        long measured = endedAt - start - plan.warmUp().toNanos();
        if (measured < 0) {
            return;
        }
        long window = measured / plan.window().toNanos();
        if (window < windows.size()) {
            windows.get((int) window).add(endedAt - startedAt);
        }
    }

    /** Any failure, warm-up and tail included. */
    public void failed(String kind) {
        failures.merge(kind, 1L, Long::sum);
    }

    /** All operations that were acknowledged, warm-up and tail included. */
    public long succeeded() {
        return succeeded;
    }

    public Map<String, Long> failures() {
        return Map.copyOf(failures);
    }

    /** Operations per second of each window; of a run without windows its mean until the last success. */
    public List<Double> rates() {
        if (plan.windows() == 0) {
            return List.of(succeeded / Math.max(1e-9, (lastSuccess - start) / 1e9));
        }
        double seconds = plan.window().toNanos() / 1e9;
        return windows.stream().map(window -> window.count() / seconds).toList();
    }

    /** The median over the windows of the latency at that share, in milliseconds. */
    public double millisAt(double share) {
        return median(windows.stream().map(window -> window.millisAt(share)).toList());
    }

    public double maxMillis() {
        return windows.stream().mapToDouble(Latencies::maxMillis).max().orElse(0);
    }

    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
