package io.jianmi.core.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tenant's key as it stands in addresses: a lower-case letter, then letters, digits and hyphens, at most 40 in all.
 * Anything else cannot be constructed, so a key may be trusted in schema names and group paths.
 */
public record TenantKey(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z](?:-?[a-z0-9]){0,39}");
    private static final int MAX_LENGTH = 40;

    @JsonCreator
    public TenantKey {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a tenant key");
        }
    }

    /** The key, or empty when the text (from an address, a group path) is not one. */
    public static Optional<TenantKey> parse(String text) {
        return fits(text) ? Optional.of(new TenantKey(text)) : Optional.empty();
    }

    /** The tenant's schema; keys hold no underscore, so two keys never share one. */
    public String schema() {
        return "t_" + value.replace('-', '_');
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean fits(String text) {
        return text.length() <= MAX_LENGTH && SHAPE.matcher(text).matches();
    }
}
