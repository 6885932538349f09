package io.jianmi.server.boot;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A PostgreSQL cluster of our own under the home directory: made once, started on a fixed loopback port and a socket in its own
 * directory, kept. Every role signs in with a generated password (SCRAM) by either; there is no open door. A server that an earlier,
 * killed start left behind is taken over.
 */
final class LocalPostgres {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long GIB = 1L << 30;

    private final Path home;
    private final Path data;
    private final Path binaries;
    private final int port;
    private final Secrets secrets;
    private final SocketDirectory socket;
    private boolean stopped;

    LocalPostgres(Path home, String version, int port, Secrets secrets) {
        this.home = home;
        this.data = home.resolve("postgres");
        this.binaries = PostgresBinaries.in(home, version);
        this.port = port;
        this.secrets = secrets;
        this.socket = new SocketDirectory(data, port);
    }

    /**
     * Makes what is missing, starts what is not running; returns when connections are accepted. {@link #stop} waits for it
     * and prevents one that comes later.
     */
    synchronized void start(Progress progress) {
        if (stopped) {
            throw new StartFailure("Stopped.");
        }
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                progress.say("PostgreSQL: making a new cluster in " + data);
                initialise();
            }
            Files.writeString(data.resolve("jianmi.conf"), configuration());
            if (running() && !takeOver()) {
                shutDown();
            }
            if (!running()) {
                Ports.requireFree("127.0.0.1", port, "JIANMI_PG_PORT");
                pgCtl(
                        "start",
                        "-w",
                        "-t",
                        "90",
                        "-l",
                        home.resolve("postgres.log").toString());
            }
            if (!Files.exists(home.resolve("databases-made"))) {
                new Databases(port, secrets).make();
                Files.writeString(home.resolve("databases-made"), "1\n");
            }
        } catch (IOException e) {
            throw new StartFailure("Cannot write to " + home + ". Check space and rights there.", e);
        }
    }

    /** Where the started server listens besides its port. */
    Optional<Path> socket() {
        return socket.usable();
    }

    synchronized void stop() {
        stopped = true;
        shutDown();
    }

    private void shutDown() {
        if (running()) {
            pgCtl("stop", "-w", "-t", "60", "-m", "fast");
        }
    }

    private void initialise() throws IOException {
        Trees.delete(data);
        Path password = Files.createTempFile(home, "password", "");
        try {
            Files.writeString(password, secrets.get("postgres.superuser") + "\n");
            Commands.run(
                    "Making the database cluster",
                    asOrdinaryUser(List.of(
                            binaries.resolve("bin/initdb").toString(),
                            "--pgdata=" + data,
                            "--username=postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8")),
                    home,
                    LIMIT);
        } finally {
            Files.delete(password);
        }
        Files.writeString(data.resolve("postgresql.conf"), "\ninclude 'jianmi.conf'\n", StandardOpenOption.APPEND);
    }

    private String configuration() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        Map<String, String> settings = new TreeMap<>();
        settings.put("listen_addresses", "'127.0.0.1'");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "'" + socket.setting() + "'");
        // A new home fills quickly, and plans that were made for empty tables last until the next look.
        settings.put("autovacuum_naptime", "'15s'");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", memory >= 8 * GIB ? "1GB" : "256MB");
        settings.put("max_wal_size", "4GB");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("log_parameter_max_length", "0");
        settings.put("log_parameter_max_length_on_error", "0");
        settings.put("timezone", "'UTC'");
        settings.put("log_timezone", "'UTC'");
        StringBuilder text =
                new StringBuilder("# Written at every start; put your own settings into postgresql.conf.\n");
        settings.forEach(
                (name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    /**
     * Whether the process in {@code postmaster.pid} is a PostgreSQL. After a crash of the machine its number may be somebody
     * else's, and pg_ctl would ask no further.
     */
    private boolean running() {
        Path pid = data.resolve("postmaster.pid");
        try {
            return Files.exists(pid)
                    && ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(pid).get(0).strip()))
                            .flatMap(process -> process.info().command())
                            .filter(command -> command.endsWith("/postgres"))
                            .isPresent();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Whether the running server already listens where this start wants it (line 4 of postmaster.pid). */
    private boolean takeOver() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        return lines.size() > 3 && lines.get(3).strip().equals(Integer.toString(port));
    }

    private void pgCtl(String action, String... options) {
        List<String> command =
                new ArrayList<>(List.of(binaries.resolve("bin/pg_ctl").toString(), action, "-D", data.toString()));
        command.addAll(List.of(options));
        try {
            Commands.run("PostgreSQL " + action, asOrdinaryUser(command), home, LIMIT);
        } catch (StartFailure e) {
            throw new StartFailure(e.getMessage() + "\nIts log is " + home.resolve("postgres.log") + ".", e);
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace takes root's powers away without another account. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!Commands.works("unshare", "-U", "true")) {
            throw new StartFailure(
                    "PostgreSQL does not run as root, and this machine allows no user namespaces. "
                            + "Start as an ordinary user, or name a database of your own in JIANMI_DB_URL and JIANMI_KEYS_DB_URL.");
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(command);
        return wrapped;
    }
}
