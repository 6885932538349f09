package io.jianmi.core.audit;

import io.jianmi.core.tenant.TenantKey;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps checkpoints in files: {@code <tenant>.checkpoint} is always the newest, {@code <tenant>.history} gains one a
 * minute. Put the directory on a disk that the database's administrator cannot write.
 */
@Singleton
@DefaultBean
public final class FileAnchor implements AnchorSink {

    private static final long HISTORY_MILLIS = 60_000;

    private final Path directory;
    private final InstantSource clock;
    private final Map<TenantKey, Long> remembered = new ConcurrentHashMap<>();

    public FileAnchor(
            @ConfigProperty(name = "jianmi.audit.anchor-dir", defaultValue = "data/anchors") Path directory,
            InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<String> last(TenantKey tenant) {
        try {
            Path file = newest(tenant);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the anchored checkpoint cannot be read", e);
        }
    }

    @Override
    public void keep(TenantKey tenant, String note) {
        try {
            Files.createDirectories(directory);
            Path fresh = directory.resolve(tenant.value() + ".checkpoint.new");
            write(fresh, note, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(fresh, newest(tenant), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            long now = clock.millis();
            if (now - remembered.getOrDefault(tenant, 0L) >= HISTORY_MILLIS) {
                write(directory.resolve(tenant.value() + ".history"), note + "\n", StandardOpenOption.APPEND);
                remembered.put(tenant, now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint cannot be anchored", e);
        }
    }

    private Path newest(TenantKey tenant) {
        return directory.resolve(tenant.value() + ".checkpoint");
    }

    private static void write(Path file, String text, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
