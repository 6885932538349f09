package io.jianmi.server.boot;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The real PostgreSQL programs, unpacked once per version from the jar that carries them for this machine. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** Directory with {@code bin/postgres}; unpacked beside and renamed, so a killed start leaves no half of it. */
    static Path in(Path home, String version) {
        Path target = home.resolve("postgresql-" + version);
        if (Files.isDirectory(target)) {
            return target;
        }
        Path fresh = home.resolve("postgresql-" + version + ".new");
        try {
            Trees.delete(fresh);
            unpack(fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new StartFailure("Cannot unpack PostgreSQL to " + target + ". Check space and rights there.", e);
        }
    }

    private static void unpack(Path target) throws IOException {
        String system =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : "Linux";
        try (InputStream packed =
                        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch", ""));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                Path file = Trees.inside(target, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.resolve("..").normalize());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.resolve("..").normalize());
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }
}
