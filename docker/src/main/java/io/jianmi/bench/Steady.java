package io.jianmi.bench;

import io.jianmi.bench.load.Load;
import io.jianmi.bench.load.Meter;
import io.jianmi.bench.load.Plan;
import io.jianmi.bench.load.VirtualUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs one work in steady state: warm-up, three windows, processor use between their edges. */
final class Steady {

    private final Bed bed;
    private final BenchOptions options;

    Steady(Bed bed, BenchOptions options) {
        this.bed = bed;
        this.options = options;
    }

    /** Every operation is one request; any answer but 2xx is a failure. */
    Measure requests(String work, String title, Supplier<byte[]> request, List<String> notes) throws IOException {
        return users(
                work,
                title,
                meter -> answer -> {
                    if (answer != null && answer.ok()) {
                        meter.succeeded(answer.sentAt(), answer.receivedAt());
                    } else if (answer != null) {
                        meter.failed(answer.status() + " " + answer.text("code"));
                    }
                    return request.get();
                },
                notes);
    }

    Measure users(String work, String title, Function<Meter, VirtualUser> user, List<String> notes) throws IOException {
        System.out.println(work + "  " + title);
        bed.api().tokens().forget();
        Usage usage = new Usage(bed.site());
        Plan plan = new Plan(options.warmUp(), options.window(), BenchOptions.WINDOWS, usage::edge);
        Meter meter = new Meter(plan);
        List<VirtualUser> users = new ArrayList<>();
        for (int i = 0; i < options.connections(); i++) {
            users.add(user.apply(meter));
        }
        new Load(bed.address(), plan, meter).run(users);
        return Measure.of(work, title, meter, usage, notes);
    }
}
