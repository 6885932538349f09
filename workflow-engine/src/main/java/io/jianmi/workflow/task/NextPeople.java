package io.jianmi.workflow.task;

import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.workflow.act.Trail;
import io.jianmi.workflow.compile.Choosing;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.compile.ParallelBlocks;
import io.jianmi.workflow.instance.Deed;
import io.jianmi.workflow.instance.Summons;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.task.ActPlans.Around;
import io.jianmi.workflow.task.LoadedTask.Sibling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whom the handler of a step, or whoever submits, chooses for those that may come next. Pure. */
final class NextPeople {

    /** More would be no step but an assembly. */
    private static final int MOST = 20;

    private NextPeople() {}

    /** Steps for which consent to this task chooses; none where the record goes straight back to whoever has returned it. */
    static List<CompiledNode> steps(LoadedTask task) {
        boolean straight = task.visit().map(Trail.Visit::backTo).isPresent();
        return task.visit().isEmpty() || straight
                ? List.of()
                : task.workflow().choosing().after(task.node());
    }

    /** Whether somebody has to be chosen: nothing is said of what happens else, and none of those who sign has done so. */
    static boolean demanded(LoadedTask task) {
        return steps(task).stream().anyMatch(step -> demanded(task, step));
    }

    static boolean demanded(LoadedTask task, CompiledNode step) {
        return Choosing.demanded(step) && task.siblings().stream().noneMatch(Sibling::chose);
    }

    /** @return the members, in their order; none where no choice is made */
    static List<MemberId> of(LoadedTask task, DecideTask command, Around around) {
        List<CompiledNode> steps = steps(task);
        if (command.to().isEmpty()) {
            if (demanded(task)) {
                throw TaskProblem.CHOICE_REQUIRED.at("/to");
            }
            return List.of();
        }
        if (steps.isEmpty()) {
            throw TaskProblem.NOTHING_TO_CHOOSE.at("/to");
        }
        return members(command.to(), around.org(), kept(task, steps, around));
    }

    /** Whom the person who submits sends the record to; nobody has decided anything before him. */
    static List<MemberId> ofSubmission(CompiledWorkflow workflow, List<String> to, Org org, MemberId initiator) {
        List<CompiledNode> steps = workflow.choosing().after(workflow.start().key());
        if (to.isEmpty() && steps.stream().anyMatch(Choosing::demanded)) {
            throw TaskProblem.CHOICE_REQUIRED.at("/to");
        }
        if (!to.isEmpty() && steps.isEmpty()) {
            throw TaskProblem.NOTHING_TO_CHOOSE.at("/to");
        }
        return members(to, org, kept(steps, List.of(), initiator, workflow.blocks()));
    }

    /** Whether it must be known who has decided before: a step keeps those out who did. */
    static boolean asksDeeds(LoadedTask task, DecideTask command) {
        return command.act() == TaskAction.APPROVE
                && !command.to().isEmpty()
                && steps(task).stream()
                        .anyMatch(step -> step.duty() instanceof Duty.Work work
                                && work.sign().notPrevious());
    }

    /** An act by which nobody is chosen. */
    static void none(DecideTask command) {
        if (!command.to().isEmpty()) {
            throw TaskProblem.NOTHING_TO_CHOOSE.at("/to");
        }
    }

    private static List<MemberId> members(List<String> names, Org org, Set<MemberId> kept) {
        if (names.size() > MOST) {
            throw TaskProblem.CHOICE.at("/to");
        }
        List<MemberId> members = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String pointer = "/to/" + i;
            MemberId member = SignerPlans.member(names.get(i), org)
                    .filter(Member::enabled)
                    .map(Member::id)
                    .filter(id -> !kept.contains(id) && !members.contains(id))
                    .orElseThrow(() -> TaskProblem.CHOICE.at(pointer));
            members.add(member);
        }
        return members;
    }

    /** Whom the rules of the steps keep out of them, this decision counted as one before. */
    private static Set<MemberId> kept(LoadedTask task, List<CompiledNode> steps, Around around) {
        List<Deed> deeds = new ArrayList<>(around.deeds());
        task.visit()
                .ifPresent(visit ->
                        deeds.add(new Deed(task.assignee(), task.delegator(), task.node(), visit.id(), "approve")));
        return kept(steps, deeds, task.instance().initiator(), task.workflow().blocks());
    }

    private static Set<MemberId> kept(
            List<CompiledNode> steps, List<Deed> deeds, MemberId initiator, ParallelBlocks blocks) {
        Set<MemberId> kept = new HashSet<>();
        steps.forEach(step -> {
            if (step.duty() instanceof Duty.Work work) {
                kept.addAll(Summons.excluded(step, work.sign(), deeds, initiator, blocks));
            }
        });
        return kept;
    }
}
