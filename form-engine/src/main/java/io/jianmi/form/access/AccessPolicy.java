package io.jianmi.form.access;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The permission groups of one version of a form with the levels of its fields. Thread-safe. */
public final class AccessPolicy {

    private static final int CACHED = 1_000;

    private final List<PermissionGroup> groups;
    private final Map<String, Sensitivity> fields;
    private final Map<List<String>, Grants> known = new ConcurrentHashMap<>();

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

    /** What this actor has, on whatever record. Actors of the same groups share it. */
    public Grants matching(Actor actor) {
        List<PermissionGroup> his = new ArrayList<>(groups.size());
        List<String> keys = new ArrayList<>(groups.size());
        for (PermissionGroup group : groups) {
            if (group.members().include(actor)) {
                his.add(group);
                keys.add(group.key());
            }
        }
        if (known.size() > CACHED) {
            known.clear();
        }
        return known.computeIfAbsent(List.copyOf(keys), same -> new Grants(his, fields));
    }
}
