package io.jianmi.bench;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * W5: kills the server process, which leaves PostgreSQL and Keycloak standing, starts it again in the same way, and takes
 * the time to the first 2xx of a business route; then its resident memory at rest.
 */
final class Restart {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration REST = Duration.ofSeconds(20);

    private final Api api;

    Restart(Api api) {
        this.api = api;
    }

    Measure run() throws InterruptedException {
        System.out.println(Work.W5.label() + "  " + Work.W5.title());
        String route = api.site().tenantPath() + "/apps";
        api.get("admin", route).orFail("the business route before the restart");
        ServerProcess server = ServerProcess.of(api.site());
        server.kill();
        long start = System.nanoTime();
        server.start();
        server.await(() -> api.get("admin", route).ok(), LIMIT);
        double seconds = (System.nanoTime() - start) / 1e9;
        Thread.sleep(REST.toMillis());
        Usage usage = new Usage(api.site());
        return Measure.noted(
                Work.W5.label(),
                Work.W5.title(),
                usage.serverMegabytes(),
                List.of(String.format(
                        Locale.ROOT,
                        "%.1f s from process start to the first 2xx of GET %s; %.0f MB resident at rest",
                        seconds,
                        route,
                        usage.serverMegabytes())));
    }
}
