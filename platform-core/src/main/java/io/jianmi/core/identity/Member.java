package io.jianmi.core.identity;

import java.util.List;
import java.util.Set;

/**
 * A person in a tenant.
 *
 * @param id subject of his tokens
 * @param username sign-in name, unique in the realm
 * @param name what people call him; the sign-in name when nothing else is known
 * @param departments ids of his departments, the main one first
 * @param roles keys of his roles in this tenant
 * @param enabled false: he can neither sign in nor be assigned, and his tokens are refused
 */
public record Member(
        MemberId id, String username, String name, List<String> departments, Set<String> roles, boolean enabled) {

    public Member {
        departments = List.copyOf(departments);
        roles = Set.copyOf(roles);
    }

    /** Ids and flags only: names are personal data. */
    @Override
    public String toString() {
        return "Member[" + id + "]";
    }
}
