package io.jianmi.workflow.task;

import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.sign.SignRule;
import io.jianmi.workflow.sign.Signing;
import io.jianmi.workflow.task.ActPlan.Added;
import io.jianmi.workflow.task.ActPlans.Around;
import io.jianmi.workflow.task.LoadedTask.Sibling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Acts that change who signs a step: transfer, reassign, add and remove a signer. Pure. */
final class SignerPlans {

    /** More would be no step but an assembly. */
    private static final int MOST_ADDED = 20;

    private SignerPlans() {}

    /** Somebody else takes the place of the task's person, wherever it stands among the signers. */
    static ActPlan replace(LoadedTask task, DecideTask command, Around around) {
        if (command.to().size() != 1) {
            throw TaskProblem.TRANSFER_TARGET.at("/to");
        }
        MemberId member =
                signer(task, command.to().get(0), around).orElseThrow(() -> TaskProblem.TRANSFER_TARGET.at("/to"));
        return handOn(task, member, null, around);
    }

    /** The member's standing delegation reaches a task that he has already; refused as a transfer to that person is. */
    static ActPlan delegate(LoadedTask task, DecideTask command, Around around) {
        String name = command.to().isEmpty() ? "" : command.to().get(0);
        MemberId member = signer(task, name, around).orElseThrow(() -> TaskProblem.TRANSFER_TARGET.at("/to"));
        return handOn(task, member, task.delegator() == null ? task.assignee() : task.delegator(), around);
    }

    /** The first of these who may sign and never had a task of this step; empty when there is none. */
    static Optional<ActPlan> replaceBy(LoadedTask task, List<MemberId> members, Around around) {
        return members.stream()
                .filter(member -> task.siblings().stream()
                        .noneMatch(sibling -> sibling.assignee().equals(member)))
                .flatMap(member -> signer(task, member.value(), around).stream())
                .findFirst()
                .map(member -> handOn(task, member, null, around));
    }

    private static ActPlan handOn(LoadedTask task, MemberId member, @Nullable MemberId delegator, Around around) {
        Sibling place = task.place();
        Added successor = new Added(
                around.ids().get(),
                member,
                place.seatId(),
                place.turn(),
                place.rank(),
                place.added(),
                task.id(),
                delegator,
                place.status());
        return new ActPlan(
                TaskStatus.TRANSFERRED,
                Optional.empty(),
                List.of(),
                List.of(successor),
                Optional.empty(),
                List.of(member.value()));
    }

    /** Before: the task itself is handed on and comes back as a new one once they have approved. */
    static ActPlan add(LoadedTask task, DecideTask command, Around around) {
        Position position = command.position()
                .flatMap(Position::parse)
                .orElseThrow(() -> TaskProblem.SIGNER_POSITION.at("/position"));
        List<MemberId> members = members(task, command.to(), around);
        Sibling place = task.place();
        UUID seat = place.seatId();
        Roster roster = Roster.of(ActPlans.rule(task), task.siblings());
        double rank = switch (position) {
            case BEFORE -> Signing.before(place.rank(), roster.ranks(seat));
            case AFTER -> Signing.after(place.rank(), roster.ranks(seat));
            case BESIDE -> 0;
        };
        UUID origin = position == Position.BEFORE ? task.id() : null;
        for (MemberId member : members) {
            UUID id = around.ids().get();
            UUID his = position == Position.BESIDE ? id : seat;
            roster.add(new Added(id, member, his, place.turn(), rank, seat, origin, null, TaskStatus.WAITING));
        }
        if (position != Position.BEFORE) {
            return ActPlan.of(task, roster, TaskStatus.OPEN, members);
        }
        UUID id = around.ids().get();
        roster.leave(task.id())
                .add(new Added(
                        id,
                        task.assignee(),
                        seat,
                        place.turn(),
                        place.rank(),
                        place.added(),
                        origin,
                        task.delegator(),
                        TaskStatus.WAITING));
        return ActPlan.of(task, roster, TaskStatus.TRANSFERRED, members);
    }

    private static List<MemberId> members(LoadedTask task, List<String> names, Around around) {
        if (names.isEmpty() || names.size() > MOST_ADDED) {
            throw TaskProblem.SIGNER.at("/to");
        }
        List<MemberId> members = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String pointer = "/to/" + i;
            MemberId member = signer(task, names.get(i), around).orElseThrow(() -> TaskProblem.SIGNER.at(pointer));
            if (members.contains(member)) {
                throw TaskProblem.SIGNER.at(pointer);
            }
            members.add(member);
        }
        return members;
    }

    static ActPlan remove(LoadedTask task, List<String> names, Org org) {
        if (names.isEmpty()) {
            throw TaskProblem.SIGNER.at("/to");
        }
        Roster roster = Roster.of(ActPlans.rule(task), task.siblings());
        List<MemberId> members = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String pointer = "/to/" + i;
            MemberId member =
                    member(names.get(i), org).map(Member::id).orElseThrow(() -> TaskProblem.SIGNER.at(pointer));
            Sibling signer = removable(task).stream()
                    .filter(sibling -> sibling.assignee().equals(member))
                    .findFirst()
                    .orElseThrow(() -> TaskProblem.SIGNER.at(pointer));
            roster.leave(signer.id());
            members.add(member);
        }
        return ActPlan.of(task, roster, TaskStatus.OPEN, members);
    }

    /** Those whom this seat has asked to sign and who have not: a committee that the node names is nobody's to thin out. */
    static List<Sibling> removable(LoadedTask task) {
        if (task.siblings().isEmpty()) {
            return List.of();
        }
        UUID seat = task.place().seatId();
        return task.siblings().stream()
                .filter(sibling -> seat.equals(sibling.added())
                        && sibling.undecided()
                        && !sibling.assignee().equals(task.assignee()))
                .toList();
    }

    /** A member who may sign this step and does not yet: the rules that kept people out of it keep them out here. */
    private static Optional<MemberId> signer(LoadedTask task, String name, Around around) {
        SignRule rule = ActPlans.rule(task);
        return member(name, around.org())
                .filter(Member::enabled)
                .map(Member::id)
                .filter(id -> !id.equals(task.assignee()))
                .filter(id -> !rule.notInitiator() || !id.equals(task.instance().initiator()))
                .filter(id -> !rule.notPrevious() || !around.previous(task).contains(id))
                .filter(id -> task.siblings().stream()
                        .noneMatch(sibling -> sibling.assignee().equals(id)
                                && (sibling.undecided() || sibling.status() == TaskStatus.DONE)));
    }

    static Optional<Member> member(String name, Org org) {
        return name.isBlank()
                ? Optional.empty()
                : org.member(new MemberId(name)).or(() -> org.memberByName(name));
    }
}
