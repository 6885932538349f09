package io.jianmi.bench;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the benchmark against the server that stands and reports; a wrong answer or an error fails the run. */
public final class Bench {

    private final BenchOptions options;
    private final Api api;
    private final Bed bed;
    private final Steady steady;
    private final List<Measure> measures = new ArrayList<>();

    private Bench(BenchOptions options, Api api) {
        this.options = options;
        this.api = api;
        this.bed = new Bed(api, options.app());
        this.steady = new Steady(bed, options);
    }

    /** @return the exit status: 0 when every answer was right, 1 otherwise, 2 for a command that is not understood */
    public static int run(List<String> words) {
        try {
            if (words.contains("--help")) {
                System.out.print(BenchOptions.USAGE);
                return 0;
            }
            BenchOptions options = BenchOptions.parse(words);
            Site here = Site.from(System.getenv());
            Bench bench = new Bench(options, new Api(options.url().map(here::at).orElse(here)));
            return bench.all() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (IOException | IllegalStateException e) {
            System.err.println("The benchmark stopped: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    public static void main(String... arguments) {
        System.exit(run(List.of(arguments)));
    }

    private boolean all() throws IOException, InterruptedException {
        if (options.works().contains(Work.W5)) {
            measures.add(new Restart(api).run());
        }
        if (options.works().stream().anyMatch(work -> work != Work.W5)) {
            bed.prepare();
        }
        for (Work work : options.works()) {
            if (work != Work.W5) {
                measures.add(one(work));
            }
        }
        if (options.large() > 0) {
            bed.fillTo(options.large());
            measures.add(new Lists(bed, steady).run(Work.W3));
            measures.add(new Lists(bed, steady).run(Work.W3C));
        }
        Map<Work, Double> raw = options.raw() ? new Raw(api.site(), options).run() : Map.of();
        Report report = new Report(options, measures, raw);
        report.print(System.out);
        report.write();
        return measures.stream().noneMatch(Measure::failed);
    }

    private Measure one(Work work) throws IOException, InterruptedException {
        return switch (work) {
            case W1 -> new Singles(bed, steady).create();
            case W2 -> {
                // Half of the rows are in the seller's scope.
                bed.fillTo(2L * options.rows());
                yield new Singles(bed, steady).read(options.rows());
            }
            case W3, W3C -> {
                bed.fillTo(options.rows());
                yield new Lists(bed, steady).run(work);
            }
            case W4 -> {
                if (options.running() > 0) {
                    new Waiting(bed).fillTo(options.running());
                }
                yield new Approvals(bed, steady).run();
            }
            case W7 -> new Inbox(bed, steady).read(Math.max(Inbox.FULL, options.running()));
            case W5 -> new Restart(api).run();
            case W6 -> new Imports(bed).run();
        };
    }
}
