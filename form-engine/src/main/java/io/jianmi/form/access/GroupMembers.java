package io.jianmi.form.access;

import io.jianmi.core.identity.Actor;
import io.jianmi.form.expression.CompiledExpression;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a permission group: whoever fits any of these.
 *
 * @param departments ids or paths; belonging to it, not to one below
 * @param members ids or sign-in names
 * @param expression over {@code user} alone; null for none
 */
public record GroupMembers(
        Set<String> roles,
        Set<String> departments,
        Set<String> members,
        boolean everyone,
        @Nullable CompiledExpression expression) {

    public GroupMembers {
        roles = Set.copyOf(roles);
        departments = Set.copyOf(departments);
        members = Set.copyOf(members);
    }

    public static GroupMembers ofRoles(String... roles) {
        return new GroupMembers(Set.of(roles), Set.of(), Set.of(), false, null);
    }

    public boolean include(Actor actor) {
        return everyone
                || actor.roles().stream().anyMatch(roles::contains)
                || actor.departments().stream().anyMatch(departments::contains)
                || actor.called().departments().stream().anyMatch(departments::contains)
                || members.contains(actor.id().value())
                || members.contains(actor.called().username())
                || (expression != null && expression.admits(Map.of("user", UserContext.of(actor))));
    }
}
