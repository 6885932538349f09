package io.jianmi.form.access;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The permission groups of one version of a form with the levels of its fields. Thread-safe. */
public final class AccessPolicy {

    private static final int CACHED = 1_000;

    /** No key of a group. */
    private static final String BESIDE = "+";

    private final List<PermissionGroup> groups;
    private final List<PermissionGroup> visitors;
    private final Map<String, Sensitivity> fields;
    private final Map<List<String>, Grants> known = new ConcurrentHashMap<>();

    /**
     * @param fields level of each field in order; a cell of a subform is {@code subform.field} and has the access of its subform, capped
     *     by its own level
     */
    public AccessPolicy(List<PermissionGroup> groups, Map<String, Sensitivity> fields) {
        this(groups, fields, Optional.empty());
    }

    /** @param visitors what whoever fills in the public form has; empty where there is none */
    public AccessPolicy(
            List<PermissionGroup> groups, Map<String, Sensitivity> fields, Optional<PermissionGroup> visitors) {
        this.groups = List.copyOf(groups);
        this.visitors = visitors.stream().toList();
        this.fields = new LinkedHashMap<>(fields);
    }

    public List<PermissionGroup> groups() {
        return groups;
    }

    /** What this actor has, on whatever record; of one who is looked as, no more than whoever looks has. Actors of the same groups share it. */
    public Grants matching(Actor actor) {
        return actor.simulated() ? joint(groupsOf(actor), groupsOf(actor.accountable())) : alone(groupsOf(actor));
    }

    /** What his own groups give this actor, whoever looks as he. */
    public Grants own(Actor actor) {
        return alone(groupsOf(actor));
    }

    /** What one group gives whoever belongs to no other. */
    public Grants of(PermissionGroup group) {
        return alone(List.of(group));
    }

    /** A visitor is nobody's colleague: what is for everyone is for every member. */
    private List<PermissionGroup> groupsOf(Actor actor) {
        if (actor.visiting()) {
            return visitors;
        }
        return groups.stream().filter(group -> group.members().include(actor)).toList();
    }

    private Grants alone(List<PermissionGroup> his) {
        return known(keys(his), () -> his);
    }

    private Grants joint(List<PermissionGroup> shown, List<PermissionGroup> looking) {
        List<String> both = new ArrayList<>(keys(shown));
        both.add(BESIDE);
        both.addAll(keys(looking));
        return known(both, () -> JointGroups.of(shown, looking, fields));
    }

    private Grants known(List<String> keys, Supplier<List<PermissionGroup>> found) {
        if (known.size() > CACHED) {
            known.clear();
        }
        return known.computeIfAbsent(List.copyOf(keys), same -> new Grants(found.get(), fields));
    }

    private static List<String> keys(List<PermissionGroup> groups) {
        return groups.stream().map(PermissionGroup::key).toList();
    }
}
