package io.jianmi.server.boot;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the embedded parts beside each other, then the server in this process, and stops all of it in the opposite
 * order. Parts with an external address are left alone.
 */
final class Up {

    private static final int STOP_SECONDS = 20;

    /** Exit status of a program that Ctrl-C ended, by convention of shells. */
    private static final int INTERRUPTED = 130;

    private final Settings settings;
    private final Progress progress;
    private final Versions versions = Versions.ofThisBuild();
    private final CountDownLatch serverEnded = new CountDownLatch(1);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile boolean serving;

    /** Held here for the life of the process: an unreachable channel is closed by the collector, and its lock with it. */
    @Nullable
    @SuppressWarnings("UnusedVariable") // held, never read
    private FileChannel home;

    Up(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Blocks until the server ends; the exit status. */
    int run() {
        takeHome();
        Ports.requireFree(settings.host(), settings.port(), "JIANMI_PORT");
        Secrets secrets = new Secrets(settings.home());
        @Nullable
        LocalPostgres postgres = settings.embeddedPostgres() || settings.embeddedKeycloak()
                ? new LocalPostgres(settings.home(), versions.postgres(), settings.postgresPort(), secrets)
                : null;
        @Nullable
        LocalKeycloak keycloak =
                settings.embeddedKeycloak() ? new LocalKeycloak(settings, versions.keycloak(), secrets) : null;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAll(postgres, keycloak), "stop-embedded"));
        try {
            CompletableFuture<Void> keycloakReady = CompletableFuture.completedFuture(null);
            if (keycloak != null) {
                keycloak.requirePort();
                Path archive = keycloakArchive();
                keycloakReady = CompletableFuture.runAsync(() -> keycloak.prepare(archive, progress));
            }
            if (postgres != null) {
                postgres.start(progress);
                progress.say("PostgreSQL is ready");
            }
            if (keycloak != null) {
                startBeside(keycloak, keycloakReady);
            }
            Optional<Path> socket = Optional.ofNullable(postgres).flatMap(LocalPostgres::socket);
            new ServerProperties(settings, secrets, socket).apply();
            return serve();
        } catch (StartFailure e) {
            if (stopping.get()) {
                // Ctrl-C ends the programs that a start is waiting for as well: that is no failure.
                return INTERRUPTED;
            }
            throw e;
        }
    }

    /** The framework wraps what went wrong several times; only the innermost message says what to do. */
    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
    }

    private int serve() {
        AtomicInteger status = new AtomicInteger();
        serving = true;
        Quarkus.run(Server.class, (code, failure) -> {
            status.set(code);
            serverEnded.countDown();
            if (failure != null) {
                progress.say("The server did not start: " + rootCause(failure));
            }
        });
        return status.get();
    }

    /** Keycloak starts while the server does; only {@link Server} waits for it, before it announces the address. */
    private void startBeside(LocalKeycloak keycloak, CompletableFuture<Void> prepared) {
        var unused = prepared.thenRun(() -> {
                    keycloak.start(settings.postgresPort());
                    keycloak.onEnd(() -> {
                        if (!stopping.get()) {
                            progress.say("Keycloak ended by itself; its log is "
                                    + settings.home().resolve("keycloak.log"));
                            Quarkus.asyncExit(1);
                        }
                    });
                })
                .exceptionally(failure -> {
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    if (!stopping.get()) {
                        progress.say(String.valueOf(cause == null ? failure : cause.getMessage()));
                        Quarkus.asyncExit(1);
                    }
                    return null;
                });
    }

    /** One running installation per home: the lock goes with the process, however it ends. */
    private void takeHome() {
        try {
            Files.createDirectories(settings.home());
            FileChannel channel = FileChannel.open(
                    settings.home().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            home = channel;
            if (channel.tryLock() == null) {
                throw new StartFailure("Another server runs in " + settings.home()
                        + ". Stop it, or name another directory in JIANMI_HOME.");
            }
        } catch (IOException e) {
            throw new StartFailure("Cannot use " + settings.home() + ". Name a writable directory in JIANMI_HOME.", e);
        }
    }

    private Path keycloakArchive() {
        Path application = Path.of(System.getProperty("java.class.path", ""))
                .toAbsolutePath()
                .resolveSibling("..")
                .normalize();
        Path archive = application.resolve("embedded/keycloak.zip");
        if (!Files.exists(archive)) {
            throw new StartFailure("There is no Keycloak beside this server (" + archive
                    + "). Build with ./jianmi up, or name a realm of your own in JIANMI_OIDC_URL.");
        }
        return archive;
    }

    private void stopAll(@Nullable LocalPostgres postgres, @Nullable LocalKeycloak keycloak) {
        stopping.set(true);
        try {
            boolean ended = !serving || serverEnded.await(STOP_SECONDS, TimeUnit.SECONDS);
            progress.say(ended ? "stopping" : "stopping; the server took too long to end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (keycloak != null) {
            keycloak.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
    }
}
