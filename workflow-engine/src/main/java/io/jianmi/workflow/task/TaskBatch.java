package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.TaskAction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One decision on several tasks. Each is decided as it would be alone, with its own entries; one that cannot be decided unseen is
 * refused, and the others go on.
 */
@Singleton
final class TaskBatch {

    static final int MOST = 100;

    private static final Logger LOG = Logger.getLogger(TaskBatch.class);

    private static final Set<TaskAction> ACTIONS = Set.of(TaskAction.APPROVE, TaskAction.REJECT);

    private final OrgDirectory directory;
    private final TaskDesk desk;
    private final TaskStore store;
    private final WorkflowRecords records;

    TaskBatch(TaskDesk desk, TaskStore store, WorkflowRecords records, OrgDirectory directory) {
        this.directory = directory;
        this.desk = desk;
        this.store = store;
        this.records = records;
    }

    /** @param body {@code {"ids", "action", "comment"}} */
    record Order(List<UUID> ids, TaskAction action, ObjectNode body) {

        /** @throws ProblemException when the shape is wrong; nothing is decided then */
        static Order read(@Nullable JsonNode sent) {
            List<Finding> findings = new ArrayList<>();
            JsonNode json = RequestBody.object(sent, findings);
            RequestBody.only(json, findings, "ids", "action", "comment");
            List<UUID> ids = RequestBody.ids(json, findings);
            if (ids.size() > MOST) {
                findings.add(Finding.error("task.batch-size", "/ids", Map.of("most", MOST)));
            }
            Optional<TaskAction> action =
                    TaskAction.parse(json.path("action").asText()).filter(ACTIONS::contains);
            if (action.isEmpty()) {
                findings.add(Finding.error("task.batch-action", "/action"));
            }
            RequestBody.refuse(findings);
            ObjectNode body = Json.NODES.objectNode();
            if (json.has("comment")) {
                body.set("comment", json.path("comment"));
            }
            return new Order(ids, action.orElseThrow(), body);
        }
    }

    /** One after the other: tasks of one record may be among them. */
    Uni<ObjectNode> run(Actor actor, Order order, Optional<String> key) {
        return Multi.createFrom()
                .iterable(order.ids())
                .onItem()
                .transformToUniAndConcatenate(id -> one(actor, id, order, key))
                .collect()
                .asList()
                .map(results -> {
                    ObjectNode answer = Json.NODES.objectNode();
                    ArrayNode list = answer.putArray("results");
                    results.forEach(list::add);
                    return answer;
                });
    }

    private Uni<ObjectNode> one(Actor actor, UUID id, Order order, Optional<String> key) {
        DecideTask command = ActBody.onTask(
                id, order.action(), order.body(), key.map(given -> given + "/" + id), directory.of(actor.tenant()));
        return desk.once(actor, command, () -> decidable(actor, id, order.action()))
                .map(task -> result(id, true).put("decision", task.decision()))
                .onFailure()
                .recoverWithItem(failure ->
                        result(id, false).put("problem", problem(id, failure).code()));
    }

    private static ObjectNode result(UUID id, boolean done) {
        return Json.NODES.objectNode().put("id", id.toString()).put("done", done);
    }

    private static ProblemType problem(UUID id, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem.type();
        }
        LOG.errorf("task.batch-failed task=%s %s", id, failure.getClass().getName());
        return CommonProblem.INTERNAL;
    }

    /** What must be looked at one by one: where values may be opened, where data is handed in, where some is missing. */
    private Uni<Void> decidable(Actor actor, UUID id, TaskAction action) {
        return store.load(actor.tenant(), id).chain(task -> {
            if (!task.assignee().equals(actor.id()) || !task.open()) {
                return Uni.createFrom().voidItem();
            }
            Optional<Duty.Work> work = task.work();
            if (work.flatMap(duty -> duty.view().reveal()).isPresent()) {
                throw ProblemException.of(TaskProblem.BATCH_REVEAL);
            }
            if (work.filter(duty -> duty.purpose() == Duty.Purpose.DECIDE).isEmpty()) {
                throw ProblemException.of(TaskProblem.BATCH_DATA);
            }
            if (action == TaskAction.APPROVE && NextPeople.demanded(task)) {
                throw ProblemException.of(TaskProblem.BATCH_CHOICE);
            }
            return action == TaskAction.APPROVE
                    ? complete(actor, task)
                    : Uni.createFrom().voidItem();
        });
    }

    /** Every required field that the step lets its person fill in holds something. */
    private Uni<Void> complete(Actor actor, LoadedTask task) {
        Instance instance = task.instance();
        return records.view(actor, instance.form(), instance.record(), TaskGrants.of(task))
                .chain(view -> {
                    Set<String> empty = empty(view.record());
                    return empty.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : records.form(actor.tenant(), instance.form(), empty)
                                    .invoke(form -> {
                                        for (JsonNode field : form.path("fields")) {
                                            if (field.path("required").asBoolean()
                                                    && empty.contains(
                                                            field.path("key").asText())) {
                                                throw ProblemException.of(TaskProblem.BATCH_DATA);
                                            }
                                        }
                                    })
                                    .replaceWithVoid();
                });
    }

    private static Set<String> empty(ObjectNode record) {
        Set<String> empty = new HashSet<>();
        record.path("access").properties().forEach(access -> {
            JsonNode value = record.path("data").path(access.getKey());
            boolean nothing = value.isNull() || value.isMissingNode() || value.isContainerNode() && value.isEmpty();
            if (access.getValue().asText().equals(FieldAccess.EDIT.key()) && nothing) {
                empty.add(access.getKey());
            }
        });
        return empty;
    }
}
