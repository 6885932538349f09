package io.jianmi.e2e;

import io.jianmi.bench.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;

/** The installation under test, and numbers for its records. */
final class Installation {

    private static final AtomicInteger NUMBERS = new AtomicInteger((int) (System.nanoTime() / 1000 % 40_000_000));

    private Installation() {}

    /** Where the test run's server is; the database's port stands in line 4 of {@code postmaster.pid}. */
    static Site site(RunningServer server) {
        try {
            String port = Files.readAllLines(server.home().resolve("postgres/postmaster.pid"))
                    .get(3)
                    .strip();
            return new Site(
                    URI.create(server.baseUrl()),
                    server.keycloakUrl() + "/realms/jianmi",
                    "demo",
                    server.home(),
                    Integer.parseInt(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number that no other test of this or an earlier run has had, in all likelihood. */
    static int number() {
        return NUMBERS.getAndIncrement();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
