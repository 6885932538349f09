package io.jianmi.core.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which ways somebody is told of which kinds. Pure.
 *
 * @param choices of the kinds about which he has said something; of the others the usual holds
 */
record Preferences(Map<NotificationKind, Choice> choices) {

    /** @param listed behind the bell */
    record Choice(boolean listed, boolean mailed) {}

    Preferences {
        choices = Map.copyOf(choices);
    }

    Choice of(NotificationKind kind) {
        return choices.getOrDefault(kind, new Choice(true, kind.mailed()));
    }

    /**
     * Kinds that are not named keep what was said of them.
     *
     * @throws ProblemException {@link NotificationProblem#PREFERENCES}, findings at {@code /items/n}
     */
    static Preferences read(JsonNode body) {
        List<Finding> findings = new ArrayList<>();
        Map<NotificationKind, Choice> choices = new EnumMap<>(NotificationKind.class);
        JsonNode items = body.path("items");
        if (!items.isArray()) {
            findings.add(Finding.error("request.type", "/items", Map.of("expected", "array")));
        }
        for (int i = 0; i < items.size(); i++) {
            String pointer = Pointer.child("/items", i);
            Optional<NotificationKind> kind =
                    NotificationKind.of(items.get(i).path("kind").asText());
            if (kind.isEmpty()) {
                findings.add(Finding.error("notification.kind-unknown", pointer + "/kind"));
            } else {
                Choice choice = new Choice(
                        flag(items.get(i), "inApp", pointer, findings), flag(items.get(i), "mail", pointer, findings));
                if (choices.putIfAbsent(kind.get(), choice) != null) {
                    findings.add(Finding.error("request.duplicate", pointer + "/kind"));
                }
            }
        }
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(NotificationProblem.PREFERENCES, findings);
        }
        return new Preferences(choices);
    }

    private static boolean flag(JsonNode item, String key, String pointer, List<Finding> findings) {
        if (!item.path(key).isBoolean()) {
            findings.add(Finding.error("request.type", pointer + "/" + key, Map.of("expected", "boolean")));
        }
        return item.path(key).asBoolean();
    }

    /** These, and of what they are silent on the others. */
    Preferences over(Preferences others) {
        Map<NotificationKind, Choice> all = new EnumMap<>(NotificationKind.class);
        all.putAll(others.choices());
        all.putAll(choices);
        return new Preferences(all);
    }

    /** {@code {"items", "next", "mails"}}: every kind, in the order of the list. */
    ObjectNode json(boolean mails) {
        ObjectNode json = Json.NODES.objectNode();
        ArrayNode items = json.putArray("items");
        for (NotificationKind kind : NotificationKind.values()) {
            items.addObject()
                    .put("kind", kind.key())
                    .put("inApp", of(kind).listed())
                    .put("mail", of(kind).mailed());
        }
        return json.putNull("next").put("mails", mails);
    }
}
