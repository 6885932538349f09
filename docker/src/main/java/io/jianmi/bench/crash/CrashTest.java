package io.jianmi.bench.crash;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.DatabaseProcess;
import io.jianmi.bench.site.ServerProcess;
import io.jianmi.bench.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Kills servers with SIGKILL and restarts their database at random moments while submissions and approvals go on, and gives a
 * verdict. With several servers the others go on meanwhile, and who lost an answer asks another one.
 */
public final class CrashTest {

    private static final int WORKERS = 4;
    private static final int LONGEST_LIFE_MILLIS = 2500;
    private static final int LONGEST_START_MILLIS = 4000;
    private static final int EARLY_EVERY = 5;
    /** Whoever has not come an inch further in that time never will. */
    private static final long STUCK_MINUTES = 5;

    private final CrashOptions options;
    private final Nodes nodes;
    private final DatabaseProcess database;
    private final Random random;

    private CrashTest(CrashOptions options, Nodes nodes, DatabaseProcess database) {
        this.options = options;
        this.nodes = nodes;
        this.database = database;
        this.random = new Random(options.seed());
    }

    /** Arguments: see {@link CrashOptions#parse}. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        CrashOptions options = CrashOptions.parse(List.of(arguments));
        System.out.println("crash test: " + options);
        Api api = new Api(Site.from(System.getenv()));
        CrashForm.prepare(api);
        List<Submission> submissions = new ArrayList<>();
        for (int i = 0; i < options.submissions(); i++) {
            submissions.add(new Submission(i, options.seed()));
        }
        Nodes nodes = Nodes.of(api, options.nodes());
        boolean passed = false;
        try {
            new CrashTest(options, nodes, DatabaseProcess.of(api.site())).run(submissions);
            List<String> faults = new Verdict(api, nodes.process(0)).faults(submissions);
            faults.stream().limit(50).forEach(fault -> System.out.println("FAULT  " + fault));
            System.out.println(faults.isEmpty() ? "PASSED" : "FAILED with " + faults.size() + " faults");
            passed = faults.isEmpty();
        } finally {
            nodes.leaveTheFirst();
        }
        System.exit(passed ? 0 : 1);
    }

    private void run(List<Submission> submissions) throws InterruptedException {
        Quota quota = new Quota();
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(threads.submit(new Worker(nodes, submissions, quota)));
            }
            int share = (submissions.size() + options.turns() - 1) / Math.max(1, options.turns());
            for (int turn = 1; turn <= options.turns(); turn++) {
                quota.raise(share);
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                if (options.database(turn)) {
                    database.crash();
                    for (int node = 0; node < nodes.count(); node++) {
                        nodes.await(node);
                    }
                    System.out.printf("turn %d: the database went away and came back%n", turn);
                } else {
                    kill(turn, random.nextInt(nodes.count()));
                }
            }
            quota.raise(submissions.size());
            for (Future<?> worker : workers) {
                await(worker, submissions);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            System.out.println("some submissions do not come to an end");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(Future<?> worker, List<Submission> submissions)
            throws InterruptedException, ExecutionException, TimeoutException {
        long before = -1;
        while (true) {
            try {
                worker.get(STUCK_MINUTES, TimeUnit.MINUTES);
                return;
            } catch (TimeoutException e) {
                long completed =
                        submissions.stream().filter(Submission::completed).count();
                if (completed == before) {
                    throw e;
                }
                before = completed;
            }
        }
    }

    /** Some starts are killed too, before the server is ready. */
    private void kill(int turn, int node) throws InterruptedException {
        ServerProcess server = nodes.process(node);
        server.kill();
        server.start();
        if (turn % EARLY_EVERY == 0) {
            Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
            server.kill();
            server.start();
        }
        long start = System.nanoTime();
        nodes.await(node);
        System.out.printf(
                "turn %d: server %d killed, ready again after %.1f s%n",
                turn, node + 1, (System.nanoTime() - start) / 1e9);
    }
}
