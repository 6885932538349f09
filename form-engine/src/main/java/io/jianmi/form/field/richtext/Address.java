package io.jianmi.form.field.richtext;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a link may lead: to a host of the web without a user's name before it (RFC 3986, 7.6), to a mailbox or a telephone. */
final class Address {

    private static final int LONGEST = 2_000;

    private static final Pattern FOLLOWED =
            Pattern.compile("(?:https?://[^/?#@:\\\\][^/?#@\\\\]*(?:[/?#].*)?|mailto:.+|tel:.+)", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z]+):");
    private static final Pattern RUN = Pattern.compile("^(?:javascript|vbscript|data|file|blob):");

    private Address() {}

    /** The address of a link, its scheme in small letters; empty for one that is not followed. */
    static Optional<String> of(String written) {
        String address = bare(written);
        Matcher scheme = SCHEME.matcher(address);
        if (scheme.find()) {
            address = scheme.group().toLowerCase(Locale.ROOT) + address.substring(scheme.end());
        }
        boolean kept = address.length() <= LONGEST
                && address.codePoints().allMatch(Address::visible)
                && FOLLOWED.matcher(address).matches();
        return kept ? Optional.of(address) : Optional.empty();
    }

    /** Whether a browser would run it or read something local. */
    static boolean runs(String written) {
        return RUN.matcher(bare(written).toLowerCase(Locale.ROOT)).find();
    }

    /** As browsers read it (URL standard): without tabs and line breaks inside, without blanks and controls around. */
    private static String bare(String written) {
        String text = written.replaceAll("[\\t\\n\\r]", "");
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
