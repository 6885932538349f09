package io.jianmi.core.administration;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the installation is at one moment.
 *
 * @param version of the server that answers
 * @param startedAt when that server started
 */
record Health(String version, Instant startedAt, Instant at, List<Part> parts) {

    enum State {
        UP,
        /** It works, and somebody should look after it. */
        STRAINED,
        DOWN
    }

    /**
     * One part.
     *
     * @param figures counts, bytes, seconds and milliseconds by name, where there are any
     */
    record Part(String key, String state, Map<String, Long> figures) {

        static Part of(String key, State state, Map<String, Long> figures) {
            return new Part(key, state.name().toLowerCase(Locale.ROOT), figures);
        }
    }

    /** What waits and what will not go on by itself. */
    record Queue(long waiting, long oldestSeconds, long stuck) {

        private static final long LATE_SECONDS = 120;

        State state() {
            return stuck > 0 || oldestSeconds > LATE_SECONDS ? State.STRAINED : State.UP;
        }

        Part part(String key) {
            return Part.of(key, state(), Map.of("waiting", waiting, "oldestSeconds", oldestSeconds, "stuck", stuck));
        }
    }

    /** Free and whole size of a disk in bytes. */
    static Part disk(long free, long total) {
        return Part.of(
                "disk", free * 10 < total ? State.STRAINED : State.UP, Map.of("freeBytes", free, "totalBytes", total));
    }

    static Part answering(String key, boolean answers) {
        return Part.of(key, answers ? State.UP : State.DOWN, Map.of());
    }
}
