package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.RecordFlow;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.TaskStatus;
import io.jianmi.workflow.node.TaskAction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** What an assignee does at his desk: look at a task, decide it, take note. */
@Singleton
public final class TaskDesk {

    private final CommandPipeline pipeline;
    private final DecideHandler decide;
    private final ReadHandler read;
    private final TaskStore store;
    private final TaskFlows flows;
    private final WorkflowRecords records;
    private final ReadLog reads;

    TaskDesk(
            CommandPipeline pipeline,
            DecideHandler decide,
            ReadHandler read,
            TaskStore store,
            TaskFlows flows,
            WorkflowRecords records,
            ReadLog reads) {
        this.pipeline = pipeline;
        this.decide = decide;
        this.read = read;
        this.store = store;
        this.flows = flows;
        this.records = records;
        this.reads = reads;
    }

    /** The task with its record exactly as its node shows it. */
    Uni<ObjectNode> show(Actor actor, UUID id, String language) {
        return shown(actor, id).chain(task -> {
            Instance instance = task.instance();
            ObjectNode answer = TaskAnswers.task(task, language);
            return records.view(actor, instance.form(), instance.record(), TaskGrants.of(task))
                    .invoke(view -> answer.set("record", view.record()))
                    .chain(view -> records.form(actor.tenant(), instance.form(), fields(view.record())))
                    .invoke(form -> answer.set("definition", form))
                    .chain(() -> flow(actor, instance))
                    .invoke(flow -> TaskAnswers.flow(answer, flow))
                    .replaceWith(answer);
        });
    }

    /** A task that waits its turn, or that others have settled, shows nothing to its assignee; a stranger's does not exist. */
    private Uni<LoadedTask> shown(Actor actor, UUID id) {
        Uni<LoadedTask> his = store.load(actor.tenant(), id).invoke(task -> {
            boolean mine = task.assignee().equals(actor.id());
            if (!mine || task.status() == TaskStatus.WAITING || task.status() == TaskStatus.CANCELLED) {
                throw ProblemException.of(TaskProblem.NOT_FOUND);
            }
        });
        return reads.noting(actor, AuditDraft.of("task.show", "task/" + id), his);
    }

    /**
     * Decides and answers with the task.
     *
     * @param patience zero: answer at once; else wait that long for the next step to stand
     */
    Uni<ObjectNode> decide(Actor actor, DecideTask command, Duration patience, String language) {
        return pipeline.run(decide, command, actor).chain(task -> after(actor, task, patience, language));
    }

    /** A plain decision without changes to the record, for installers and tests of whole flows. */
    public Uni<Void> decide(Actor actor, UUID task, TaskAction action, String comment) {
        DecideTask command = new DecideTask(
                task, action, Optional.of(comment), Json.NODES.objectNode(), Optional.empty(), OptionalInt.empty());
        return pipeline.run(decide, command, actor).replaceWithVoid();
    }

    Uni<ObjectNode> read(Actor actor, UUID id, String language) {
        return pipeline.run(read, new ReadTask(id), actor).chain(task -> after(actor, task, Duration.ZERO, language));
    }

    private Uni<ObjectNode> after(Actor actor, LoadedTask task, Duration patience, String language) {
        Instance instance = task.instance();
        Uni<Void> settled = patience.isZero()
                ? Uni.createFrom().voidItem()
                : flows.settled(actor.tenant(), instance.record(), patience);
        return settled.chain(() -> flow(actor, instance)).map(flow -> {
            ObjectNode answer = TaskAnswers.task(task, language);
            TaskAnswers.flow(answer, flow);
            return answer;
        });
    }

    private static Set<String> fields(ObjectNode record) {
        Set<String> fields = new HashSet<>();
        record.path("data").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private Uni<RecordFlow> flow(Actor actor, Instance instance) {
        return flows.flows(actor, instance.form(), List.of(instance.record()))
                .map(all -> all.getOrDefault(instance.record(), RecordFlow.NONE));
    }
}
