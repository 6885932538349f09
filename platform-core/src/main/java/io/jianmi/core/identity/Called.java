package io.jianmi.core.identity;

import java.util.List;
import java.util.Set;

/**
 * What definitions may call a member and his departments by besides their ids, which nobody remembers.
 *
 * @param username sign-in name; empty for whoever has none, and for one that looks like an id, so that nobody passes
 *     for somebody else by the name he chose
 * @param departments paths of his departments, such as {@code Sales/North}
 */
public record Called(String username, Set<String> departments) {

    /** By nothing: the system, clients, visitors, a role that somebody looks as. */
    public static final Called NOTHING = new Called("", Set.of());

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    public Called {
        departments = Set.copyOf(departments);
    }

    static Called of(Member member, List<Department> departments) {
        return new Called(
                member.username().matches(ID) ? "" : member.username(),
                Set.copyOf(departments.stream().map(Department::path).toList()));
    }
}
