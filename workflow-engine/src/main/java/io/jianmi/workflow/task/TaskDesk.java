package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.RecordFlow;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.instance.Instance;
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

    TaskDesk(
            CommandPipeline pipeline,
            DecideHandler decide,
            ReadHandler read,
            TaskStore store,
            TaskFlows flows,
            WorkflowRecords records) {
        this.pipeline = pipeline;
        this.decide = decide;
        this.read = read;
        this.store = store;
        this.flows = flows;
        this.records = records;
    }

    /** The task with its record exactly as its node shows it. */
    Uni<ObjectNode> show(Actor actor, UUID id, String language) {
        return store.load(actor.tenant(), id).chain(task -> {
            if (!task.assignee().equals(actor.id())) {
                return Uni.createFrom().failure(ProblemException.of(TaskProblem.NOT_FOUND));
            }
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

    /**
     * Decides and answers with the task.
     *
     * @param patience zero: answer at once; else wait that long for the next step to stand
     */
    Uni<ObjectNode> decide(Actor actor, DecideTask command, Duration patience, String language) {
        return pipeline.run(decide, command, actor).chain(decision -> after(actor, decision, patience, language));
    }

    /** A plain decision without changes to the record, for installers and tests of whole flows. */
    public Uni<Void> decide(Actor actor, UUID task, TaskAction action, String comment) {
        DecideTask command = new DecideTask(
                task, action, Optional.of(comment), Json.NODES.objectNode(), Optional.empty(), OptionalInt.empty());
        return pipeline.run(decide, command, actor).replaceWithVoid();
    }

    Uni<ObjectNode> read(Actor actor, UUID id, String language) {
        return pipeline.run(read, new ReadTask(id), actor)
                .chain(decision -> after(actor, decision, Duration.ZERO, language));
    }

    private Uni<ObjectNode> after(Actor actor, Decision decision, Duration patience, String language) {
        Instance instance = decision.instance();
        Uni<Void> settled = patience.isZero()
                ? Uni.createFrom().voidItem()
                : flows.settled(actor.tenant(), instance.record(), patience);
        return settled.chain(() -> store.load(actor.tenant(), decision.task()))
                .map(task -> TaskAnswers.task(task, language))
                .chain(answer -> flow(actor, instance)
                        .invoke(flow -> TaskAnswers.flow(answer, flow))
                        .replaceWith(answer));
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
