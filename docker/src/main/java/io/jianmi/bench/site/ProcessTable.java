package io.jianmi.bench.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Processor time and memory of processes, read from Linux' {@code /proc}; zeros where there is none. */
public final class ProcessTable {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;

    private ProcessTable() {}

    /** Seconds of processor time of the process itself. */
    public static double cpuSeconds(long pid) {
        String[] stat = stat(pid);
        return stat.length < 17 ? 0 : (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / TICKS_PER_SECOND;
    }

    /** Seconds of processor time of the process, its living children and those that it has waited for. */
    public static double cpuSecondsWithChildren(long pid) {
        String[] own = stat(pid);
        if (own.length < 17) {
            return 0;
        }
        double seconds = cpuSeconds(pid) + (Long.parseLong(own[13]) + Long.parseLong(own[14])) / TICKS_PER_SECOND;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : all) {
                long child = Long.parseLong(process.getFileName().toString());
                String[] stat = stat(child);
                if (stat.length >= 17 && stat[1].equals(Long.toString(pid))) {
                    seconds += cpuSeconds(child);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seconds;
    }

    /** Resident memory in MB (10^6 bytes). */
    public static double residentMegabytes(long pid) {
        try {
            for (String line : Files.readAllLines(PROC.resolve(pid + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    /** The process that listens on this TCP port of this machine. */
    public static Optional<Long> listening(int port) {
        try {
            for (String table : new String[] {"net/tcp", "net/tcp6"}) {
                for (String line : Files.readAllLines(PROC.resolve(table))) {
                    String[] words = line.strip().split("\\s+");
                    if (words.length > 9
                            && "0A".equals(words[3])
                            && words[1].endsWith(String.format(Locale.ROOT, ":%04X", port))) {
                        return owner("socket:[" + words[9] + "]");
                    }
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Long> owner(String socket) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : all) {
                if (holds(process.resolve("fd"), socket)) {
                    return Optional.of(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Path descriptors, String socket) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : open) {
                if (Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException e) {
            // The process ended, or is another user's: not the one that is looked for.
            return false;
        }
        return false;
    }

    /** The words of {@code /proc/<pid>/stat} after the command's name: state, parent, ... (proc(5), from field 3). */
    private static String[] stat(long pid) {
        try {
            String text = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.UTF_8);
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }
}
