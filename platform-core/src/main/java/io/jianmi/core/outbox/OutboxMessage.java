package io.jianmi.core.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * A follow-up. Ids and routing outcomes only: messages hold no personal data.
 *
 * @param topic which handler takes it, such as {@code workflow.start}
 * @param key messages of one key are handled in order (a record's id)
 * @param body ids and outcomes
 */
public record OutboxMessage(String topic, UUID key, ObjectNode body) {}
