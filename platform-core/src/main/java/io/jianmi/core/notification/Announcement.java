package io.jianmi.core.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What some members are told about a record: ids, and words of a definition. Pure. Nobody is told of what he did himself, nor
 * twice of the same. Of the record's values it holds none that is personal; words that were computed of others name the fields
 * they were computed of, and are shown to whoever reads those.
 *
 * @param cause what led to it, such as an act or a task: of one cause and kind a member is told once, however often it is sent
 * @param by who caused it; {@link MemberId#SYSTEM} when no person did
 * @param outcome how it ended, as a word of the kind; empty where nothing ends
 * @param text what a definition says, by language (BCP 47); empty where the kind says all
 * @param reads keys of the fields that the text was computed of; none where it is fixed
 */
public record Announcement(
        NotificationKind kind,
        UUID cause,
        MemberId by,
        String form,
        UUID record,
        List<Receiver> to,
        Optional<String> outcome,
        Map<String, String> text,
        Set<String> reads) {

    /** @param task the page on which he does something about it; null where there is only the record's */
    public record Receiver(MemberId member, @Nullable UUID task) {}

    public Announcement {
        Map<MemberId, Receiver> told = new LinkedHashMap<>();
        to.forEach(receiver -> told.putIfAbsent(receiver.member(), receiver));
        told.remove(by);
        told.remove(MemberId.SYSTEM);
        to = List.copyOf(told.values());
        text = Map.copyOf(text);
        reads = Set.copyOf(reads);
    }

    /** To be completed by {@link #to} and, where there is one, {@link #outcome(String)} or {@link #saying}. */
    public static Announcement of(NotificationKind kind, UUID cause, MemberId by, String form, UUID record) {
        return new Announcement(kind, cause, by, form, record, List.of(), Optional.empty(), Map.of(), Set.of());
    }

    public Announcement to(Collection<MemberId> members) {
        return toReceivers(
                members.stream().map(member -> new Receiver(member, null)).toList());
    }

    public Announcement to(MemberId member) {
        return to(List.of(member));
    }

    public Announcement toReceivers(List<Receiver> receivers) {
        return new Announcement(kind, cause, by, form, record, receivers, outcome, text, reads);
    }

    public Announcement outcome(String word) {
        return new Announcement(kind, cause, by, form, record, to, Optional.of(word), text, reads);
    }

    /** @param fields see {@link #reads} */
    public Announcement saying(Map<String, String> texts, Set<String> fields) {
        return new Announcement(kind, cause, by, form, record, to, outcome, texts, fields);
    }

    /** As a message carries it. */
    ObjectNode json() {
        ObjectNode json = Json.NODES
                .objectNode()
                .put("kind", kind.key())
                .put("cause", cause.toString())
                .put("by", by.value())
                .put("form", form)
                .put("record", record.toString());
        outcome.ifPresent(word -> json.put("outcome", word));
        if (!text.isEmpty()) {
            text.forEach(json.putObject("text")::put);
        }
        if (!reads.isEmpty()) {
            reads.stream().sorted().forEach(json.putArray("reads")::add);
        }
        ArrayNode receivers = json.putArray("to");
        to.forEach(receiver -> {
            ObjectNode one =
                    receivers.addObject().put("member", receiver.member().value());
            Optional.ofNullable(receiver.task()).ifPresent(task -> one.put("task", task.toString()));
        });
        return json;
    }

    static Announcement of(JsonNode json) {
        List<Receiver> to = new ArrayList<>();
        json.path("to")
                .forEach(one -> to.add(new Receiver(
                        new MemberId(one.path("member").asText()),
                        one.has("task") ? UUID.fromString(one.path("task").asText()) : null)));
        Map<String, String> text = new HashMap<>();
        json.path("text")
                .properties()
                .forEach(entry -> text.put(entry.getKey(), entry.getValue().asText()));
        Set<String> reads = new HashSet<>();
        json.path("reads").forEach(field -> reads.add(field.asText()));
        return new Announcement(
                NotificationKind.of(json.path("kind").asText()).orElseThrow(),
                UUID.fromString(json.path("cause").asText()),
                new MemberId(json.path("by").asText()),
                json.path("form").asText(),
                UUID.fromString(json.path("record").asText()),
                to,
                Optional.ofNullable(json.path("outcome").textValue()),
                text,
                reads);
    }
}
