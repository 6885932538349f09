package io.jianmi.workflow.task;

import io.jianmi.core.identity.MemberId;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.InstanceStatus;
import io.jianmi.workflow.instance.TaskKind;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.TaskAction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A task with all that a decision depends on, read at one moment.
 *
 * @param visit what it belongs to; null for copies and submissions
 * @param passed keys of the human steps that the instance has left, oldest first
 * @param siblings all tasks of the visit in order of assignment, this one too
 */
record LoadedTask(
        UUID id,
        TaskKind kind,
        TaskStatus status,
        MemberId assignee,
        String node,
        @Nullable String decision,
        Instant createdAt,
        @Nullable Instant doneAt,
        @Nullable Instant dueAt,
        boolean read,
        Instance instance,
        InstanceStatus instanceStatus,
        @Nullable Visit visit,
        List<String> passed,
        List<Sibling> siblings,
        CompiledWorkflow workflow) {

    /** @param version guards that nobody signs the same visit meanwhile */
    record Visit(
            UUID id,
            boolean open,
            int version,
            Token token,
            @Nullable String backTo) {}

    record Sibling(
            UUID id,
            MemberId assignee,
            TaskStatus status,
            @Nullable String decision) {}

    CompiledNode compiledNode() {
        return workflow.require(node);
    }

    boolean open() {
        return status == TaskStatus.OPEN && kind != TaskKind.COPY && instanceStatus == InstanceStatus.RUNNING;
    }

    /** What its assignee may do now. */
    Set<TaskAction> actions() {
        if (!open()) {
            return Set.of();
        }
        if (compiledNode().duty() instanceof Duty.Work work) {
            return work.actions().stream().filter(TaskAction::offered).collect(Collectors.toUnmodifiableSet());
        }
        return Set.of(TaskAction.APPROVE);
    }

    /** As its assignee's decision leaves it; times are kept to the microsecond, as they are stored. */
    LoadedTask decided(TaskStatus status, String decision, Instant at) {
        return with(status, decision, at.truncatedTo(ChronoUnit.MICROS), read);
    }

    LoadedTask noticed() {
        return with(status, decision, doneAt, true);
    }

    private LoadedTask with(TaskStatus status, @Nullable String decision, @Nullable Instant doneAt, boolean read) {
        return new LoadedTask(
                id,
                kind,
                status,
                assignee,
                node,
                decision,
                createdAt,
                doneAt,
                dueAt,
                read,
                instance,
                instanceStatus,
                visit,
                passed,
                siblings,
                workflow);
    }

    /** What the timeline and the task keep of an act: handing in data is no consent. */
    String word(TaskAction act) {
        return work().map(work -> work.purpose().word(act)).orElse(act.key());
    }

    Optional<Duty.Work> work() {
        return compiledNode().duty() instanceof Duty.Work work ? Optional.of(work) : Optional.empty();
    }
}
