package io.jianmi.form.access;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The permission groups of one version of a form with the levels of its fields. Immutable. */
public final class AccessPolicy {

    private final List<PermissionGroup> groups;
    private final Map<String, Sensitivity> fields;

    /**
     * @param fields level of each field in order; a cell of a subform is {@code subform.field} and has the access of its subform, capped
     *     by its own level
     */
    public AccessPolicy(List<PermissionGroup> groups, Map<String, Sensitivity> fields) {
        this.groups = List.copyOf(groups);
        this.fields = new LinkedHashMap<>(fields);
    }

    public List<PermissionGroup> groups() {
        return groups;
    }

    /** What this actor has, on whatever record. */
    public Grants matching(Actor actor) {
        return new Grants(
                groups.stream().filter(group -> group.members().include(actor)).toList(), fields);
    }
}
