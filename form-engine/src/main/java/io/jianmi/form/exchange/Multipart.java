package io.jianmi.form.exchange;

import io.jianmi.core.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a {@code multipart/form-data} body (RFC 7578, RFC 2046 5.1) by their names, in memory: the HTTP layer would put the file on disk in
 * clear.
 */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i)form-data\\s*;(?:.*;)?\\s*name=\"([^\"]{1,100})\"");
    private static final byte[] BLANK = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_PARTS = 20;
    private static final int LONGEST_HEAD = 4_096;

    private final byte[] body;
    private final byte[] boundary;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.boundary = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    static Multipart of(String contentType, byte[] body) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") || !matcher.find()) {
            throw ProblemException.of(ExchangeProblem.MULTIPART);
        }
        Multipart multipart = new Multipart(body, matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        multipart.split();
        return multipart;
    }

    /** The part, or empty when there is none of that name. */
    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** The first boundary has no line break before it. */
    private void split() {
        int start = starts(0, Arrays.copyOfRange(boundary, 2, boundary.length)) ? boundary.length - 2 : -1;
        while (start >= 0 && !(start + 1 < body.length && body[start] == '-' && body[start + 1] == '-')) {
            int end = find(boundary, start);
            if (end < 0 || parts.size() >= MOST_PARTS) {
                throw ProblemException.of(ExchangeProblem.MULTIPART);
            }
            add(start, end);
            start = end + boundary.length;
        }
        if (start < 0) {
            throw ProblemException.of(ExchangeProblem.MULTIPART);
        }
    }

    private void add(int start, int end) {
        int head = find(BLANK, start);
        if (head < 0 || head > end || head - start > LONGEST_HEAD) {
            throw ProblemException.of(ExchangeProblem.MULTIPART);
        }
        Matcher name = NAME.matcher(new String(body, start, head - start, StandardCharsets.UTF_8));
        if (name.find()) {
            parts.put(name.group(1), Arrays.copyOfRange(body, head + BLANK.length, Math.max(end, head + BLANK.length)));
        }
    }

    private int find(byte[] wanted, int from) {
        for (int at = from; at <= body.length - wanted.length; at++) {
            if (starts(at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private boolean starts(int at, byte[] wanted) {
        if (at + wanted.length > body.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (body[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
