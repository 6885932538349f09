package io.jianmi.workflow.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.TaskAction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every act in every state by everybody, against a list written by hand: {@code who instance task}. */
class ActsTest {

    private static final Map<TaskAction, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry(TaskAction.APPROVE, Set.of("ASSIGNEE RUNNING WORK/OPEN", "ASSIGNEE RUNNING AGAIN/OPEN")),
            Map.entry(TaskAction.REJECT, Set.of("ASSIGNEE RUNNING WORK/OPEN")),
            Map.entry(TaskAction.RETURN, Set.of("ASSIGNEE RUNNING WORK/OPEN")),
            Map.entry(TaskAction.TRANSFER, Set.of("ASSIGNEE RUNNING WORK/OPEN")),
            Map.entry(TaskAction.ADD_SIGNER, Set.of("ASSIGNEE RUNNING WORK/OPEN")),
            Map.entry(TaskAction.REMOVE_SIGNER, Set.of("ASSIGNEE RUNNING WORK/OPEN")),
            Map.entry(TaskAction.SAVE, Set.of("ASSIGNEE RUNNING WORK/OPEN", "ASSIGNEE RUNNING AGAIN/OPEN")),
            Map.entry(TaskAction.TAKE_BACK, Set.of("ASSIGNEE RUNNING WORK/DONE", "ASSIGNEE RUNNING WORK/TRANSFERRED")),
            Map.entry(TaskAction.REASSIGN, Set.of("ADMIN RUNNING WORK/OPEN", "ADMIN RUNNING WORK/WAITING")),
            Map.entry(
                    TaskAction.REMIND,
                    Set.of("INITIATOR RUNNING WORK/OPEN", "INITIATOR RUNNING SUBMIT/DONE", "INITIATOR RUNNING whole")),
            Map.entry(TaskAction.WITHDRAW, Set.of("INITIATOR RUNNING SUBMIT/DONE", "INITIATOR RUNNING whole")),
            Map.entry(TaskAction.TERMINATE, Set.of("ADMIN RUNNING whole")),
            Map.entry(TaskAction.TIME_OUT, Set.of("SYSTEM RUNNING WORK/OPEN")),
            Map.entry(TaskAction.AUTO_REMIND, Set.of("SYSTEM RUNNING WORK/OPEN")),
            Map.entry(TaskAction.DELEGATE, Set.of("SYSTEM RUNNING WORK/OPEN")),
            Map.entry(
                    TaskAction.REACTIVATE,
                    Set.of(
                            "ADMIN COMPLETED whole",
                            "ADMIN REJECTED whole",
                            "ADMIN WITHDRAWN whole",
                            "ADMIN TERMINATED whole")));

    @ParameterizedTest
    @EnumSource(TaskAction.class)
    void anActIsOpenWhereTheTableSaysSoAndNowhereElse(TaskAction act) {
        Set<String> open = new TreeSet<>();
        everywhere(EnumSet.allOf(TaskAction.class), EnumSet.allOf(Proviso.class))
                .forEach(situation -> {
                    boolean may = Acts.open(situation).contains(act);
                    assertThat(Acts.ruling(act, situation) == Ruling.MAY)
                            .as("what is offered is what is not refused: %s", situation)
                            .isEqualTo(may);
                    if (may) {
                        open.add(name(situation));
                    }
                });
        assertThat(open).isEqualTo(new TreeSet<>(allowed(act)));
    }

    @ParameterizedTest
    @EnumSource(TaskAction.class)
    void whatTheDefinitionMustNameAndDoesNotIsNotOffered(TaskAction act) {
        everywhere(EnumSet.complementOf(EnumSet.of(act)), EnumSet.allOf(Proviso.class))
                .filter(situation -> allowed(act).contains(name(situation)))
                .forEach(situation -> assertThat(Acts.ruling(act, situation))
                        .isEqualTo(Acts.rule(act).named() ? Ruling.NOT_OFFERED : Ruling.MAY));
    }

    @ParameterizedTest
    @EnumSource(TaskAction.class)
    void whereTheProvisoDoesNotHoldItIsTooLate(TaskAction act) {
        everywhere(EnumSet.allOf(TaskAction.class), EnumSet.noneOf(Proviso.class))
                .filter(situation -> allowed(act).contains(name(situation)))
                .forEach(situation -> assertThat(Acts.ruling(act, situation))
                        .isEqualTo(Acts.rule(act).proviso().isPresent() ? Ruling.TOO_LATE : Ruling.MAY));
    }

    /** To a stranger nothing is open, and everything that is refused him is refused as if it were not there. */
    @ParameterizedTest
    @EnumSource(TaskAction.class)
    void aStrangerLearnsNothing(TaskAction act) {
        everywhere(EnumSet.allOf(TaskAction.class), EnumSet.allOf(Proviso.class))
                .map(each -> new Situation(Set.of(), each.instance(), each.task(), each.offered(), each.holds()))
                .forEach(situation -> assertThat(Acts.ruling(act, situation)).isEqualTo(Ruling.NOT_HIS));
    }

    @Test
    void everyActHasOneRowAndEndsWhereItsRowSays() {
        assertThat(Acts.table().stream().map(ActRule::act)).containsExactlyInAnyOrder(TaskAction.values());
        assertThat(Acts.rule(TaskAction.TRANSFER).taskTo()).containsExactly(TaskStatus.TRANSFERRED);
        assertThat(Acts.rule(TaskAction.WITHDRAW).instanceTo()).containsExactly(InstanceStatus.WITHDRAWN);
        assertThat(Acts.rule(TaskAction.REACTIVATE).instanceTo()).containsExactly(InstanceStatus.RUNNING);
    }

    /** An administrator who is neither initiator nor assignee, and each of these: one at a time. */
    private static Stream<Situation> everywhere(Set<TaskAction> offered, Set<Proviso> holds) {
        List<Situation> all = new ArrayList<>();
        for (Who who : Who.values()) {
            for (InstanceStatus instance : InstanceStatus.values()) {
                all.add(new Situation(Set.of(who), instance, Optional.empty(), offered, holds));
                for (TaskKind kind : TaskKind.values()) {
                    for (TaskStatus status : TaskStatus.values()) {
                        Optional<TaskState> task = Optional.of(new TaskState(kind, status));
                        all.add(new Situation(Set.of(who), instance, task, offered, holds));
                    }
                }
            }
        }
        return all.stream();
    }

    private static Set<String> allowed(TaskAction act) {
        return ALLOWED.getOrDefault(act, Set.of());
    }

    private static String name(Situation situation) {
        String task = situation
                .task()
                .map(state -> state.kind() + "/" + state.status())
                .orElse("whole");
        return situation.who().iterator().next() + " " + situation.instance() + " " + task;
    }
}
