package io.jianmi.core.audit;

/**
 * What an offline verification found.
 *
 * @param sound true when nothing is wrong
 * @param message one sentence for people: what was checked, or the first thing that is wrong
 * @param entries how many entries were good
 */
public record Verdict(boolean sound, String message, long entries) {

    static Verdict bad(long entries, String message) {
        return new Verdict(false, message, entries);
    }
}
