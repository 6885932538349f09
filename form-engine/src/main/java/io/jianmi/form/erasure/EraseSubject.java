package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.approval.Approval;
import io.jianmi.core.command.Command;
import io.jianmi.core.json.Json;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks that a person be erased, or orders it by an approval.
 *
 * @param reason why, where it is asked
 * @param right id of the request of hers that it answers
 * @param approval by which somebody has agreed
 */
record EraseSubject(UUID subject, String reason, Optional<UUID> right, Optional<Approval> approval)
        implements Command<EraseSubject.Answer> {

    static final String ACTION = "subject.erase";

    /** What comes of it. */
    sealed interface Answer {}

    record Asked(Approval approval) implements Answer {}

    record Ordered(UUID erasure) implements Answer {}

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public String target() {
        return "subject/" + subject;
    }

    @Override
    public String policy() {
        return "platform";
    }

    ObjectNode terms() {
        ObjectNode terms = Json.NODES.objectNode().put("subject", subject.toString());
        right.ifPresent(id -> terms.put("right", id.toString()));
        return terms;
    }

    /** Never prints the reason. */
    @Override
    public String toString() {
        return "EraseSubject[" + target() + "]";
    }
}
