package io.jianmi.server.boot;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.Locale;

/** One line per step on the terminal, each with the seconds since the process began. Thread-safe. */
final class Progress {

    private final PrintStream out;
    private final RuntimeMXBean process = ManagementFactory.getRuntimeMXBean();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        double seconds = process.getUptime() / 1e3;
        synchronized (out) {
            out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds, line);
            out.flush();
        }
    }
}
