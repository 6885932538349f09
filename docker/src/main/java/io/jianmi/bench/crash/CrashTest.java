package io.jianmi.bench.crash;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.ServerProcess;
import io.jianmi.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
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
 * Kills the running server with SIGKILL at random moments while submissions and approvals go on, starts it again, and
 * gives a verdict. Arguments: submissions (300), kills (30), seed (printed, so that a run can be repeated).
 */
public final class CrashTest {

    private static final int WORKERS = 4;
    private static final int LONGEST_LIFE_MILLIS = 2500;
    private static final int LONGEST_START_MILLIS = 4000;
    private static final int EARLY_EVERY = 5;
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final long END_MINUTES = 5;

    private final Api api;
    private final ServerProcess server;
    private final Random random;
    private final int kills;

    private CrashTest(Api api, ServerProcess server, long seed, int kills) {
        this.api = api;
        this.server = server;
        this.random = new Random(seed);
        this.kills = kills;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime() % 1_000_000;
        System.out.printf("crash test: %d submissions, %d kills, seed %d%n", count, kills, seed);
        Api api = new Api(Site.from(System.getenv()));
        CrashForm.prepare(api);
        List<Submission> submissions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            submissions.add(new Submission(i, seed));
        }
        ServerProcess server = ServerProcess.of(api.site());
        new CrashTest(api, server, seed, kills).run(submissions);
        List<String> faults = new Verdict(api, server).faults(submissions);
        faults.stream().limit(50).forEach(fault -> System.out.println("FAULT  " + fault));
        System.out.println(faults.isEmpty() ? "PASSED" : "FAILED with " + faults.size() + " faults");
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private void run(List<Submission> submissions) throws InterruptedException {
        Quota quota = new Quota();
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(threads.submit(new Worker(api, submissions, quota)));
            }
            int share = (submissions.size() + kills - 1) / Math.max(1, kills);
            for (int kill = 1; kill <= kills; kill++) {
                quota.raise(share);
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                server.kill();
                restart(kill);
            }
            quota.raise(submissions.size());
            for (Future<?> worker : workers) {
                worker.get(END_MINUTES, TimeUnit.MINUTES);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            System.out.println("some submissions do not come to an end");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Some starts are killed too, before the server is ready. */
    private void restart(int kill) throws InterruptedException {
        server.start();
        if (kill % EARLY_EVERY == 0) {
            Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
            server.kill();
            server.start();
        }
        long start = System.nanoTime();
        server.await(() -> api.get("admin", "/api/v1/me").ok(), READY_LIMIT);
        System.out.printf("kill %d: ready again after %.1f s%n", kill, (System.nanoTime() - start) / 1e9);
    }
}
