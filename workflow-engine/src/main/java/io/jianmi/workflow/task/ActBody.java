package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.comment.Enclosed;
import io.jianmi.form.record.RequestBody;
import io.jianmi.workflow.node.TaskAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of acts; what is wrong with their shape becomes findings. */
final class ActBody {

    private static final int LONGEST_COMMENT = 4_000;

    private ActBody() {}

    static DecideTask onTask(UUID task, TaskAction act, @Nullable JsonNode body, Optional<String> key, Org org) {
        List<Finding> findings = new ArrayList<>();
        ObjectNode json = object(body, findings);
        shape(json, findings);
        RequestBody.only(json, findings, "comment", "data", "to", "position", "seen", "mentions", "files");
        Optional<String> comment = comment(json, findings);
        List<String> to = RequestBody.words(json, "to", findings);
        Enclosed enclosed = Enclosed.read(json, org, findings);
        if (comment.isEmpty() && !enclosed.isEmpty()) {
            findings.add(Finding.error("field.required", "/comment"));
        }
        RequestBody.refuse(findings);
        return new DecideTask(
                task,
                act,
                comment,
                enclosed,
                json.path("data") instanceof ObjectNode changes ? changes : Json.NODES.objectNode(),
                to,
                RequestBody.word(json.path("position")),
                json.path("seen").isInt() ? OptionalInt.of(json.get("seen").intValue()) : OptionalInt.empty(),
                key.map(given -> request(given, "task/" + task, act, json)));
    }

    static ActOnInstance onInstance(
            String form,
            UUID record,
            TaskAction act,
            Optional<UUID> task,
            @Nullable JsonNode body,
            Optional<String> key) {
        List<Finding> findings = new ArrayList<>();
        ObjectNode json = object(body, findings);
        shape(json, findings);
        kind(json, "to", "string", JsonNode::isTextual, findings);
        Optional<String> comment = comment(json, findings);
        RequestBody.refuse(findings);
        String target = task.map(id -> "task/" + id).orElse("record/" + form + "/" + record);
        return new ActOnInstance(
                form,
                record,
                act,
                task,
                comment,
                RequestBody.word(json.path("to")),
                key.map(given -> request(given, target, act, json)));
    }

    /** Without a body an act says nothing but itself. */
    private static ObjectNode object(@Nullable JsonNode body, List<Finding> findings) {
        return body == null || body.isNull() || !(RequestBody.object(body, findings) instanceof ObjectNode object)
                ? Json.NODES.objectNode()
                : object;
    }

    /** A word of the wrong kind must not read as none: who says what he saw, or why, means it. */
    private static void shape(ObjectNode json, List<Finding> findings) {
        kind(json, "comment", "string", JsonNode::isTextual, findings);
        kind(json, "data", "object", JsonNode::isObject, findings);
        kind(json, "position", "string", JsonNode::isTextual, findings);
        kind(json, "seen", "version", JsonNode::isInt, findings);
    }

    private static void kind(
            ObjectNode json, String key, String expected, Predicate<JsonNode> fits, List<Finding> findings) {
        if (json.hasNonNull(key) && !fits.test(json.get(key))) {
            findings.add(Finding.error("request.type", "/" + key, Map.of("expected", expected)));
        }
    }

    private static Optional<String> comment(JsonNode json, List<Finding> findings) {
        Optional<String> comment = RequestBody.word(json.path("comment"));
        if (comment.filter(text -> text.length() > LONGEST_COMMENT).isPresent()) {
            findings.add(Finding.error("field.too-long", "/comment", Map.of("maxLength", LONGEST_COMMENT)));
        }
        return comment;
    }

    /** The same key with another act, target or body is another request. */
    private static Idempotency.Request request(String key, String target, TaskAction act, JsonNode body) {
        return Idempotency.Request.of(
                key,
                Idempotency.Request.said(
                        Json.NODES.objectNode().put("act", act.key()).put("target", target)),
                Idempotency.Request.said(body));
    }
}
