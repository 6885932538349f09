package io.jianmi.workflow.chart;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stay of an instance at a node, or something that moved it elsewhere.
 *
 * @param since when it came there
 * @param left when it went on; null while it stands there, and where nobody has noted when it was stopped
 * @param kind what became of it
 * @param target of a way back: the node at which it goes on
 */
record Passage(String node, Instant since, @Nullable Instant left, Kind kind, Optional<String> target) {

    enum Kind {
        /** People stand there, or the system waits. */
        OPEN,
        /** It went on by the ordinary way. */
        PASSED,
        /** It went on by the way of a rejection, or ended by it. */
        REJECTED,
        /** It went back to {@link #target}; what lies behind that is walked again. */
        BACK,
        /** It was handed back and comes straight back: what lies between stays passed. */
        STRAIGHT_BACK,
        /** It was ended from outside. */
        STOPPED
    }

    static Passage open(String node, Instant since) {
        return new Passage(node, since, null, Kind.OPEN, Optional.empty());
    }

    static Passage passed(String node, Instant since, Instant left) {
        return new Passage(node, since, left, Kind.PASSED, Optional.empty());
    }

    /** The moment by which its effect is ordered among others. */
    Instant moment() {
        return left == null ? since : left;
    }
}
