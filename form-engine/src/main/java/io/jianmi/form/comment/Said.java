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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a comment says, as it was typed, and whom it mentions.
 *
 * @param mentions ids of members, each once
 */
record Said(String text, List<String> mentions) {

    static final int LONGEST = 4_000;
    static final int MOST_MENTIONS = 20;

    Said {
        mentions = List.copyOf(mentions);
    }

    /** @throws io.jianmi.core.problem.ProblemException {@link RecordProblem#VALIDATION}, findings at {@code /text} and {@code /mentions/i} */
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
        List<String> mentions = mentions(body.path("mentions"), org, new Report("/mentions", findings));
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(RecordProblem.VALIDATION, findings);
        }
        return new Said(text, mentions);
    }

    private static List<String> mentions(JsonNode sent, Org org, Report report) {
        if (sent.isMissingNode() || sent.isNull()) {
            return List.of();
        }
        if (!sent.isArray()) {
            report.error("request.type", Map.of("expected", "array"));
            return List.of();
        }
        if (sent.size() > MOST_MENTIONS) {
            report.error("field.too-many-items", Map.of("maxItems", MOST_MENTIONS));
            return List.of();
        }
        Set<String> mentions = new LinkedHashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            JsonNode id = sent.get(i);
            if (!id.isTextual() || org.member(new MemberId(id.textValue())).isEmpty()) {
                report.child(i).error("member.unknown");
            } else {
                mentions.add(id.textValue());
            }
        }
        return new ArrayList<>(mentions);
    }

    ObjectNode json() {
        ObjectNode json = Json.NODES.objectNode().put("text", text);
        mentions.forEach(json.putArray("mentions")::add);
        return json;
    }

    /**
     * Whoever is mentioned is told so.
     *
     * @param before who was told already, by an earlier version
     */
    Announcement news(Comment comment, MemberId by, UUID cause, Set<String> before) {
        return Announcement.of(NotificationKind.MENTIONED, cause, by, comment.form(), comment.record())
                .to(mentions.stream()
                        .filter(member -> !before.contains(member))
                        .map(MemberId::new)
                        .toList());
    }

    static Said of(JsonNode json) {
        List<String> mentions = new ArrayList<>();
        json.path("mentions").forEach(id -> mentions.add(id.asText()));
        return new Said(json.path("text").asText(), mentions);
    }
}
