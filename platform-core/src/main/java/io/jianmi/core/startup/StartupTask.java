package io.jianmi.core.startup;

import java.util.function.Consumer;

/**
 * Work of a starting server, such as installing the demo tenant. Runs on a worker thread at every start, after HTTP,
 * databases and the organisation's mirror stand; so it must find out quickly that nothing is left to do, and must be
 * safe to run on two nodes at once. A failure stops the start.
 */
public interface StartupTask {

    /** What people read while it runs, such as {@code "installing the demo tenant"}. */
    String title();

    /** Smaller runs first. */
    default int order() {
        return 100;
    }

    /** Blocks until done; {@code progress} takes a short line, such as {@code "120 of 200 customers"}. */
    void run(Consumer<String> progress);
}
