package io.jianmi.form.access;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.ClientTerms;
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
    private final PurposeBases purposes;
    private final Map<List<String>, Grants> known = new ConcurrentHashMap<>();

    /**
     * @param fields level of each field in order; a cell of a subform is {@code subform.field} and has the access of its subform, capped
     *     by its own level
     * @param purposes for which the protected ones may be processed
     */
    public AccessPolicy(List<PermissionGroup> groups, Map<String, Sensitivity> fields, PurposeBases purposes) {
        this(groups, fields, purposes, Optional.empty());
    }

    /** @param visitors what whoever fills in the public form has; empty where there is none */
    public AccessPolicy(
            List<PermissionGroup> groups,
            Map<String, Sensitivity> fields,
            PurposeBases purposes,
            Optional<PermissionGroup> visitors) {
        this.groups = List.copyOf(groups);
        this.visitors = visitors.stream().toList();
        this.fields = new LinkedHashMap<>(fields);
        this.purposes = purposes;
    }

    public List<PermissionGroup> groups() {
        return groups;
    }

    /** What this actor has, on whatever record; of one who is looked as, no more than whoever looks has. Actors of the same groups share it. */
    public Grants matching(Actor actor) {
        if (actor.clientTerms().isPresent()) {
            return own(actor);
        }
        return actor.simulated() ? joint(groupsOf(actor), groupsOf(actor.accountable())) : alone(groupsOf(actor));
    }

    /** What his own groups give this actor, whoever looks as he. */
    public Grants own(Actor actor) {
        return actor.clientTerms().map(terms -> bound(actor, terms)).orElseGet(() -> alone(groupsOf(actor)));
    }

    /** What the roles of a client give, before its ceiling and its purpose cut that down: to explain the cut, not to decide by. */
    public Grants uncut(Actor client) {
        return new Grants(ClientGroups.of(groups, client, ClientCut.NONE, fields), fields);
    }

    private Grants bound(Actor client, ClientTerms terms) {
        List<String> key = new ArrayList<>(keys(groupsOf(client)));
        key.add(BESIDE + terms.ceiling().key());
        key.add(BESIDE + terms.purpose());
        client.roles().stream().sorted().forEach(role -> key.add(BESIDE + role));
        return known(key, () -> {
            ClientCut cut = ClientCut.of(terms, fields, purposes);
            return new Grants(ClientGroups.of(groups, client, cut, fields), fields, cut);
        });
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
        return known(keys(his), () -> new Grants(his, fields));
    }

    private Grants joint(List<PermissionGroup> shown, List<PermissionGroup> looking) {
        List<String> both = new ArrayList<>(keys(shown));
        both.add(BESIDE);
        both.addAll(keys(looking));
        return known(both, () -> new Grants(JointGroups.of(shown, looking, fields), fields));
    }

    private Grants known(List<String> keys, Supplier<Grants> found) {
        if (known.size() > CACHED) {
            known.clear();
        }
        return known.computeIfAbsent(List.copyOf(keys), same -> found.get());
    }

    private static List<String> keys(List<PermissionGroup> groups) {
        return groups.stream().map(PermissionGroup::key).toList();
    }
}
