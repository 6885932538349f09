package io.jianmi.bench.crash;

import java.util.Locale;
import java.util.Map;

/**
 * A record that a program or a visitor sends until it is acknowledged, always under the same key. Used by one sender at a time, read by
 * the verdict after all have ended.
 */
final class Sending {

    private static final long MANY = 100_000;

    private final int number;
    private final long seed;
    private final boolean visitor;
    private String id = "";
    private int lost;
    private volatile boolean acknowledged;

    /** Every fourth one comes from a visitor: a form takes few from one address. */
    Sending(int number, long seed) {
        this.number = number;
        this.seed = seed;
        this.visitor = number % 4 == 0;
    }

    /** Whether nobody in particular sends it. */
    boolean visitor() {
        return visitor;
    }

    /** Of no other record, in no other run. */
    long mark() {
        return seed * MANY + number;
    }

    String idempotencyKey() {
        return "sent-" + mark();
    }

    Map<String, Object> data() {
        return Map.of(
                "name", (visitor ? "访客" : "程序") + number,
                "mobile", "138" + String.format(Locale.ROOT, "%08d", Math.floorMod(mark(), MANY * 1000)),
                "mark", Long.toString(mark()));
    }

    /** @param made id of the record; "" where its sender is told of none */
    void acknowledge(String made) {
        id = made;
        acknowledged = true;
    }

    boolean acknowledged() {
        return acknowledged;
    }

    String id() {
        return id;
    }

    void lose() {
        lost++;
    }

    /** Answers that never came. */
    int lost() {
        return lost;
    }
}
