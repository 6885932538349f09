package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.json.Json;
import io.jianmi.form.comment.Enclosed;
import java.util.Optional;

/**
 * The comment of an act, and what goes with it. Sealed as the text alone where nothing does, which is how all of them were once.
 *
 * @param text never blank
 */
public record Spoken(String text, Enclosed enclosed) {

    JsonNode sealed() {
        return enclosed.isEmpty()
                ? TextNode.valueOf(text)
                : enclosed.into(Json.NODES.objectNode().put("text", text));
    }

    /** Empty when the key of the person whom it is about is destroyed. */
    public static Optional<Spoken> open(CellContext context, byte[] sealed, KeyRing ring) {
        return ring.has(context) ? Optional.of(of(ring.open(context, sealed))) : Optional.empty();
    }

    static Spoken of(JsonNode opened) {
        return opened.isTextual()
                ? new Spoken(opened.textValue(), Enclosed.NOTHING)
                : new Spoken(opened.path("text").asText(), Enclosed.of(opened));
    }
}
