package io.jianmi.server.boot;

import java.io.PrintStream;
import java.util.Locale;

/** One line per step on the terminal, each with the seconds since the start. Thread-safe. */
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        double seconds = (System.nanoTime() - start) / 1e9;
        synchronized (out) {
            out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds, line);
            out.flush();
        }
    }
}
