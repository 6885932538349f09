package io.jianmi.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome as a table for people and as JSON for machines. */
final class Report {

    private final BenchOptions options;
    private final List<Measure> measures;
    private final Map<Work, Double> raw;

    Report(BenchOptions options, List<Measure> measures, Map<Work, Double> raw) {
        this.options = options;
        this.measures = measures;
        this.raw = raw;
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n%-16s %9s %7s %8s %8s %8s %7s  %-17s %6s%n",
                "work",
                "per s",
                "of raw",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "errors",
                "CPU server/db/gen",
                "MB");
        for (Measure measure : measures) {
            if (measure.perSecond() > 0) {
                out.println(row(measure));
            }
            for (String note : measure.notes()) {
                out.printf("%-16s   %s%n", measure.perSecond() > 0 ? "" : measure.work(), note);
            }
            measure.failures().forEach((kind, count) -> out.printf("                   FAILED %s: %d%n", kind, count));
        }
        raw.forEach((work, rate) -> out.printf(Locale.ROOT, "%-16s %9.0f%n", "raw " + work.label(), rate));
    }

    private String row(Measure measure) {
        Double yardstick = raw(measure);
        return String.format(
                Locale.ROOT,
                "%-16s %9.0f %7s %8.1f %8.1f %8.1f %7d  %4.2f / %4.2f / %4.2f %6.0f",
                measure.work(),
                measure.perSecond(),
                yardstick == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * measure.perSecond() / yardstick),
                measure.p50(),
                measure.p95(),
                measure.p99(),
                measure.failures().values().stream().mapToLong(Long::longValue).sum(),
                measure.processors().server(),
                measure.processors().database(),
                measure.processors().generator(),
                measure.serverMegabytes());
    }

    private @Nullable Double raw(Measure measure) {
        return raw.entrySet().stream()
                .filter(entry ->
                        measure.work().split(" ")[0].equals(entry.getKey().label()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    void write() throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("connections", options.connections());
        report.put("windowSeconds", options.window().toSeconds());
        report.put("windows", BenchOptions.WINDOWS);
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("measures", measures);
        report.put("raw", raw);
        if (options.output().getParent() != null) {
            Files.createDirectories(options.output().getParent());
        }
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(options.output().toFile(), report);
    }
}
