package io.jianmi.form.exchange.sheet;

import java.time.Instant;

/**
 * Who took a file out, and when; stands below its rows.
 *
 * @param name of the person
 * @param id of the person
 */
public record Watermark(String name, String id, Instant at) {

    private static final String START = "简密 Jianmi · ";

    /** The line itself, the same in all languages. */
    public String line() {
        return START + name + " (" + id + ") · " + at;
    }

    static boolean marks(String text) {
        return text.startsWith(START);
    }
}
