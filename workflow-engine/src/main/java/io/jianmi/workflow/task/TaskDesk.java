package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.comment.Enclosed;
import io.jianmi.form.record.RecordFlow;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.act.Acts;
import io.jianmi.workflow.act.Ruling;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.TaskKind;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an assignee does at his desk: look at a task, decide it, take note. */
@Singleton
public final class TaskDesk {

    /** After these nothing is left to do with the task; after others it is read anew. */
    private static final Set<TaskAction> DECISIVE = Set.of(TaskAction.APPROVE, TaskAction.REJECT, TaskAction.RETURN);

    private final CommandPipeline pipeline;
    private final DecideHandler decide;
    private final ReadHandler read;
    private final TaskStore store;
    private final TaskFlows flows;
    private final WorkflowRecords records;
    private final ReadLog reads;
    private final Idempotency idempotency;
    private final InstanceDesk instances;
    private final OrgDirectory directory;

    TaskDesk(
            CommandPipeline pipeline,
            DecideHandler decide,
            ReadHandler read,
            TaskStore store,
            TaskFlows flows,
            WorkflowRecords records,
            ReadLog reads,
            Idempotency idempotency,
            InstanceDesk instances,
            OrgDirectory directory) {
        this.pipeline = pipeline;
        this.decide = decide;
        this.read = read;
        this.store = store;
        this.flows = flows;
        this.records = records;
        this.reads = reads;
        this.idempotency = idempotency;
        this.instances = instances;
        this.directory = directory;
    }

    /** The task with its record exactly as its node shows it. */
    Uni<ObjectNode> show(Actor actor, UUID id, String language) {
        return shown(actor, id).chain(task -> {
            Instance instance = task.instance();
            ObjectNode answer = answer(task, actor, language);
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
        return once(actor, command, () -> Uni.createFrom().voidItem())
                .chain(task -> after(actor, task, patience, language));
    }

    /**
     * Does it once, however often the same request comes; the second time it answers with the task as it stands then.
     *
     * @param condition asked before it is done; what it fails with is why not
     */
    Uni<LoadedTask> once(Actor actor, DecideTask command, Supplier<Uni<Void>> condition) {
        return idempotency.once(
                actor,
                command.request(),
                done -> store.load(actor.tenant(), command.task()),
                () -> condition
                        .get()
                        .chain(() -> pipeline.run(decide, command, actor))
                        .chain(task -> DECISIVE.contains(command.act())
                                ? Uni.createFrom().item(task)
                                : store.load(actor.tenant(), task.id())));
    }

    /** A plain decision without changes to the record, for installers and tests of whole flows. */
    public Uni<Void> decide(Actor actor, UUID task, TaskAction action, String comment) {
        DecideTask command = new DecideTask(
                task,
                action,
                Optional.of(comment),
                Enclosed.NOTHING,
                Json.NODES.objectNode(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty());
        return pipeline.run(decide, command, actor).replaceWithVoid();
    }

    /** Reminds the person of a task, or with the submission all who have to act. */
    Uni<ObjectNode> remind(
            Actor actor, UUID id, @Nullable JsonNode body, Optional<String> idempotencyKey, String language) {
        Uni<LoadedTask> his = store.load(actor.tenant(), id).invoke(task -> {
            Ruling ruling = Acts.ruling(TaskAction.REMIND, task.situation(task.who(actor.id())));
            ActPlans.refusal(ruling).ifPresent(refusal -> {
                throw refusal;
            });
        });
        return reads.noting(actor, AuditDraft.of("workflow.remind", "task/" + id), his)
                .chain(task -> {
                    Instance instance = task.instance();
                    ActOnInstance command = ActBody.onInstance(
                            instance.form(),
                            instance.record(),
                            TaskAction.REMIND,
                            task.kind() == TaskKind.SUBMIT ? Optional.empty() : Optional.of(id),
                            body,
                            idempotencyKey);
                    return instances.once(actor, command).chain(() -> after(actor, task, Duration.ZERO, language));
                });
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
            ObjectNode answer = answer(task, actor, language);
            TaskAnswers.flow(answer, flow);
            return answer;
        });
    }

    private ObjectNode answer(LoadedTask task, Actor actor, String language) {
        ObjectNode answer = TaskAnswers.task(task, actor, language);
        if (task.delegator() != null) {
            answer.set("for", TaskAnswers.person(task.delegator().value(), directory.of(actor.tenant())));
        }
        if (task.actions(task.who(actor.id())).contains(TaskAction.REMOVE_SIGNER)) {
            Org org = directory.of(actor.tenant());
            ArrayNode signers = answer.putArray("signers");
            SignerPlans.removable(task).forEach(signer -> {
                String id = signer.assignee().value();
                signers.addObject().put("id", id).put("name", org.nameOf(id));
            });
        }
        return answer;
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
