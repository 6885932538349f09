package io.jianmi.core.command;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller demands of that which he replaces: {@code If-Match} with the revision that he read, {@code If-None-Match: *} that there be
 * nothing yet (RFC 9110, 13.1). Who demands nothing replaces whatever is there.
 *
 * @param revision the one that must stand; 0 for none at all, a negative one never stands
 */
public record Precondition(Optional<Integer> revision) {

    /** Whatever is there. */
    public static final Precondition NONE = new Precondition(Optional.empty());

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    /** What the two headers demand together. */
    public static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return new Precondition(Optional.of(0));
        }
        if (ifMatch == null || ifMatch.isBlank()) {
            return NONE;
        }
        OptionalInt number = number(ifMatch);
        return new Precondition(Optional.of(number.orElse(0) > 0 ? number.getAsInt() : -1));
    }

    /** The number in an entity tag; empty when we never gave such a tag. */
    public static OptionalInt number(String tag) {
        Matcher matcher = TAG.matcher(tag.strip());
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** @param standing the revision that stands, 0 for none */
    public boolean allows(int standing) {
        return revision.map(demanded -> demanded == standing).orElse(true);
    }
}
