package io.jianmi.server.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A Keycloak of our own under the home directory, on a fixed loopback port, with its data in the embedded PostgreSQL.
 * Its first start takes about a minute (build, schema, realm import), later ones a few seconds. Run without its shell
 * script, so the process we hold is the server itself.
 */
final class LocalKeycloak {

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
    private static final List<String> JVM = List.of(
            "-Xms96m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");

    private final Settings settings;
    private final Path directory;
    private final Path pidFile;
    private final Secrets secrets;
    private @Nullable ProcessHandle process;
    private boolean stopped;

    LocalKeycloak(Settings settings, String version, Secrets secrets) {
        this.settings = settings;
        this.directory = settings.home().resolve("keycloak-" + version);
        this.pidFile = settings.home().resolve("keycloak.pid");
        this.secrets = secrets;
    }

    /** Unpacks and builds once per version; needs no database, so it may run while PostgreSQL is being made. */
    void prepare(Path archive, Progress progress) {
        Path built = directory.resolve("built");
        if (Files.exists(built)) {
            return;
        }
        progress.say("Keycloak: unpacking and building it for this machine (once, about half a minute)");
        try {
            Trees.delete(directory);
            unpack(archive);
            Path imports = Files.createDirectories(directory.resolve("data/import"));
            try (InputStream realm = LocalKeycloak.class.getResourceAsStream("/keycloak/realm.json")) {
                Files.copy(Objects.requireNonNull(realm), imports.resolve("jianmi-realm.json"));
            }
            Commands.run(
                    "Building Keycloak",
                    command("build", "--db=postgres", "--cache=local", "--health-enabled=false"),
                    directory,
                    BUILD_LIMIT);
            Files.writeString(built, "1\n");
        } catch (IOException e) {
            throw new StartFailure("Cannot unpack Keycloak to " + directory + ". Check space and rights there.", e);
        }
    }

    /** Tells a taken port before the long part of a start. */
    void requirePort() {
        if (leftBehind().isEmpty()) {
            Ports.requireFree("127.0.0.1", settings.keycloakPort(), "JIANMI_KEYCLOAK_PORT");
        }
    }

    /**
     * Starts it, or takes over the one that a killed start left behind; does not wait until it answers. After {@link #stop}
     * it does nothing: Ctrl-C may come before the start.
     */
    synchronized void start(int postgresPort) {
        if (stopped) {
            return;
        }
        Optional<ProcessHandle> left = leftBehind();
        if (left.isPresent() && RealmProbe.answers(settings.realmUrl())) {
            process = left.get();
            return;
        }
        left.ifPresent(LocalKeycloak::end);
        Ports.requireFree("127.0.0.1", settings.keycloakPort(), "JIANMI_KEYCLOAK_PORT");
        String port = Integer.toString(settings.keycloakPort());
        ProcessBuilder builder = new ProcessBuilder(Commands.detached(command(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://127.0.0.1:" + port)))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(settings.home().resolve("keycloak.log").toFile());
        builder.environment().putAll(environment(postgresPort));
        try {
            Process started = builder.start();
            started.getOutputStream().close();
            process = started.toHandle();
            Files.writeString(pidFile, Long.toString(started.pid()));
        } catch (IOException e) {
            throw new StartFailure("Keycloak could not be started: " + e.getMessage(), e);
        }
    }

    /** Calls back once when the process ends, for whatever reason. */
    synchronized void onEnd(Runnable callback) {
        ProcessHandle current = process;
        if (current != null) {
            var unused = current.onExit().thenRun(callback);
        }
    }

    synchronized void stop() {
        stopped = true;
        ProcessHandle current = process;
        if (current != null) {
            end(current);
        }
    }

    private Map<String, String> environment(int postgresPort) {
        return Map.of(
                "KC_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + postgresPort + "/keycloak",
                "KC_DB_USERNAME",
                "keycloak",
                "KC_DB_PASSWORD",
                secrets.get("keycloak"),
                "KC_DB_POOL_INITIAL_SIZE",
                "1",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.get("keycloak.admin"),
                "JIANMI_WEB_SECRET",
                secrets.get("oidc.web"),
                "JIANMI_ADMIN_SECRET",
                secrets.get("oidc.admin"),
                // Without a port any port of this machine serves (RFC 8252, 7.3): it may be another at the next start.
                "JIANMI_WEB_ORIGIN",
                "http://localhost",
                "JIANMI_WEB_ORIGIN_2",
                "http://127.0.0.1");
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + directory);
        command.add("-Djboss.server.config.dir=" + directory.resolve("conf"));
        command.add("-cp");
        command.add(directory.resolve("lib/quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(List.of(arguments));
        return command;
    }

    private Optional<ProcessHandle> leftBehind() {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            String home = "-Dkc.home.dir=" + directory;
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> List.of(found.info().arguments().orElse(new String[0]))
                            .contains(home));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private void unpack(Path archive) throws IOException {
        Path fresh = directory.resolveSibling(directory.getFileName() + ".new");
        Trees.delete(fresh);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                String name = entry.getName();
                Path file = Trees.inside(fresh, name.substring(name.indexOf('/') + 1));
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.resolve("..").normalize());
                    Files.copy(zip, file);
                }
            }
        }
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    }
}
