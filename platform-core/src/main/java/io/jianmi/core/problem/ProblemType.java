package io.jianmi.core.problem;

/**
 * A kind of problem. Implemented by one enum per domain; the status sits beside the code. A code is {@code
 * domain.reason}, lower case, and is never renamed or reused.
 */
public interface ProblemType {

    /**
     * What a problem says of itself.
     *
     * @param code stable and dotted, such as {@code record.stale-version}
     * @param status of HTTP (RFC 9110)
     * @param title fixed English sentence: what happened and what to do; never a value that somebody typed
     */
    record Description(String code, int status, String title) {}

    Description description();

    default String code() {
        return description().code();
    }

    default int status() {
        return description().status();
    }

    default String title() {
        return description().title();
    }

    /** The {@code type} of the problem body; the same on every installation. */
    default String urn() {
        return "urn:jianmi:problem:" + code();
    }
}
