package io.jianmi.workflow.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.UnkeptAnswer;
import io.jianmi.workflow.trial.TrialDesk.Question;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Workflows tried out, for designers. The answers name members and field keys and hold no value of the sample. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/workflows/{key}")
@NonBlocking
public class TrialResource {

    private static final Set<String> ANSWERS = Set.of("approve", "reject", "return");
    private static final int MOST = 200;

    private final Callers callers;
    private final TrialDesk desk;
    private final OrgDirectory directory;

    TrialResource(Callers callers, TrialDesk desk, OrgDirectory directory) {
        this.callers = callers;
        this.desk = desk;
        this.directory = directory;
    }

    /** Whom each step of the draft would ask. */
    @POST
    @Path("assignees/try")
    public Uni<Response> assignees(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        Org org = directory.of(actor.tenant());
        List<Finding> findings = new ArrayList<>();
        RequestBody.only(body, findings, "initiator", "data");
        Question question = question(actor, org, body, findings);
        return desk.assignees(actor, app, key, question).map(found -> {
            ObjectNode answer = Json.NODES.objectNode();
            ObjectNode nodes = answer.putObject("nodes");
            found.forEach((node, people) -> {
                ObjectNode entry = nodes.putObject(node);
                entry.set("people", people(org, people.members()));
                entry.put("via", people.via().name().toLowerCase(Locale.ROOT));
            });
            return UnkeptAnswer.ok(answer);
        });
    }

    /** The way that a sample record would go through the draft. */
    @POST
    @Path("simulate")
    public Uni<Response> simulate(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        Org org = directory.of(actor.tenant());
        List<Finding> findings = new ArrayList<>();
        RequestBody.only(body, findings, "initiator", "data", "answers");
        List<String> answers = answers(body, findings);
        Question question = question(actor, org, body, findings);
        return desk.simulate(actor, app, key, question, answers).map(course -> UnkeptAnswer.ok(body(org, course)));
    }

    private static Question question(Actor actor, Org org, @Nullable JsonNode body, List<Finding> findings) {
        JsonNode sent = RequestBody.object(body, findings);
        Optional<Actor> initiator = sent.has("initiator")
                ? Optional.of(sent.path("initiator").asText())
                        .filter(id -> !id.isBlank())
                        .flatMap(id -> org.actor(new MemberId(id)))
                : Optional.of(actor);
        if (initiator.isEmpty()) {
            findings.add(Finding.error("member.unknown", "/initiator"));
        }
        ObjectNode data = Json.NODES.objectNode();
        if (sent.path("data") instanceof ObjectNode given) {
            data = given;
        } else if (sent.has("data")) {
            findings.add(Finding.error("request.type", "/data", Map.of("expected", "object")));
        }
        RequestBody.refuse(findings);
        return new Question(initiator.orElse(actor), data);
    }

    private static List<String> answers(@Nullable JsonNode body, List<Finding> findings) {
        List<String> answers = new ArrayList<>();
        JsonNode sent = body == null ? Json.NODES.missingNode() : body.path("answers");
        if (!sent.isMissingNode() && !sent.isArray() || sent.size() > MOST) {
            findings.add(Finding.error("request.type", "/answers", Map.of("expected", "list")));
            return answers;
        }
        for (int i = 0; i < sent.size(); i++) {
            String answer = sent.get(i).asText();
            if (ANSWERS.contains(answer)) {
                answers.add(answer);
            } else {
                findings.add(Finding.error(
                        "request.type",
                        Pointer.child("/answers", i),
                        Map.of("expected", String.join(" ", new TreeSet<>(ANSWERS)))));
            }
        }
        return answers;
    }

    private static ObjectNode body(Org org, TrialCourse course) {
        ObjectNode answer = Json.NODES.objectNode();
        answer.put("starts", course.starts());
        answer.put("status", course.status());
        ArrayNode steps = answer.putArray("steps");
        course.steps().forEach(step -> steps.add(step(org, step)));
        return answer;
    }

    private static ObjectNode step(Org org, TrialStep step) {
        ObjectNode entry = Json.NODES.objectNode();
        entry.put("node", step.node());
        ArrayNode taken = entry.putArray("taken");
        step.taken().forEach(taken::add);
        entry.set("people", people(org, step.asked()));
        entry.put("via", step.via().orElse(null));
        entry.put("outcome", step.outcome().orElse(null));
        new TreeSet<>(step.offered()).forEach(entry.putArray("offered")::add);
        ObjectNode fields = entry.putObject("fields");
        step.fields().forEach((field, access) -> fields.put(field, access.key()));
        new TreeSet<>(step.sets()).forEach(entry.putArray("sets")::add);
        return entry;
    }

    private static ArrayNode people(Org org, List<MemberId> members) {
        ArrayNode people = Json.NODES.arrayNode();
        members.forEach(member -> people.addObject().put("id", member.value()).put("name", org.nameOf(member.value())));
        return people;
    }
}
