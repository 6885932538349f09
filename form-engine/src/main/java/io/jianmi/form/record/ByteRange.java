package io.jianmi.form.record;

import io.jianmi.core.file.FileProblem;
import io.jianmi.core.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a request asks for (RFC 9110, 14.2). Pure.
 *
 * @param from first byte
 * @param to last byte
 * @param partial whether it is asked for as a part
 */
record ByteRange(long from, long to, boolean partial) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * One range is served; several, and units nobody knows, are ignored, as the RFC allows.
     *
     * @throws ProblemException {@link FileProblem#RANGE} when it lies outside
     */
    static ByteRange of(@Nullable String header, long bytes) {
        ByteRange whole = new ByteRange(0, bytes - 1, false);
        Matcher match = ONE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return whole;
        }
        Optional<Long> first = number(match.group(1));
        Optional<Long> last = number(match.group(2));
        long from = first.orElseGet(() -> Math.max(0, bytes - last.orElse(0L)));
        long to = first.isPresent() ? Math.min(last.orElse(bytes - 1), bytes - 1) : bytes - 1;
        if (from > to) {
            throw ProblemException.of(FileProblem.RANGE);
        }
        return new ByteRange(from, to, true);
    }

    private static Optional<Long> number(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits));
    }

    long length() {
        return to - from + 1;
    }
}
