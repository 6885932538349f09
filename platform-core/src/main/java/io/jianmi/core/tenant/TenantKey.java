package io.jianmi.core.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /** Part of the name of everything that is cached, so not left to the method handles of a record. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof TenantKey key && value.equals(key.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
