package io.jianmi.workflow.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.workflow.engine.Token;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Messages between what people did and what the engine does about it. Keyed by record, so they stay in order. */
public final class WorkflowTopic {

    static final String START = "workflow.start";
    static final String ADVANCE = "workflow.advance";
    static final String CANCEL = "workflow.cancel";
    static final String FINISH = "workflow.finish";
    static final String MIGRATE = "workflow.migrate";

    /** The next step of an automation is to be done. */
    public static final String AUTOMATE = "workflow.automate";

    /** A subworkflow node is to be looked at: its others are to start, or have ended. */
    public static final String SUBWORKFLOW = "workflow.subworkflow";

    /** An instance is to end, since the one that waited for it no longer does. */
    public static final String END_CHILD = "workflow.end-child";

    private static final String INSTANCE = "instance";
    private static final String VISIT = "visit";
    private static final String TOKEN = "token";
    private static final String VERSION = "version";
    private static final String BY = "by";

    private WorkflowTopic() {}

    /** A record was submitted and its instance stands: start it in the engine. */
    public static OutboxMessage start(UUID record, UUID instance) {
        return message(START, record, INSTANCE, instance.toString());
    }

    /** A visit is decided: move on as its row says. */
    public static OutboxMessage advance(UUID record, UUID visit) {
        return message(ADVANCE, record, VISIT, visit.toString());
    }

    /** The instance has ended without reaching an end node: forget its token. */
    public static OutboxMessage cancel(UUID record, UUID instance, Token token) {
        return new OutboxMessage(
                CANCEL,
                record,
                Json.NODES.objectNode().put(INSTANCE, instance.toString()).put(TOKEN, token.text()));
    }

    /** An end was reached whose values must be stored before the instance counts as completed. */
    static OutboxMessage finish(UUID record, UUID instance) {
        return message(FINISH, record, INSTANCE, instance.toString());
    }

    /** A visit waits for its next automatic step. */
    public static OutboxMessage automate(UUID record, UUID visit) {
        return message(AUTOMATE, record, VISIT, visit.toString());
    }

    /** A visit waits for the others that start there. */
    static OutboxMessage subworkflow(UUID record, UUID visit) {
        return message(SUBWORKFLOW, record, VISIT, visit.toString());
    }

    /** The instances that messages are to start, by their records. */
    public static Map<UUID, UUID> started(List<OutboxMessage> messages) {
        return messages.stream()
                .filter(message -> message.topic().equals(START))
                .collect(Collectors.toMap(OutboxMessage::key, message -> instance(message.body())));
    }

    /** An instance is to go on in another version, as somebody has asked. */
    public static OutboxMessage migrate(UUID record, UUID instance, int version, MemberId by) {
        return new OutboxMessage(
                MIGRATE,
                record,
                Json.NODES
                        .objectNode()
                        .put(INSTANCE, instance.toString())
                        .put(VERSION, version)
                        .put(BY, by.value()));
    }

    static int version(JsonNode body) {
        return body.path(VERSION).asInt();
    }

    static String by(JsonNode body) {
        return body.path(BY).asText();
    }

    static UUID instance(JsonNode body) {
        return UUID.fromString(body.path(INSTANCE).asText());
    }

    public static UUID visit(JsonNode body) {
        return UUID.fromString(body.path(VISIT).asText());
    }

    static Token token(JsonNode body) {
        return Token.parse(body.path(TOKEN).asText());
    }

    private static OutboxMessage message(String topic, UUID record, String name, String value) {
        return new OutboxMessage(topic, record, Json.NODES.objectNode().put(name, value));
    }
}
