package io.jianmi.form.access;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The permission groups that one actor belongs to, and the evaluator of design 4. Each group is a pair of rows and fields; pairs are
 * never multiplied out: what a group gives, it gives on its own rows only.
 */
public final class Grants {

    private static final int CACHED = 1_000;

    private final List<PermissionGroup> groups;
    private final List<PermissionGroup> readers;
    private final List<PermissionGroup> blinders;
    private final List<PermissionGroup> lenders;
    private final Map<String, Sensitivity> levels;
    private final ClientCut cut;
    private final Map<Usual, RowAccess> decided = new ConcurrentHashMap<>();

    /** All that decides on a record without tasks, caps and reveals: most of the rows of a list. */
    private record Usual(RecordAction action, Set<String> inScope, boolean shared) {}

    Grants(List<PermissionGroup> groups, Map<String, Sensitivity> levels) {
        this(groups, levels, ClientCut.NONE);
    }

    Grants(List<PermissionGroup> groups, Map<String, Sensitivity> levels, ClientCut cut) {
        this.cut = cut;
        this.groups = List.copyOf(groups);
        this.readers = groupsWith(RecordAction.READ);
        this.blinders = this.groups.stream()
                .filter(group -> group.deny().contains(RecordAction.READ))
                .toList();
        this.lenders = readers.stream().filter(Grants::lends).toList();
        this.levels = levels;
    }

    public List<PermissionGroup> groups() {
        return groups;
    }

    /**
     * What he has for storing one version of a record: groups whose write scope it does not fulfil lend what they let him read, no more.
     * The decision is then taken anew on these, so what one group may write never widens by the fields of another.
     *
     * @param version the version's variables, as expressions see them
     * @return these grants themselves when every group lets it be stored
     */
    public Grants storing(Map<String, ?> version) {
        Set<String> refusing = new HashSet<>();
        groups.stream().filter(group -> !group.admits(version)).forEach(group -> refusing.add(group.key()));
        return without(refusing);
    }

    /** These, with of the groups named the reading half only. */
    Grants without(Set<String> refusing) {
        return refusing.isEmpty()
                ? this
                : new Grants(
                        groups.stream()
                                .map(group -> refusing.contains(group.key()) ? group.readingHalf() : group)
                                .toList(),
                        levels,
                        cut);
    }

    /**
     * What he has where nothing but figures leaves: groups that list {@code statistics} without {@code read} count as if they let read. These
     * grants themselves when no group does, or one denies it.
     */
    public Grants counting() {
        boolean more = groups.stream().anyMatch(PermissionGroup::countsUnseen)
                && !denied(groups).contains(RecordAction.STATISTICS);
        return more
                ? new Grants(
                        groups.stream()
                                .map(group -> group.countsUnseen() ? group.counting() : group)
                                .toList(),
                        levels,
                        cut)
                : this;
    }

    /** Whether some group asks anything of what is stored by its right. */
    public boolean haveWriteScopes() {
        return groups.stream().anyMatch(group -> group.writeScope() != null);
    }

    /** Groups that let him see records, each within its scope; their scopes joined by {@code or}, less {@link #blinders}, are what he sees. */
    public List<PermissionGroup> readers() {
        return readers;
    }

    /** Groups that deny seeing records: what lies in one of their scopes he sees only through a task. */
    public List<PermissionGroup> blinders() {
        return blinders;
    }

    /** Whether one of these groups reads records outside its scope too that are shared with him: what it denies itself it lends nobody. */
    public boolean lend(List<PermissionGroup> some) {
        return some.stream().anyMatch(Grants::lends);
    }

    private static boolean lends(PermissionGroup group) {
        return group.allows(RecordAction.READ) && !group.deny().contains(RecordAction.READ);
    }

    /** Whether a record may be shared with him: some group lets him read, be it on other rows. */
    public boolean receive() {
        return !lenders.isEmpty();
    }

    /** Groups that list the action. */
    public List<PermissionGroup> groupsWith(RecordAction action) {
        return groups.stream().filter(group -> group.allows(action)).toList();
    }

    /**
     * Whether he may do it on some record; for {@code create} and {@code import} that is the whole question. {@code duplicates} is about no
     * row, so it is denied by any group, whatever its scope.
     */
    public boolean ever(RecordAction action) {
        List<PermissionGroup> deniers = action == RecordAction.DUPLICATES
                ? groups
                : groups.stream().filter(PermissionGroup::everywhere).toList();
        return !groupsWith(action).isEmpty() && !denied(deniers).contains(action);
    }

    /**
     * Groups that give at least {@code read} on the field while reading, each within its scope: a filter on the field is joined with
     * these scopes. Empty when a cap forbids reading.
     */
    public List<PermissionGroup> reading(String field) {
        return reading(field, RecordAction.READ);
    }

    /** Like {@link #reading(String)}; what {@linkplain RecordAction#leaves leaves} is read by groups that list that action too. */
    public List<PermissionGroup> reading(String field, RecordAction action) {
        Sensitivity level = level(field);
        return (action.leaves() ? leavers(action) : readers())
                .stream()
                        .filter(group -> capped(during(group, action, field), field, level, List.of())
                                .atLeast(FieldAccess.READ))
                        .toList();
    }

    /** The most he could ever have on a field through his groups; {@code hidden} fields do not exist in the form he gets. */
    public FieldAccess atMost(String field) {
        FieldAccess most = groups.stream()
                .map(group -> group.declared(top(field), level(top(field))))
                .reduce(FieldAccess.HIDDEN, FieldAccess::max);
        return capped(most, field, level(field), List.of());
    }

    /** The access for making a record: no row yet, so every group that may create counts, whatever its scope. */
    public RowAccess creating() {
        Set<RecordAction> denied = denied(groups);
        List<PermissionGroup> makers =
                denied.contains(RecordAction.CREATE) ? List.of() : groupsWith(RecordAction.CREATE);
        if (makers.isEmpty()) {
            return RowAccess.NONE;
        }
        return decide(RecordAction.CREATE, makers, new RowFacts(Set.of(), List.of(), List.of(), Set.of()));
    }

    /**
     * The access to one record while {@code action} is done. What leaves by an export or on paper is what the groups give that list
     * reading and that action both, on their own rows; what a task shows or a reveal has opened stays on the screen.
     */
    public RowAccess on(RecordAction action, RowFacts facts) {
        if (facts.gone()) {
            return RowAccess.NONE;
        }
        if (!facts.usual()) {
            return decide(action, facts);
        }
        if (decided.size() > CACHED) {
            decided.clear();
        }
        return decided.computeIfAbsent(
                new Usual(action, facts.inScope(), facts.shared()), key -> decide(action, facts));
    }

    private RowAccess decide(RecordAction action, RowFacts facts) {
        List<PermissionGroup> here = groups.stream()
                .filter(group -> group.everywhere() || facts.inScope().contains(group.key()))
                .toList();
        if (action.leaves()) {
            return leaving(action, here, facts);
        }
        boolean blind = denied(here).contains(RecordAction.READ);
        boolean readable = here.stream().anyMatch(group -> group.allows(RecordAction.READ)) && !blind;
        RowAccess own = readable || !facts.tasks().isEmpty()
                ? decide(action, readable ? here : List.of(), facts)
                : RowAccess.NONE;
        return facts.shared() && !blind && !lenders.isEmpty() ? lent(own, facts) : own;
    }

    /** What he has anyway, and what his groups let him read elsewhere: no more than reading, whatever is being done. */
    private RowAccess lent(RowAccess own, RowFacts facts) {
        Map<String, FieldAccess> fields = new LinkedHashMap<>();
        Map<String, List<RevealTerms>> terms = new LinkedHashMap<>(own.terms());
        for (String field : levels.keySet()) {
            FieldAccess access = own.of(field).max(lent(field, facts));
            if (access != FieldAccess.HIDDEN) {
                fields.put(field, access);
            }
            if (access != FieldAccess.REVEAL) {
                terms.remove(field);
            }
        }
        Set<RecordAction> actions = EnumSet.of(RecordAction.READ);
        actions.addAll(own.actions());
        return new RowAccess(true, fields, own.replaceable(), actions, terms);
    }

    /** A reveal is an act on a record of one's own scope, so of what it would open only the mask is lent. */
    private FieldAccess lent(String field, RowFacts facts) {
        FieldAccess highest = FieldAccess.HIDDEN;
        for (PermissionGroup group : lenders) {
            highest = highest.max(during(group, RecordAction.READ, field));
        }
        FieldAccess left = capped(highest.min(FieldAccess.READ), field, level(field), facts.caps());
        return left == FieldAccess.REVEAL ? FieldAccess.MASKED : left;
    }

    private RowAccess leaving(RecordAction action, List<PermissionGroup> here, RowFacts facts) {
        Set<RecordAction> denied = denied(here);
        List<PermissionGroup> leavers = here.stream()
                .filter(group -> group.allows(RecordAction.READ) && group.allows(action))
                .map(group -> denied.contains(RecordAction.EXPORT) ? group.keeping() : group)
                .toList();
        if (leavers.isEmpty() || denied.contains(RecordAction.READ) || denied.contains(action)) {
            return RowAccess.NONE;
        }
        return decide(action, leavers, new RowFacts(facts.inScope(), List.of(), facts.caps(), Set.of()));
    }

    /** The most that could ever leave of a field by an export. */
    public FieldAccess leaving(String field) {
        FieldAccess most = leavers(RecordAction.EXPORT).stream()
                .map(group -> during(group, RecordAction.EXPORT, field))
                .reduce(FieldAccess.HIDDEN, FieldAccess::max);
        return capped(most, field, level(field), List.of());
    }

    /** Groups whose rows the actor may take out of the system by an action. */
    public List<PermissionGroup> leavers(RecordAction action) {
        return readers().stream().filter(group -> group.allows(action)).toList();
    }

    /** Groups that deny such an action: what lies in one of their scopes stays, whatever others give. */
    public List<PermissionGroup> keepers(RecordAction action) {
        return groups.stream().filter(group -> group.deny().contains(action)).toList();
    }

    /** The record exactly as a task declares it, after caps; groups do not matter, unless the task leaves all to them. */
    public RowAccess through(TaskAccess task, RowFacts facts) {
        if (facts.gone()) {
            return RowAccess.NONE;
        }
        if (task.standing() == TaskAccess.Standing.OWN) {
            return on(RecordAction.UPDATE, facts.with(task));
        }
        return decide(RecordAction.UPDATE, List.of(), facts.with(task));
    }

    private RowAccess decide(RecordAction action, List<PermissionGroup> here, RowFacts facts) {
        Map<String, FieldAccess> fields = new LinkedHashMap<>();
        Set<String> replaceable = new LinkedHashSet<>();
        Map<String, List<RevealTerms>> terms = new LinkedHashMap<>();
        for (String field : levels.keySet()) {
            String named = top(field);
            FieldAccess granted = granted(action, here, facts.tasks(), field);
            FieldAccess withheld = capped(granted, field, level(field), facts.caps());
            FieldAccess access = lifted(withheld, field, facts);
            if (access == FieldAccess.HIDDEN) {
                continue;
            }
            fields.put(field, access);
            if (withheld == FieldAccess.REVEAL) {
                terms.put(field, terms(here, named));
            }
            boolean listed = here.stream()
                    .anyMatch(group -> group.allows(action) && group.replace().contains(named));
            if (access != FieldAccess.EDIT && (granted == FieldAccess.EDIT || listed)) {
                replaceable.add(field);
            }
        }
        return new RowAccess(true, fields, replaceable, actions(here), terms);
    }

    private FieldAccess granted(RecordAction action, List<PermissionGroup> here, List<TaskAccess> tasks, String field) {
        FieldAccess highest = FieldAccess.HIDDEN;
        for (PermissionGroup group : here) {
            highest = highest.max(during(group, action, field));
        }
        for (TaskAccess task : tasks) {
            highest = highest.max(task.gives(top(field)));
        }
        return highest;
    }

    /** A cell has what its subform is given, less what its own level asks. */
    FieldAccess during(PermissionGroup group, RecordAction action, String field) {
        String named = top(field);
        return group.during(action, named, level(named)).min(group.most(action, level(field)));
    }

    private FieldAccess capped(FieldAccess access, String field, Sensitivity level, List<Cap> more) {
        FieldAccess left = access;
        for (Cap cap : Cap.TAG) {
            left = cap.applies(field, level) ? left.min(cap.ceiling()) : left;
        }
        for (Cap cap : more) {
            left = cap.appliesOrFails(field, level) ? left.min(cap.ceiling()) : left;
        }
        return cut.left(field, left);
    }

    /** A reveal opens what is withheld, never what does not exist for him, never a secret, and nothing that its person takes back. */
    private FieldAccess lifted(FieldAccess access, String field, RowFacts facts) {
        boolean lifts = access != FieldAccess.HIDDEN
                && level(field) != Sensitivity.SECRET
                && facts.revealed().contains(field)
                && facts.caps().stream().noneMatch(cap -> !cap.liftable() && cap.appliesOrFails(field, level(field)));
        return lifts ? access.max(FieldAccess.READ) : access;
    }

    private static Set<RecordAction> actions(List<PermissionGroup> here) {
        Set<RecordAction> actions = EnumSet.noneOf(RecordAction.class);
        here.forEach(group -> actions.addAll(group.actions()));
        actions.removeAll(denied(here));
        return actions;
    }

    private List<RevealTerms> terms(List<PermissionGroup> here, String field) {
        List<RevealTerms> terms = new ArrayList<>();
        for (PermissionGroup group : here) {
            RevealTerms own = group.reveal();
            if (own != null && group.declared(field, level(field)).atLeast(FieldAccess.REVEAL)) {
                terms.add(own);
            }
        }
        return List.copyOf(terms);
    }

    private static Set<RecordAction> denied(Collection<PermissionGroup> groups) {
        Set<RecordAction> denied = EnumSet.noneOf(RecordAction.class);
        groups.forEach(group -> denied.addAll(group.deny()));
        return denied;
    }

    /** Paths of all fields and cells, in order. */
    Set<String> paths() {
        return levels.keySet();
    }

    /** What is kept from an API client. */
    ClientCut cut() {
        return cut;
    }

    Sensitivity level(String field) {
        return levels.getOrDefault(field, Sensitivity.SECRET);
    }

    static String top(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }
}
