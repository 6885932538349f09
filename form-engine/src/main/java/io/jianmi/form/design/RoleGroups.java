package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.definition.GroupDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What published forms say of a role. Pure. */
final class RoleGroups {

    private RoleGroups() {}

    /**
     * A permission group that names the role.
     *
     * @param title of the form
     * @param groupTitle null where the group has none
     * @param actions keys of the actions that the group gives its members, in alphabetical order
     * @param member whether whoever has the role belongs to the group
     * @param approver whether whoever has the role may agree to reveals by members of the group
     */
    record Item(
            String app,
            String form,
            JsonNode title,
            String group,
            @Nullable JsonNode groupTitle,
            List<String> actions,
            boolean member,
            boolean approver) {}

    /** Groups of the form that name it, in their order. Who belongs to a group by a condition or as everyone is not named. */
    static Stream<Item> naming(String role, String app, FormDefinition form) {
        return form.permissionGroups().stream()
                .filter(group -> member(group, role) || approver(group, role))
                .map(group -> item(role, app, form, group));
    }

    private static Item item(String role, String app, FormDefinition form, GroupDefinition group) {
        JsonNode written = form.source().at(group.pointer()).path("title");
        return new Item(
                app,
                form.key(),
                form.source().path("title"),
                group.key(),
                written.isMissingNode() ? null : written,
                group.actions().stream().sorted().toList(),
                member(group, role),
                approver(group, role));
    }

    private static boolean member(GroupDefinition group, String role) {
        return group.members().roles().contains(role);
    }

    private static boolean approver(GroupDefinition group, String role) {
        GroupDefinition.Reveal reveal = group.reveal();
        return reveal != null && reveal.approvedBy().contains(role);
    }
}
