package io.jianmi.core.problem;

/**
 * A kind of problem. Implemented by one enum per domain; the status sits beside the code. A code is {@code
 * domain.reason}, lower case, and is never renamed or reused.
 */
public interface ProblemType {

    /** Stable dotted code, such as {@code record.stale-version}. */
    String code();

    /** HTTP status (RFC 9110). */
    int status();

    /** Fixed English sentence: what happened and what to do; never a value that somebody typed. */
    String title();

    /** The {@code type} of the problem body; the same on every installation. */
    default String urn() {
        return "urn:jianmi:problem:" + code();
    }
}
