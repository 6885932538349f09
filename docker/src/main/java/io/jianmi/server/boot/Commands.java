package io.jianmi.server.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs short foreign programs and says what they printed when they fail. */
final class Commands {

    private Commands() {}

    /** Standard output and error together; a non-zero exit or a timeout is a failure with the tail of it. */
    static String run(String what, List<String> command, Path directory, Duration timeout) {
        @Nullable Path log = null;
        try {
            log = Files.createTempFile("jianmi", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            boolean ended = process.waitFor(timeout.toSeconds(), TimeUnit.SECONDS);
            String output = Files.readString(log, StandardCharsets.UTF_8);
            if (!ended) {
                process.destroyForcibly();
                throw new StartFailure(what + " did not end within " + timeout.toSeconds() + " s.\n" + tail(output));
            }
            if (process.exitValue() != 0) {
                throw new StartFailure(what + " failed.\n" + tail(output));
            }
            return output;
        } catch (IOException e) {
            throw new StartFailure(what + " could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(what + " was interrupted.", e);
        } finally {
            delete(log);
        }
    }

    /** Whether the program can be run at all and answers success. */
    static boolean works(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (InputStream output = process.getInputStream()) {
                output.readAllBytes();
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The command in a session of its own where the system can, so that Ctrl-C reaches us first and not the child. */
    static List<String> detached(List<String> command) {
        if (!works("setsid", "true")) {
            return command;
        }
        List<String> detached = new ArrayList<>(command);
        detached.add(0, "setsid");
        return detached;
    }

    static String tail(String output) {
        List<String> lines = output.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
