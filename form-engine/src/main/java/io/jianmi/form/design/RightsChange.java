package io.jianmi.form.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a version changes for the members of one permission group.
 *
 * @param effect {@code gains}, {@code loses} or, where that cannot be said of a condition, {@code changes}
 * @param what {@code group}, {@code action}, {@code field}, {@code members}, {@code scope}, {@code writeScope}, {@code reveal}, {@code
 *     deny}, or {@code public}: what anybody may enter who has the link ({@code group} is {@code *})
 * @param key the action or the field, null for others
 * @param from access before, of a field
 * @param to access after, of a field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RightsChange(
        String group,
        String effect,
        String what,
        @Nullable String key,
        @Nullable String from,
        @Nullable String to) {

    static RightsChange of(String group, boolean gains, String what, @Nullable String key) {
        return new RightsChange(group, gains ? "gains" : "loses", what, key, null, null);
    }

    static RightsChange changes(String group, String what) {
        return new RightsChange(group, "changes", what, null, null, null);
    }
}
