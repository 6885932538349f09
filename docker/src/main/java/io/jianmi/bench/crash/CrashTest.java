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
 * Kills servers with SIGKILL and restarts their database at random moments while submissions and approvals go on and programs and
 * visitors send records, and gives a verdict. With several servers the others go on meanwhile, and who lost an answer asks another one.
 */
public final class CrashTest {

    private static final int WORKERS = 4;
    private static final int SENDERS = 2;
    private static final int LONGEST_LIFE_MILLIS = 2500;
    private static final int LONGEST_START_MILLIS = 4000;
    private static final int EARLY_EVERY = 5;
    /** Whoever has not come an inch further in that time never will. */
    private static final long STUCK_MINUTES = 5;

    private final CrashOptions options;
    private final Nodes nodes;
    private final DatabaseProcess database;
    private final Doors doors;
    private final Random random;

    private CrashTest(CrashOptions options, Nodes nodes, DatabaseProcess database, Doors doors) {
        this.options = options;
        this.nodes = nodes;
        this.database = database;
        this.doors = doors;
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
        List<Sending> sendings = new ArrayList<>();
        for (int i = 0; i < options.sendings(); i++) {
            sendings.add(new Sending(i, options.seed()));
        }
        Doors doors = Doors.open(api);
        Nodes nodes = Nodes.of(api, options.nodes());
        boolean passed = false;
        try {
            new CrashTest(options, nodes, DatabaseProcess.of(api.site()), doors).run(submissions, sendings);
            List<String> faults = new ArrayList<>(new SentVerdict(api, doors).faults(sendings));
            faults.addAll(new Verdict(api, nodes.process(0)).faults(submissions));
            faults.stream().limit(50).forEach(fault -> System.out.println("FAULT  " + fault));
            System.out.println(faults.isEmpty() ? "PASSED" : "FAILED with " + faults.size() + " faults");
            passed = faults.isEmpty();
        } finally {
            doors.shut(api);
            nodes.leaveTheFirst();
        }
        System.exit(passed ? 0 : 1);
    }

    private void run(List<Submission> submissions, List<Sending> sendings) throws InterruptedException {
        Quota quota = new Quota();
        Quota sent = new Quota();
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS + SENDERS);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(threads.submit(new Worker(nodes, submissions, quota)));
            }
            for (int i = 0; i < SENDERS; i++) {
                workers.add(threads.submit(new Sender(nodes, sendings, sent, doors)));
            }
            for (int turn = 1; turn <= options.turns(); turn++) {
                quota.raise(options.share(submissions.size()));
                sent.raise(options.share(sendings.size()));
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
            sent.raise(sendings.size());
            for (Future<?> worker : workers) {
                await(worker, submissions, sendings);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            System.out.println("some submissions do not come to an end");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(Future<?> worker, List<Submission> submissions, List<Sending> sendings)
            throws InterruptedException, ExecutionException, TimeoutException {
        long before = -1;
        while (true) {
            try {
                worker.get(STUCK_MINUTES, TimeUnit.MINUTES);
                return;
            } catch (TimeoutException e) {
                long completed = submissions.stream()
                                .filter(Submission::completed)
                                .count()
                        + sendings.stream().filter(Sending::acknowledged).count();
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
