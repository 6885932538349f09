package io.jianmi.workflow.assignee;

import io.jianmi.core.identity.Department;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.workflow.assignee.AssigneeRule.Departments;
import io.jianmi.workflow.assignee.AssigneeRule.Expression;
import io.jianmi.workflow.assignee.AssigneeRule.Field;
import io.jianmi.workflow.assignee.AssigneeRule.HeadOf;
import io.jianmi.workflow.assignee.AssigneeRule.Initiator;
import io.jianmi.workflow.assignee.AssigneeRule.Members;
import io.jianmi.workflow.assignee.AssigneeRule.Roles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the assignees of a node. Pure; the order is stable (rule order, then sign-in name), each person comes once,
 * disabled members never.
 */
public final class Assignees {

    /**
     * @param members who has to act, in order; empty only when nobody at all can be found
     * @param via how they were found
     */
    public record Found(List<MemberId> members, Via via) {
        public Found {
            members = List.copyOf(members);
        }
    }

    /**
     * The rule itself, its second choice, the administrators, or nobody since the node may be passed. Previous: not known before the
     * handler of the step before has chosen.
     */
    public enum Via {
        RULE,
        OTHERWISE,
        ADMIN,
        SKIP,
        PREVIOUS
    }

    private final Org org;
    private final AssigneeFacts facts;

    private Assignees(Org org, AssigneeFacts facts) {
        this.org = org;
        this.facts = facts;
    }

    public static Found find(Assignment assignment, Org org, AssigneeFacts facts) {
        Assignees search = new Assignees(org, facts);
        List<MemberId> first = search.allowed(assignment.rule());
        if (!first.isEmpty()) {
            return new Found(first, Via.RULE);
        }
        List<MemberId> second = assignment.otherwise().map(search::allowed).orElse(List.of());
        if (!second.isEmpty()) {
            return new Found(second, Via.OTHERWISE);
        }
        if (assignment.skipWhenNobody()) {
            return new Found(List.of(), Via.SKIP);
        }
        return new Found(search.administrators(), Via.ADMIN);
    }

    /** Administrators who are not excluded; when all are, better an excluded one than a stuck record. */
    private List<MemberId> administrators() {
        List<MemberId> allowed = allowed(new Roles(List.of(Assignment.ADMIN)));
        return allowed.isEmpty()
                ? org.membersWithRole(Assignment.ADMIN).stream().map(Member::id).toList()
                : allowed;
    }

    private List<MemberId> allowed(AssigneeRule rule) {
        Set<MemberId> found = new LinkedHashSet<>();
        candidates(rule).filter(Member::enabled).map(Member::id).forEach(found::add);
        found.removeAll(facts.excluded());
        return List.copyOf(found);
    }

    private Stream<Member> candidates(AssigneeRule rule) {
        if (rule instanceof Members named) {
            return named.members().stream().flatMap(name -> member(name).stream());
        }
        if (rule instanceof Roles named) {
            return named.roles().stream().flatMap(role -> org.membersWithRole(role).stream());
        }
        if (rule instanceof Departments named) {
            return named.departments().stream()
                    .flatMap(name -> department(name).stream())
                    .flatMap(department -> org.membersOf(department.id()).stream());
        }
        if (rule instanceof HeadOf head) {
            return heads(head);
        }
        if (rule instanceof Initiator) {
            return org.member(facts.initiator()).stream();
        }
        if (rule instanceof Field field) {
            return byId(facts.values().ids(field.key()));
        }
        if (rule instanceof Expression expression) {
            return byId(facts.values().evaluate(expression.text()));
        }
        return facts.chosen().stream().flatMap(id -> org.member(id).stream());
    }

    /**
     * Walks up from the department. A level whose only head is the initiator himself does not count: the next head up
     * decides, so nobody approves his own record by heading his own department.
     */
    private Stream<Member> heads(HeadOf rule) {
        List<Member> found = new ArrayList<>();
        int levels = 0;
        Optional<Department> department = startOf(rule);
        while (department.isPresent() && levels < rule.levels()) {
            List<Member> heads = org.headsOf(department.get().id()).stream()
                    .filter(head -> !head.id().equals(facts.initiator())
                            && !facts.excluded().contains(head.id()))
                    .toList();
            if (!heads.isEmpty()) {
                found.addAll(heads);
                levels++;
            }
            department = department.get().parent().flatMap(org::department);
        }
        return found.stream();
    }

    private Optional<Department> startOf(HeadOf rule) {
        List<String> ids = rule.ofInitiator()
                ? org.member(facts.initiator()).map(Member::departments).orElse(List.of())
                : facts.values().ids(rule.of());
        return ids.stream().findFirst().flatMap(org::department);
    }

    private Stream<Member> byId(List<String> ids) {
        return ids.stream().filter(id -> !id.isBlank()).flatMap(id -> org.member(new MemberId(id)).stream());
    }

    private Optional<Member> member(String idOrName) {
        return org.member(new MemberId(idOrName)).or(() -> org.memberByName(idOrName));
    }

    private Optional<Department> department(String idOrPath) {
        return org.department(idOrPath)
                .or(() -> org.departments().stream()
                        .filter(department -> department.path().equals(idOrPath))
                        .findFirst());
    }
}
