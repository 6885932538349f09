package io.jianmi.form.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A permission group as written.
 *
 * @param actions keys of record actions
 * @param scope a FEEL condition over the record and {@code user}; null for every row
 * @param writeScope a condition that a new or changed row must fulfil
 * @param fields field key, or {@code *} as the default, to access word
 * @param replace protected fields that may be overwritten without being read
 * @param deny actions taken away from the members, whatever other groups give
 */
public record GroupDefinition(
        String pointer,
        String key,
        LocalText title,
        Members members,
        List<String> actions,
        @Nullable String scope,
        @Nullable String writeScope,
        Map<String, String> fields,
        @Nullable Reveal reveal,
        List<String> replace,
        List<String> deny) {

    public GroupDefinition {
        actions = List.copyOf(actions);
        fields = Map.copyOf(fields);
        replace = List.copyOf(replace);
        deny = List.copyOf(deny);
    }

    /** Who belongs to it: any of these. */
    public record Members(
            Set<String> roles,
            Set<String> departments,
            Set<String> members,
            boolean everyone,
            @Nullable String expression) {

        public Members {
            roles = Set.copyOf(roles);
            departments = Set.copyOf(departments);
            members = Set.copyOf(members);
        }
    }

    /**
     * How its members may reveal.
     *
     * @param purposes purposes among which they choose
     * @param minutes how long a reveal lasts
     * @param perHour most records in an hour, null for no such limit
     * @param perDay most records in a day, null for no such limit
     * @param stepUp {@code mfa} when a fresh second factor is asked
     * @param approvedBy roles one of whose members must agree
     */
    public record Reveal(
            Set<String> purposes,
            int minutes,
            @Nullable Integer perHour,
            @Nullable Integer perDay,
            @Nullable String stepUp,
            Set<String> approvedBy) {

        public Reveal {
            purposes = Set.copyOf(purposes);
            approvedBy = Set.copyOf(approvedBy);
        }
    }
}
