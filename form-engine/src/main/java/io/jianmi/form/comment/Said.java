package io.jianmi.form.comment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.Announcement;
import io.jianmi.core.notification.NotificationKind;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Texts;
import io.jianmi.form.record.RecordProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a comment says, as it was typed, and what goes with it.
 *
 * @param node of the workflow, where it was said on a task
 */
record Said(String text, Enclosed enclosed, Optional<String> node) {

    static final int LONGEST = 4_000;

    /** @throws io.jianmi.core.problem.ProblemException {@link RecordProblem#VALIDATION}, findings at their place in the body */
    static Said read(JsonNode body, Org org) {
        List<Finding> findings = new ArrayList<>();
        JsonNode sent = body.path("text");
        String text = "";
        if (sent.isMissingNode() || sent.isNull()) {
            findings.add(Finding.error("field.required", "/text"));
        } else {
            text = Texts.typed(sent, LONGEST, new Report("/text", findings))
                    .map(JsonNode::textValue)
                    .orElse("");
            if (text.isEmpty() && findings.isEmpty()) {
                findings.add(Finding.error("field.required", "/text"));
            }
        }
        Enclosed enclosed = Enclosed.read(body, org, findings);
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(RecordProblem.VALIDATION, findings);
        }
        return new Said(text, enclosed, Optional.empty());
    }

    Said at(Optional<String> step) {
        return new Said(text, enclosed, step);
    }

    /** With other files. */
    Said with(List<UUID> files) {
        return new Said(text, new Enclosed(enclosed.mentions(), files), node);
    }

    ObjectNode json() {
        ObjectNode json = enclosed.into(Json.NODES.objectNode().put("text", text));
        node.ifPresent(key -> json.put("node", key));
        return json;
    }

    /**
     * Whoever is mentioned is told so.
     *
     * @param before who was told already, by an earlier version
     */
    Announcement news(Comment comment, MemberId by, UUID cause, Set<String> before) {
        return Announcement.of(NotificationKind.MENTIONED, cause, by, comment.form(), comment.record())
                .to(enclosed.mentions().stream()
                        .filter(member -> !before.contains(member))
                        .map(MemberId::new)
                        .toList());
    }

    static Said of(JsonNode json) {
        return new Said(
                json.path("text").asText(),
                Enclosed.of(json),
                Optional.ofNullable(json.path("node").textValue()));
    }
}
