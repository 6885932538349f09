package io.jianmi.form.design;

import io.jianmi.form.access.Cap;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.definition.GroupDefinition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who gains and who loses what between two versions. Pure. */
final class RightsDiff {

    /** Who is in no group. */
    private static final String ANYBODY = "*";

    private final Optional<CompiledForm> before;
    private final CompiledForm after;
    private final List<RightsChange> changes = new ArrayList<>();

    private RightsDiff(Optional<CompiledForm> before, CompiledForm after) {
        this.before = before;
        this.after = after;
    }

    static List<RightsChange> between(Optional<CompiledForm> before, CompiledForm after) {
        RightsDiff diff = new RightsDiff(before, after);
        Set<String> keys = new LinkedHashSet<>();
        before.ifPresent(form -> form.access().groups().forEach(group -> keys.add(group.key())));
        after.access().groups().forEach(group -> keys.add(group.key()));
        keys.forEach(diff::group);
        diff.visitors();
        return diff.changes;
    }

    private void group(String key) {
        Optional<PermissionGroup> old = before.flatMap(form -> find(form, key));
        Optional<PermissionGroup> now = find(after, key);
        if (old.isEmpty() || now.isEmpty()) {
            changes.add(RightsChange.of(key, now.isPresent(), "group", null));
        }
        Set<RecordAction> oldActions = old.map(PermissionGroup::actions).orElse(Set.of());
        Set<RecordAction> newActions = now.map(PermissionGroup::actions).orElse(Set.of());
        for (RecordAction action : EnumSet.allOf(RecordAction.class)) {
            if (oldActions.contains(action) != newActions.contains(action)) {
                changes.add(RightsChange.of(key, newActions.contains(action), "action", action.key()));
            }
        }
        fields(key, old, now);
        if (old.isPresent() && now.isPresent()) {
            conditions(key);
        }
    }

    /** What anybody may enter who has the link. */
    private void visitors() {
        Set<String> old = before.map(RightsDiff::asked).orElse(Set.of());
        Set<String> now = asked(after);
        if (old.isEmpty() != now.isEmpty()) {
            changes.add(RightsChange.of(ANYBODY, old.isEmpty(), "public", null));
        }
        Set<String> fields = new LinkedHashSet<>(old);
        fields.addAll(now);
        fields.stream()
                .filter(field -> old.contains(field) != now.contains(field))
                .forEach(field -> changes.add(RightsChange.of(ANYBODY, now.contains(field), "public", field)));
    }

    private static Set<String> asked(CompiledForm form) {
        FormDefinition.PublicForm open = form.definition().publicForm();
        return open == null || !open.enabled() ? Set.of() : new LinkedHashSet<>(open.fields());
    }

    private void fields(String key, Optional<PermissionGroup> old, Optional<PermissionGroup> now) {
        Set<String> fields = new LinkedHashSet<>();
        before.ifPresent(form -> form.fields().forEach(field -> fields.add(field.key())));
        after.fields().forEach(field -> fields.add(field.key()));
        for (String field : fields) {
            FieldAccess from = access(before, old, field);
            FieldAccess to = access(Optional.of(after), now, field);
            if (from != to) {
                String effect = to.compareTo(from) > 0 ? "gains" : "loses";
                changes.add(new RightsChange(key, effect, "field", field, from.key(), to.key()));
            }
        }
    }

    /** What the group gives after the caps of the tag; hidden where there is no field or no group. */
    private static FieldAccess access(Optional<CompiledForm> form, Optional<PermissionGroup> group, String key) {
        Optional<CompiledField> field = form.flatMap(known -> known.field(key));
        if (field.isEmpty() || group.isEmpty()) {
            return FieldAccess.HIDDEN;
        }
        FieldAccess access = group.get().declared(key, field.get().level());
        for (Cap cap : Cap.TAG) {
            if (cap.applies(key, field.get().level())) {
                access = access.min(cap.ceiling());
            }
        }
        return access;
    }

    private void conditions(String key) {
        compare(key, "members", GroupDefinition::members);
        compare(key, "scope", GroupDefinition::scope);
        compare(key, "writeScope", GroupDefinition::writeScope);
        compare(key, "reveal", GroupDefinition::reveal);
        compare(key, "replace", GroupDefinition::replace);
        compare(key, "deny", GroupDefinition::deny);
    }

    private void compare(String key, String what, Function<GroupDefinition, @Nullable Object> part) {
        Object old = before.flatMap(form -> written(form, key)).map(part).orElse(null);
        Object now = written(after, key).map(part).orElse(null);
        if (!Objects.equals(old, now)) {
            changes.add(RightsChange.changes(key, what));
        }
    }

    private static Optional<PermissionGroup> find(CompiledForm form, String key) {
        return form.access().groups().stream()
                .filter(group -> group.key().equals(key))
                .findFirst();
    }

    private static Optional<GroupDefinition> written(CompiledForm form, String key) {
        return form.definition().permissionGroups().stream()
                .filter(group -> group.key().equals(key))
                .findFirst();
    }
}
