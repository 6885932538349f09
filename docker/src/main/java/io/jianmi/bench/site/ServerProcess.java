package io.jianmi.bench.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The server's process, to kill and to start again in exactly the way it was started. PostgreSQL and Keycloak are processes
 * of their own and outlive a kill; the next start takes them over.
 */
public final class ServerProcess {

    private static final int POLL_MILLIS = 20;

    private final KnownProcess process;

    private ServerProcess(KnownProcess process) {
        this.process = process;
    }

    /** The process that listens on the site's port. What it prints once it is started again goes to {@code restarted.log} in its home. */
    public static ServerProcess of(Site site) {
        return new ServerProcess(
                KnownProcess.listening(site.url().getPort(), site.home().resolve("restarted.log")));
    }

    /**
     * Another server on the databases, the sign-in and the root key of this one, which are external to it; started now, with a home
     * of its own below the site's.
     */
    public ServerProcess beside(Site site, int port) {
        Path home = site.home().resolve("node-" + port);
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> environment = new LinkedHashMap<>(site.asExternal());
        environment.put("JIANMI_PORT", Integer.toString(port));
        environment.put("JIANMI_HOME", home.toString());
        return new ServerProcess(process.beside(environment, home.resolve("restarted.log")));
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.kill();
    }

    /** Starts it anew; does not wait. */
    public void start() {
        process.start();
    }

    /** Runs another command of the same jar in the same way, its output on ours; the exit status. */
    public int command(String... words) throws InterruptedException {
        List<String> command = process.command();
        List<String> other = new ArrayList<>(command.subList(0, command.indexOf("-jar") + 2));
        other.addAll(List.of(words));
        return process.start(other, ProcessBuilder.Redirect.INHERIT).waitFor();
    }

    /** Waits until the server is ready in the caller's sense; a lost connection counts as not yet. */
    public void await(BooleanSupplier ready, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!answers(ready)) {
            if (!process.alive() || System.nanoTime() > end) {
                throw new IllegalStateException("the server did not come up; see " + process.log());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean answers(BooleanSupplier ready) {
        try {
            return ready.getAsBoolean();
        } catch (Api.ConnectionLost e) {
            return false;
        }
    }
}
