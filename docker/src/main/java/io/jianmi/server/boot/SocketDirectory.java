package io.jianmi.server.boot;

import io.netty.channel.epoll.Epoll;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a PostgreSQL of this machine listens besides its port: a socket file spares both sides the way through the network stack, a
 * hundred times in an approval.
 */
final class SocketDirectory {

    /** The longest path of a socket, {@code sun_path} of Linux without its closing zero. */
    private static final int LONGEST = 107;

    private final Path directory;
    private final int port;

    SocketDirectory(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** What {@code unix_socket_directories} is set to: nothing where a path would be too long or could not be written there. */
    String setting() {
        String path = directory.toString();
        boolean fits = file().toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        return fits && path.matches("[\\w/.+-]+") ? path : "";
    }

    /** The directory, when the server can connect by it: PostgreSQL listens there and the system has the means. */
    Optional<Path> usable() {
        return Files.exists(file()) && !setting().isEmpty() && Epoll.isAvailable()
                ? Optional.of(directory)
                : Optional.empty();
    }

    /** PostgreSQL names the file after the port. */
    private Path file() {
        return directory.resolve(".s.PGSQL." + port);
    }
}
