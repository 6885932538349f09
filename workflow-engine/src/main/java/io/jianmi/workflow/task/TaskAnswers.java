package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.form.record.RecordFlow;
import io.jianmi.workflow.act.Who;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.ReturnRule;
import io.jianmi.workflow.node.TaskAction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How tasks look over HTTP. */
final class TaskAnswers {

    private TaskAnswers() {}

    /** A task without its record. */
    static ObjectNode task(LoadedTask task, Actor actor, String language) {
        ObjectNode answer = Json.NODES.objectNode();
        answer.put("id", task.id().toString());
        answer.put("kind", task.kind().name().toLowerCase(Locale.ROOT));
        answer.put("status", status(task.status().name()));
        answer.put("node", task.node());
        answer.put("nodeType", task.compiledNode().definition().type());
        answer.put("nodeTitle", task.compiledNode().definition().title().in(language, task.node()));
        answer.put("app", task.instance().workflow().app());
        answer.put("form", task.instance().form());
        answer.put("workflow", task.instance().workflow().key());
        answer.put("workflowVersion", task.instance().workflow().version());
        answer.put("createdAt", time(task.createdAt()));
        answer.put("doneAt", time(task.doneAt()));
        answer.put("due", time(task.timing().dueAt()));
        answer.put("decision", task.decision());
        answer.put("read", task.read());
        ArrayNode actions = answer.putArray("actions");
        task.actions(task.who(actor.id())).stream().map(TaskAction::key).forEach(actions::add);
        if (task.actions(task.who(actor.id())).contains(TaskAction.APPROVE)) {
            chooses(answer, task, language);
        }
        task.work().ifPresent(work -> {
            rules(answer, task, work);
            if (task.actions(Set.of(Who.ASSIGNEE)).contains(TaskAction.RETURN)) {
                returns(answer, task, work, language);
            }
        });
        return answer;
    }

    /** For which steps its person chooses who acts on them, and whether he has to. */
    private static void chooses(ObjectNode answer, LoadedTask task, String language) {
        ArrayNode steps = answer.putArray("chooses");
        NextPeople.steps(task)
                .forEach(step -> steps.addObject()
                        .put("node", step.key())
                        .put("title", step.definition().title().in(language, step.key()))
                        .put("required", NextPeople.demanded(task, step)));
    }

    /** Where a return may lead, in the order of the steps, so that the page need not know the workflow. */
    private static void returns(ObjectNode answer, LoadedTask task, Duty.Work work, String language) {
        ArrayNode targets = answer.putArray("returnTo");
        ReturnRule rule = work.returns();
        List<String> before = task.before();
        Stream.concat(Stream.of(ReturnRule.PREVIOUS, ReturnRule.START), before.stream())
                .distinct()
                .filter(rule::allows)
                .forEach(target -> {
                    ObjectNode one = targets.addObject().put("key", target);
                    task.workflow()
                            .node(target)
                            .ifPresent(node ->
                                    one.put("title", node.definition().title().in(language, target)));
                });
        answer.put("returnThen", rule.straightBack() ? "straightBack" : "again");
    }

    private static void rules(ObjectNode answer, LoadedTask task, Duty.Work work) {
        answer.put("comment", work.comment().key());
        answer.putObject("sign").put("mode", work.sign().mode().key());
        TaskGrants.of(task).reveal().ifPresent(terms -> {
            ObjectNode reveal = answer.putObject("reveal")
                    .put("purpose", terms.purposes().get(0))
                    .put("minutes", terms.minutes())
                    .put("stepUp", terms.stepUp().isPresent());
            ArrayNode approvers = reveal.putArray("approvedBy");
            terms.approvedBy().stream().sorted().forEach(approvers::add);
        });
    }

    /**
     * The instance as this actor may know it: its status and which steps are open, not who sits there. A record that is
     * shown with the task says the same of itself as on its own page.
     */
    static void flow(ObjectNode answer, RecordFlow flow) {
        answer.set("openTasks", openTasks(flow));
        answer.put("instanceStatus", flow.status().orElse(null));
        if (answer.get("record") instanceof ObjectNode record) {
            flow.status()
                    .ifPresent(status ->
                            record.putObject("workflow").put("status", status).set("openTasks", openTasks(flow)));
        }
    }

    static ArrayNode openTasks(RecordFlow flow) {
        ArrayNode open = Json.NODES.arrayNode();
        flow.openTasks()
                .forEach(
                        task -> open.addObject().put("id", task.id().toString()).put("node", task.node()));
        return open;
    }

    static ObjectNode person(String id, Org org) {
        return Json.NODES.objectNode().put("id", id).put("name", org.nameOf(id));
    }

    static String status(String stored) {
        return stored.toLowerCase(Locale.ROOT);
    }

    static @Nullable String time(@Nullable OffsetDateTime time) {
        return time == null ? null : time(time.toInstant());
    }

    static @Nullable String time(@Nullable Instant time) {
        return Optional.ofNullable(time).map(Instant::toString).orElse(null);
    }
}
