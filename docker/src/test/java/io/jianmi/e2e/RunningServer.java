package io.jianmi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server as people start it ({@code java -jar quarkus-run.jar up}) on free ports, with a home of its own
 * under {@code target}, one for each process that runs tests. The home is kept between test runs: unpacking and building Keycloak is
 * paid once.
 */
public final class RunningServer {

    /** Unpacking and building Keycloak and filling the demo tenant, on a busy machine. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /**
     * Compiled once and quickly: a server lives for some minutes here, on two cores that a browser wants too, and would spend them on
     * becoming faster later.
     */
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final String READY = "Jianmi is ready";

    private final Path home;
    private final Path log;
    private final int port;
    private final int keycloakPort;
    private final int postgresPort;
    private final Map<String, String> external;
    private Process process;

    private RunningServer(Path home, int keycloakPort, int postgresPort, Map<String, String> external) {
        this.home = home;
        this.log = home.resolve("server.log");
        this.port = freePort();
        this.keycloakPort = keycloakPort;
        this.postgresPort = postgresPort;
        this.external = external;
        this.process = launch();
        awaitReady();
    }

    /** Starts a server on a home below {@code docker/target}; the JVM's end stops it. */
    static RunningServer start() {
        try {
            Path home = Files.createDirectories(homeOf(""));
            RunningServer server = new RunningServer(home, freePort(), freePort(), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-e2e-server"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A second server on the databases, the sign-in and the root key of this one, all named by the environment as external
     * ones are; the caller stops it.
     *
     * @param more of its environment
     */
    RunningServer second(Map<String, String> more) {
        try {
            Path second = Files.createDirectories(homeOf("-second"));
            Map<String, String> environment =
                    new HashMap<>(Installation.site(this).asExternal());
            environment.putAll(more);
            return new RunningServer(second, keycloakPort, postgresPort, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code http://127.0.0.1:40123}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    public String keycloakUrl() {
        return "http://127.0.0.1:" + keycloakPort;
    }

    public Path home() {
        return home;
    }

    /** Kills the server process alone, as a crash would; the embedded parts live on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on the same home and ports and waits until it is ready. */
    public void startAgain() {
        process = launch();
        awaitReady();
    }

    /** What the server printed since its last start. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path homeOf(String which) {
        return Path.of("target", System.getProperty("jianmi.e2e.home", "e2e") + which)
                .toAbsolutePath();
    }

    private Process launch() {
        return begin(log, "up");
    }

    /** Another command of the same jar on this installation, such as {@code tenant add}. */
    Process command(String... words) {
        return begin(home.resolve("command.log"), words);
    }

    private Process begin(Path output, String... words) {
        Path jar = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JIANMI_WEBHOOK_ALLOW", "127.0.0.1",
                        "JIANMI_HOME", home.toString(),
                        "JIANMI_PORT", Integer.toString(port),
                        "JIANMI_KEYCLOAK_PORT", Integer.toString(keycloakPort),
                        "JIANMI_PG_PORT", Integer.toString(postgresPort)));
        builder.environment().putAll(external);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!output().contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the server did not become ready:\n" + output());
            }
            pause();
        }
    }

    void stop() {
        process.destroy();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server starts", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
