package io.jianmi.core.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tenant's key: short, lower case, for ever. Anything else cannot be constructed, so a key may be trusted in schema
 * names and group paths.
 */
public record TenantKey(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    @JsonCreator
    public TenantKey {
        if (!valid(value)) {
            throw new IllegalArgumentException("not a tenant key");
        }
    }

    public static boolean valid(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** The key, or empty when the text (from an address, a group path) is not one. */
    public static Optional<TenantKey> parse(String text) {
        return valid(text) ? Optional.of(new TenantKey(text)) : Optional.empty();
    }

    /** The PostgreSQL schema that holds this tenant's records, log, tasks and outbox. */
    public String schema() {
        return "t_" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
