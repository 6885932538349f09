package io.jianmi.bench.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process to end and to start again exactly as it was started: command, environment and directory are read from {@code /proc}. */
final class KnownProcess {

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path directory;
    private final Path log;
    private ProcessHandle process;

    private KnownProcess(
            List<String> command, Map<String, String> environment, Path directory, Path log, ProcessHandle process) {
        this.command = command;
        this.environment = environment;
        this.directory = directory;
        this.log = log;
        this.process = process;
    }

    /**
     * The process that listens on this port.
     *
     * @param log takes what it prints once it is started again
     */
    static KnownProcess listening(int port, Path log) {
        long pid = ProcessTable.listening(port)
                .orElseThrow(() -> new IllegalStateException("nothing listens at port " + port));
        try {
            Path proc = Path.of("/proc", Long.toString(pid));
            Map<String, String> environment = new LinkedHashMap<>();
            for (String pair : words(proc.resolve("environ"))) {
                int split = pair.indexOf('=');
                if (split > 0) {
                    environment.put(pair.substring(0, split), pair.substring(split + 1));
                }
            }
            return new KnownProcess(
                    words(proc.resolve("cmdline")),
                    environment,
                    proc.resolve("cwd").toRealPath(),
                    log,
                    ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read how the process was started", e);
        }
    }

    /** Another one like this with something else in its environment, started now. */
    KnownProcess beside(Map<String, String> other, Path otherLog) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(other);
        KnownProcess another = new KnownProcess(command, all, directory, otherLog, process);
        another.start();
        return another;
    }

    List<String> command() {
        return command;
    }

    boolean alive() {
        return process.isAlive();
    }

    Path log() {
        return log;
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Sends the signal of that name; returns when the process is gone. */
    void end(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        awaitEnd();
    }

    /** Starts it anew; does not wait. */
    void start() {
        start(List.of());
    }

    /** As {@link #start()}, by another command that takes it as its arguments. */
    void start(List<String> by) {
        List<String> words = new ArrayList<>(by);
        words.addAll(command);
        process = start(words, ProcessBuilder.Redirect.appendTo(log.toFile())).toHandle();
    }

    /** Starts another command in the same directory and environment. */
    Process start(List<String> words, ProcessBuilder.Redirect output) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the process cannot be started", e);
        }
    }

    private void awaitEnd() {
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the process does not end", e);
        }
    }

    private static List<String> words(Path file) throws IOException {
        return Arrays.stream(Files.readString(file, StandardCharsets.UTF_8).split("\0"))
                .toList();
    }
}
