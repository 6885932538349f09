package io.jianmi.bench.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The server's process, to kill and to start again in exactly the way it was started: command, environment and directory
 * are read from {@code /proc}. PostgreSQL and Keycloak are processes of their own and outlive a kill; the next start
 * takes them over.
 */
public final class ServerProcess {

    private static final int POLL_MILLIS = 20;

    private final Site site;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path directory;
    private ProcessHandle process;

    private ServerProcess(
            Site site, List<String> command, Map<String, String> environment, Path directory, ProcessHandle process) {
        this.site = site;
        this.command = command;
        this.environment = environment;
        this.directory = directory;
        this.process = process;
    }

    /** The process that listens on the site's port. */
    public static ServerProcess of(Site site) {
        long pid = ProcessTable.listening(site.url().getPort())
                .orElseThrow(() -> new IllegalStateException("no server listens at " + site.url()));
        try {
            Path proc = Path.of("/proc", Long.toString(pid));
            Map<String, String> environment = new LinkedHashMap<>();
            for (String pair : words(proc.resolve("environ"))) {
                int split = pair.indexOf('=');
                if (split > 0) {
                    environment.put(pair.substring(0, split), pair.substring(split + 1));
                }
            }
            return new ServerProcess(
                    site,
                    words(proc.resolve("cmdline")),
                    environment,
                    proc.resolve("cwd").toRealPath(),
                    ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read how the server was started", e);
        }
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the server does not die", e);
        }
    }

    /** Starts it anew; does not wait. What it prints goes to {@code restarted.log} in the installation's home. */
    public void start() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        site.home().resolve("restarted.log").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start().toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException("the server cannot be started", e);
        }
    }

    /** Runs another command of the same jar in the same way, its output on ours; the exit status. */
    public int command(String... words) throws IOException, InterruptedException {
        List<String> other = new ArrayList<>(command.subList(0, command.indexOf("-jar") + 2));
        other.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(other).directory(directory.toFile()).inheritIO();
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    /** Waits until the server is ready in the caller's sense; a lost connection counts as not yet. */
    public void await(BooleanSupplier ready, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!answers(ready)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the server did not come up; see " + site.home().resolve("restarted.log"));
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

    private static List<String> words(Path file) throws IOException {
        return Arrays.stream(Files.readString(file, StandardCharsets.UTF_8).split("\0"))
                .toList();
    }
}
