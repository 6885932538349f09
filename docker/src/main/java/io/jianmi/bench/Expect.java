package io.jianmi.bench;

/** A check of the server's answers; what fails it makes the whole run worthless. */
final class Expect {

    private Expect() {}

    static void that(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalStateException("wrong answer: " + rule);
        }
    }
}
