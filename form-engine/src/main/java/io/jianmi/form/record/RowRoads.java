package io.jianmi.form.record;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;

import io.jianmi.core.identity.Actor;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;

/**
 * The roads by which rows come into one list: the scopes of groups that let the actor read, what is shared with him, and his tasks. What a
 * filter computes with narrows them; where it leaves the scopes alone, the tasks are not asked for, and no scope is written twice, since the planner takes a
 * condition said four times for four chances to fail and no index answers a count that looks into tasks.
 */
final class RowRoads {

    private final RowScopes scopes;
    private final Actor actor;
    private final Grants grants;
    private final List<PermissionGroup> readers;
    private final Optional<Condition> shared;
    private final Optional<Condition> involving;
    private final Map<Demand, Condition> demanded = new LinkedHashMap<>();

    /** Groups of which some are to speak on a row, and whether they do so where it is shared. */
    private record Demand(Set<String> groups, boolean lent) {}

    /**
     * @param readers groups whose scopes lead here
     * @param shared rows on which those of the groups speak that lend
     * @param involving rows that tasks alone may show
     */
    RowRoads(
            RowScopes scopes,
            Actor actor,
            Grants grants,
            List<PermissionGroup> readers,
            Optional<Condition> shared,
            Optional<Condition> involving) {
        this.scopes = scopes;
        this.actor = actor;
        this.grants = grants;
        this.readers = readers;
        this.shared = shared;
        this.involving = involving;
    }

    /**
     * From now on only rows on which some of these groups speak.
     *
     * @param reading those of them that read what is computed with; on a shared row no others speak
     */
    void demand(List<PermissionGroup> groups, List<PermissionGroup> reading) {
        Optional<Condition> lent = lent(reading);
        demanded.computeIfAbsent(new Demand(keys(groups), lent.isPresent()), key -> scopes(groups, lent));
    }

    /** Rows on which some of these groups speak, as a part of a condition. */
    Condition within(List<PermissionGroup> groups) {
        return !byTasks() && keys(groups).equals(keys(readers)) ? noCondition() : scopes(groups, lent(groups));
    }

    /** Rows on which some of these groups speak; empty where no others come into the list. */
    Optional<Condition> reach(List<PermissionGroup> groups) {
        return byTasks() ? scopes.within(actor, grants, groups, lent(groups)) : Optional.empty();
    }

    /** Rows of the scopes of some of these groups, shared or not. */
    Condition speaking(List<PermissionGroup> groups) {
        return groups.isEmpty()
                ? falseCondition()
                : scopes.within(actor, grants, groups).orElseGet(org.jooq.impl.DSL::trueCondition);
    }

    private Optional<Condition> lent(List<PermissionGroup> reading) {
        return shared.filter(rows -> grants.lend(reading));
    }

    /** Whether rows may be in the list that only a task shows. */
    boolean byTasks() {
        return involving.isPresent() && !narrowed();
    }

    /** Whether rows come in by anything but the scopes of groups. */
    boolean branch() {
        return byTasks() || shared.isPresent();
    }

    /** All rows of the list, once everything is demanded. */
    Condition condition() {
        List<Condition> all = new ArrayList<>();
        if (!narrowed()) {
            all.add(road());
        }
        all.addAll(demanded.values());
        return and(all);
    }

    /** What lies in scopes of readers alone is on one of the roads already. */
    private boolean narrowed() {
        Set<String> reading = keys(readers);
        return demanded.keySet().stream()
                .map(Demand::groups)
                .anyMatch(groups -> !groups.isEmpty() && reading.containsAll(groups));
    }

    private Condition road() {
        if (readers.isEmpty()) {
            return involving.orElseGet(org.jooq.impl.DSL::falseCondition);
        }
        Optional<Condition> scoped = scopes.within(actor, grants, readers, lent(readers));
        return scoped.isEmpty()
                ? noCondition()
                : involving.map(tasks -> or(scoped.get(), tasks)).orElseGet(scoped::get);
    }

    private Condition scopes(List<PermissionGroup> groups, Optional<Condition> lent) {
        return groups.isEmpty()
                ? falseCondition()
                : scopes.within(actor, grants, groups, lent).orElseGet(org.jooq.impl.DSL::noCondition);
    }

    private static Set<String> keys(List<PermissionGroup> groups) {
        return groups.stream().map(PermissionGroup::key).collect(Collectors.toSet());
    }
}
