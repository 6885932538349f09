package io.jianmi.form.access;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The groups of somebody who looks as another: reading alone, and on each row and field the lesser of what both have. Since groups add up,
 * the lesser of two sums is the sum over all pairs: each pair speaks on the rows of both and gives the lesser of both.
 */
final class JointGroups {

    private static final GroupMembers NOBODY = new GroupMembers(Set.of(), Set.of(), Set.of(), false, null);

    private final Map<String, Sensitivity> levels;
    private final List<PermissionGroup> joint = new ArrayList<>();

    private JointGroups(Map<String, Sensitivity> levels) {
        this.levels = levels;
    }

    /**
     * @param shown groups of the person as whom somebody looks
     * @param looking his own; a group made here speaks {@linkplain PermissionGroup#alongside alongside} one of these
     */
    static List<PermissionGroup> of(
            List<PermissionGroup> shown, List<PermissionGroup> looking, Map<String, Sensitivity> levels) {
        JointGroups groups = new JointGroups(levels);
        shown.forEach(one -> looking.forEach(other -> groups.pair(one, other)));
        if (!groups.joint.isEmpty()) {
            shown.stream().filter(JointGroups::blinds).forEach(one -> groups.blinding("-" + one.key(), one, null));
            looking.stream().filter(JointGroups::blinds).forEach(one -> groups.blinding("--" + one.key(), null, one));
        }
        return List.copyOf(groups.joint);
    }

    private void pair(PermissionGroup one, PermissionGroup other) {
        Map<String, FieldAccess> fields = new LinkedHashMap<>();
        levels.forEach((field, level) -> {
            if (field.indexOf('.') < 0) {
                fields.put(
                        field,
                        one.during(RecordAction.READ, field, level)
                                .min(other.during(RecordAction.READ, field, level))
                                .min(FieldAccess.READ));
            }
        });
        boolean reads = one.allows(RecordAction.READ) && other.allows(RecordAction.READ);
        add(one.key() + "+" + other.key(), one, other, fields, reads ? Set.of(RecordAction.READ) : Set.of(), Set.of());
    }

    private void blinding(String key, @Nullable PermissionGroup one, @Nullable PermissionGroup other) {
        add(key, one, other, Map.of(), Set.of(), Set.of(RecordAction.READ));
    }

    private void add(
            String key,
            @Nullable PermissionGroup one,
            @Nullable PermissionGroup other,
            Map<String, FieldAccess> fields,
            Set<RecordAction> actions,
            Set<RecordAction> deny) {
        joint.add(new PermissionGroup(
                key,
                NOBODY,
                actions,
                one == null ? null : one.scope(),
                null,
                fields,
                Optional.of(FieldAccess.HIDDEN),
                null,
                Set.of(),
                deny,
                other));
    }

    private static boolean blinds(PermissionGroup group) {
        return group.deny().contains(RecordAction.READ);
    }
}
