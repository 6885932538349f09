package io.jianmi.workflow.task;

import io.jianmi.workflow.act.Trail;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.sign.SignMode;
import io.jianmi.workflow.sign.Signature;
import io.jianmi.workflow.task.ActPlan.Reopened;
import io.jianmi.workflow.task.LoadedTask.Sibling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody takes back what he has decided or handed on, as long as nobody has acted on it, nor the system by itself. Pure. */
final class TakeBackPlan {

    private static final Set<String> DECISIONS = Stream.of(Duty.Purpose.values())
            .flatMap(purpose -> Stream.of(TaskAction.APPROVE, TaskAction.REJECT, TaskAction.RETURN)
                    .map(purpose::word))
            .collect(Collectors.toUnmodifiableSet());

    /** What an administrator has moved away is not taken back. */
    private static final Set<String> HANDED_ON = Set.of(TaskAction.TRANSFER.key(), TaskAction.ADD_SIGNER.key());

    private TakeBackPlan() {}

    static boolean possible(LoadedTask task) {
        if (task.kind() != TaskKind.WORK
                || task.decision() == null
                || task.visit().isEmpty()) {
            return false;
        }
        Trail.Visit visit = task.visit().get();
        if (task.status() == TaskStatus.TRANSFERRED) {
            return HANDED_ON.contains(task.decision())
                    && visit.status() == Trail.Status.OPEN
                    && heirs(task).stream().allMatch(Sibling::undecided);
        }
        return task.status() == TaskStatus.DONE
                && DECISIONS.contains(task.decision())
                && (visit.pending() ? nobodyBehind(task) && !closedOthers(task) : nobodyInNext(task, visit));
    }

    /** A return out of a branch has closed the others, and nothing opens them again. */
    private static boolean closedOthers(LoadedTask task) {
        return TaskAction.RETURN.key().equals(task.decision())
                && task.workflow().blocks().all().contains(task.node());
    }

    /** Others who sign at the same time may have signed; whoever comes after may not. */
    private static boolean nobodyBehind(LoadedTask task) {
        Sibling own = task.place();
        boolean inTurn = ActPlans.rule(task).mode() == SignMode.SEQUENTIAL;
        return task.siblings().stream()
                .filter(sibling -> inTurn && sibling.turn() > own.turn()
                        || sibling.seatId().equals(own.seatId()) && sibling.rank() > own.rank())
                .noneMatch(Sibling::acted);
    }

    private static boolean nobodyInNext(LoadedTask task, Trail.Visit visit) {
        return visit.status() == Trail.Status.LEFT
                && task.trail()
                        .newest()
                        .filter(next -> next.status() == Trail.Status.OPEN
                                && !task.workflow().require(next.node()).duty().bySystem()
                                && task.workflow().blocks().together(task.node(), next.node()))
                        .isPresent()
                && task.trail()
                        .origin(task.workflow().blocks()::beside)
                        .filter(origin -> origin.id().equals(visit.id()))
                        .isPresent()
                && nobodyBehind(task)
                && task.next().stream().noneMatch(Sibling::acted);
    }

    static ActPlan of(LoadedTask task) {
        Roster roster = Roster.of(ActPlans.rule(task), task.siblings());
        if (task.status() == TaskStatus.TRANSFERRED) {
            heirs(task).forEach(heir -> roster.leave(heir.id()));
        } else {
            roster.restore();
        }
        roster.sign(task.id(), Signature.OPEN);
        ActPlan plan = ActPlan.keeping(roster.stands(task.id()) ? TaskStatus.OPEN : TaskStatus.WAITING);
        return new ActPlan(
                plan.taskStatus(), Optional.empty(), roster.changes(task.id()), List.of(), reopened(task), List.of());
    }

    private static Optional<Reopened> reopened(LoadedTask task) {
        Trail.Status status = task.visit().orElseThrow().status();
        return switch (status) {
            case OPEN -> Optional.empty();
            case DECIDED -> Optional.of(new Reopened(Optional.empty()));
            case LEFT, CLOSED -> Optional.of(new Reopened(task.trail().newest().map(Trail.Visit::id)));
        };
    }

    /** Tasks that came to be when this one was handed on, and were not taken back once before. */
    private static List<Sibling> heirs(LoadedTask task) {
        return task.siblings().stream()
                .filter(sibling -> task.id().equals(sibling.origin()) && sibling.status() != TaskStatus.CANCELLED)
                .toList();
    }
}
