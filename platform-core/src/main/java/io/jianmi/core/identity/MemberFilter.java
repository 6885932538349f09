package io.jianmi.core.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which members are asked for: those to whom all of it applies.
 *
 * @param search part of the name or of the sign-in name, whatever its case; null for any
 * @param department id of a department to which they belong themselves; null for any
 * @param role key of a role that they have; null for any
 * @param enabled whether they can sign in and act; null for both
 */
record MemberFilter(
        @Nullable String search,
        @Nullable String department,
        @Nullable String role,
        @Nullable Boolean enabled) {

    boolean admits(Member member) {
        return (search == null || named(member, search.strip().toLowerCase(Locale.ROOT)))
                && (department == null || member.departments().contains(department))
                && (role == null || member.roles().contains(role))
                && (enabled == null || member.enabled() == enabled);
    }

    private static boolean named(Member member, String part) {
        return member.name().toLowerCase(Locale.ROOT).contains(part)
                || member.username().toLowerCase(Locale.ROOT).contains(part);
    }
}
